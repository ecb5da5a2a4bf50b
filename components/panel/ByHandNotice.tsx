/** Says that the stage on the screen is the one that the rep chose by hand, with the ways to choose again and to forget it. */
import { useRef, useState } from 'react';
import { Hand } from 'lucide-react';
import { Button } from '../ui/Button';
import type { PanelEvents } from './events';
import type { ByHand } from './model';
import { StageByHand } from './StageByHand';
import './by-hand.css';

export function ByHandNotice({ byHand, onPlace }: { byHand: ByHand | null; onPlace: PanelEvents['onPlace'] }) {
  const [open, setOpen] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  if (!byHand) return null;
  const close = (): void => {
    setOpen(false);
    change.current?.focus();
  };
  return (
    <section className="hr-by-hand-notice" aria-label="Stage chosen by hand">
      <p>
        <Hand size={15} aria-hidden />
        <span>
          <strong>You chose this stage by hand.</strong> It counts until the page tells another.
        </span>
      </p>
      <div className="hr-by-hand-notice__tools">
        <Button ref={change} look="text" aria-expanded={open} onClick={() => setOpen(!open)}>
          Change
        </Button>
        <Button look="text" onClick={() => onPlace(null)}>
          Forget
        </Button>
      </div>
      {open && (
        <StageByHand
          choices={byHand.choices}
          chosen={byHand}
          onCancel={close}
          onChoose={(stage) => {
            close();
            onPlace(stage);
          }}
        />
      )}
    </section>
  );
}
