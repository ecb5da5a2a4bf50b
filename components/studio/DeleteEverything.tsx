/** Deleting all data, behind a confirmation that has to be typed. */
import { useId, useState } from 'react';
import { Trash2 } from 'lucide-react';
import { Button } from '../ui/Button';
import '../ui/input.css';

const CONFIRMATION = 'delete everything';

export function DeleteEverything({ onDelete }: { onDelete(): Promise<void> }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const close = (words = ''): void => {
    setOpen(false);
    setTyped('');
    setSaid(words);
  };
  const sure = typed.trim().toLowerCase() === CONFIRMATION;
  return (
    <div className="hr-group">
      <h3>Delete everything</h3>
      <p>
        Deletes every tick, answer, note, override, journal entry, key, subscription and added rule pack from this browser, and resets the
        settings. Your CRM is not touched, and what your organisation set stays. The starter pack comes back. It cannot be undone: export
        first if you may want it back. Keys are in no export.
      </p>
      {open ? (
        <form
          className="hr-delete"
          onSubmit={(event) => {
            event.preventDefault();
            if (!sure) return;
            onDelete().then(
              () => close('Everything was deleted.'),
              (error: unknown) => setSaid(error instanceof Error ? error.message : 'It was not deleted. Try again.'),
            );
          }}
        >
          <label htmlFor={id}>
            Type <strong>{CONFIRMATION}</strong> to go on
          </label>
          <input
            id={id}
            className="hr-input"
            autoFocus
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <div className="hr-line">
            <Button type="submit" look="danger" icon={Trash2} disabled={!sure}>
              Delete everything
            </Button>
            <Button look="quiet" onClick={() => close()}>
              Cancel
            </Button>
          </div>
        </form>
      ) : (
        <Button look="danger" icon={Trash2} onClick={() => setOpen(true)}>
          Delete everything…
        </Button>
      )}
      <p role="status" className="hr-said">
        {said}
      </p>
    </div>
  );
}
