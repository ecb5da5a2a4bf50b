/** What a rep can do about a criterion that is not met: mend it, stand for it where it cannot be seen, or say that it does not fit. */
import { useRef, useState } from 'react';
import type { CriterionView, StepView } from '../../lib/guard/outlook';
import { Button } from '../ui/Button';
import { LineForm } from '../ui/LineForm';
import type { PanelEvents } from './events';
import { Mend } from './Mend';

interface CriterionToolsProps {
  sop: string;
  view: CriterionView;
  confirmed: boolean;
  step: StepView['step'] | undefined;
  events: PanelEvents;
}

const COMMENT_LENGTH = 500;

/** The one button for standing by it and taking that back keeps the focus. */
export function CriterionTools({ sop, view, confirmed, step, events }: CriterionToolsProps) {
  const { id, label, ifUnknown } = view.criterion;
  const name = { sop, criterion: id, label };
  const [open, setOpen] = useState(false);
  const wrong = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    wrong.current?.focus();
  };
  const words = confirmed ? 'Take back' : 'I confirm it';
  return (
    <>
      <div className="hr-criterion__fix">
        {!confirmed && <Mend view={view} step={step} onShowField={events.onShowField} />}
        {view.result === 'unknown' && ifUnknown === 'confirm' && (
          <Button key="stand" look="text" aria-label={`${words}: ${label}`} onClick={() => events.onConfirm(name, !confirmed)}>
            {words}
          </Button>
        )}
        <Button key="wrong" ref={wrong} look="text" aria-label={`Wrong here? ${label}`} aria-expanded={open} onClick={() => setOpen(!open)}>
          Wrong here?
        </Button>
      </div>
      {open && (
        <LineForm
          name={`${label}: wrong here`}
          label="What does not fit this record?"
          submit="Note it"
          missing="Say in a few words what does not fit, such as “renewal, the budget is known”."
          maxLength={COMMENT_LENGTH}
          onCancel={close}
          onSave={(comment) => {
            close();
            events.onWrongHere(name, comment);
          }}
        />
      )}
    </>
  );
}
