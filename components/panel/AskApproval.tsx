/** The request for an approval: an optional note, and the code that carries both to whoever approves. Nothing is sent; the rep hands it over. */
import { useEffect, useId, useRef, useState } from 'react';
import { Copy, Send } from 'lucide-react';
import { longest } from '../../lib/approval/payload';
import { Button } from '../ui/Button';
import { CodeOut } from '../ui/CodeOut';
import '../ui/input.css';
import type { ApprovalEvents } from './ApprovalTask';

interface AskApprovalProps {
  step: { id: string; title: string };
  /** Who approves: "Dana Lind or Sam Okafor". */
  to: string;
  again: boolean;
  events: ApprovalEvents;
}

interface Made {
  code: string;
  by: string;
  copied: boolean;
}

export function AskApproval({ step, to, again, events }: AskApprovalProps) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <>
      <div>
        <Button
          ref={opener}
          look={again ? 'quiet' : 'plain'}
          icon={Send}
          aria-expanded={open}
          onClick={() => (open ? close() : setOpen(true))}
        >
          {again ? 'Ask again' : 'Ask for approval'}
        </Button>
      </div>
      {open && <AskForm step={step} to={to} events={events} onCancel={close} />}
    </>
  );
}

function AskForm({ step, to, events, onCancel }: Omit<AskApprovalProps, 'again'> & { onCancel(): void }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState('');
  const [made, setMade] = useState<Made | null>(null);
  const [trouble, setTrouble] = useState('');
  useEffect(() => field.current?.focus(), []);

  const ask = async (): Promise<void> => {
    setTrouble('');
    try {
      const { code, by } = await events.onAskApproval(step, note);
      const copied = await navigator.clipboard.writeText(code).then(
        () => true,
        () => false,
      );
      setMade({ code, by, copied });
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : 'The request was not made. Try again.');
    }
  };
  return (
    <form
      className="hr-approval__form"
      aria-label={`${step.title}: ask for approval`}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <label htmlFor={id}>
        Note for {to} <em className="hr-step__optional">optional</em>
      </label>
      <input
        id={id}
        ref={field}
        className="hr-input"
        value={note}
        maxLength={longest.note}
        autoComplete="off"
        onChange={({ target }) => {
          setNote(target.value);
          setMade(null);
        }}
      />
      <div className="hr-approval__buttons">
        <Button type="submit" look="primary" icon={Copy}>
          Copy the request
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {made ? 'Close' : 'Cancel'}
        </Button>
      </div>
      <p role="status" className="hr-approval__said">
        {trouble}
        {made && (made.copied ? `Copied. Send it to ${to}, by chat or mail.` : `Copy it from the box, and send it to ${to}.`)}
      </p>
      {made && <CodeOut code={made.code} what="the request" file={`request-${step.id}.txt`} />}
      {made?.by === '' && (
        <p className="hr-approval__said">
          It does not say who asks.{' '}
          <Button look="quiet" onClick={events.onOpenOptions}>
            Give your name
          </Button>
        </p>
      )}
    </form>
  );
}
