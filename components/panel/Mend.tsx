/** The ways to mend a criterion: the field on the page, the step on this screen, a page elsewhere. */
import { ArrowUp, LocateFixed } from 'lucide-react';
import type { CriterionView, StepView } from '../../lib/guard/outlook';
import { Button } from '../ui/Button';
import { OutLink } from '../ui/Markdown';

interface MendProps {
  view: CriterionView;
  /** The step that mends it, where it is on the screen. */
  step: StepView['step'] | undefined;
  onShowField(field: string): void;
}

export function Mend({ view: { criterion, crmField }, step, onShowField }: MendProps) {
  const { fix } = criterion;
  return (
    <>
      {crmField && (
        <Button icon={LocateFixed} aria-label={`Take me there: ${criterion.label}`} onClick={() => onShowField(crmField)}>
          Take me there
        </Button>
      )}
      {fix && 'url' in fix && <OutLink href={fix.url}>How to mend it</OutLink>}
      {step && (
        <a className="hr-criterion__step" href={`#step-${step.id}`}>
          <ArrowUp size={14} aria-hidden />
          Step: {step.title}
        </a>
      )}
    </>
  );
}
