/** The keys in this browser, the way to make one, and the people whom the pack in use names. */
import { useId, useRef, useState } from 'react';
import { KeyRound } from 'lucide-react';
import { Button } from '../../ui/Button';
import '../../ui/input.css';
import { KeyCard } from './KeyCard';
import type { ApprovalsEvents, ApproverView, KeyView } from './model';

interface KeysProps {
  keys: readonly KeyView[];
  approvers: readonly ApproverView[];
  now: number;
  events: Pick<ApprovalsEvents, 'onMakeKey' | 'onDeleteKey'>;
}

export function Keys({ keys, approvers, now, events }: KeysProps) {
  const [said, setSaid] = useState('');
  const [more, setMore] = useState(false);
  const make = (name: string): void => {
    setSaid('');
    events.onMakeKey(name).then(
      () => {
        setMore(false);
        setSaid(`The key of ${name} was made.`);
      },
      (error: unknown) => setSaid(wordsOf(error)),
    );
  };
  const remove = (key: KeyView): void => {
    setSaid('');
    events.onDeleteKey(key.id).then(
      () => setSaid(`The key of ${key.name} was deleted.`),
      (error: unknown) => setSaid(wordsOf(error)),
    );
  };
  return (
    <div className="hr-group">
      <h3>{keys.length > 1 ? 'Your keys' : 'Your key'}</h3>
      {keys.length === 0 && (
        <p>
          A key signs what you approve: only it can make your codes. It is made in this browser and stays in it, for this Chrome profile on
          this computer. It cannot be copied, exported or brought back.
        </p>
      )}
      {keys.map((key) => (
        <KeyCard key={key.id} shown={key} now={now} onDelete={() => remove(key)} />
      ))}
      {keys.length === 0 || more ? (
        <MakeKey onMake={make} />
      ) : (
        <Button icon={KeyRound} onClick={() => setMore(true)}>
          Make another key
        </Button>
      )}
      <p role="status" className="hr-said">
        {said}
      </p>
      {approvers.length > 0 && <Approvers approvers={approvers} />}
    </div>
  );
}

function MakeKey({ onMake }: { onMake(name: string): void }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = asked && name.trim() === '';
  return (
    <form
      className="hr-key-form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (name.trim() === '') field.current?.focus();
        else onMake(name.trim());
      }}
    >
      <label htmlFor={id}>Your name, as reps will read it</label>
      <div className="hr-line">
        <input
          id={id}
          ref={field}
          className="hr-input hr-key-form__name"
          value={name}
          maxLength={100}
          autoComplete="off"
          aria-invalid={missing}
          aria-describedby={missing ? `${id}-missing` : undefined}
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit" icon={KeyRound}>
          Make a key
        </Button>
      </div>
      {missing && (
        <p id={`${id}-missing`} className="hr-wrong">
          Give your name first.
        </p>
      )}
    </form>
  );
}

/** Beside the fingerprint that the approver reads out, these tell whether the pack holds the right key. */
function Approvers({ approvers }: { approvers: readonly ApproverView[] }) {
  return (
    <div className="hr-approvers">
      <h4>Who approves, by the pack in use</h4>
      <ul>
        {approvers.map(({ name, fingerprint, isHere }) => (
          <li key={fingerprint}>
            <span>
              {name}
              {isHere && ' (a key of this browser)'}
            </span>
            <code>{fingerprint}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : 'It was not saved. Try again.';
}
