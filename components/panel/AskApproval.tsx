/** The request for an approval: an optional note, and the code that carries both to whoever approves. Nothing is sent; the rep hands it over. */
import { useEffect, useId, useRef, useState } from 'react';
import { Copy, Send } from 'lucide-react';
import { longest } from '../../lib/approval/payload';
import { Button } from '../ui/Button';
import { CodeOut } from '../ui/CodeOut';
import '../ui/input.css';
import type { PanelEvents } from './events';

interface AskApprovalProps {
  step: { id: string; title: string };
  /** Who approves: "Dana Lind or Sam Okafor". */
  to: string;
  again: boolean;
  events: Pick<PanelEvents, 'onAskApproval' | 'onOpenOptions'>;
}

interface Made {
  code: string;
  by: string;
  copied: boolean;
}

export function AskApproval({ step, to, again, events }: AskApprovalProps) {
  const [open, setOpen] = useState<'not yet' | 'open' | 'closed'>('not yet');
  if (open === 'open') return <AskForm step={step} to={to} events={events} onClose={() => setOpen('closed')} />;
  return (
    <div>
      <Button icon={Send} autoFocus={open === 'closed'} onClick={() => setOpen('open')}>
        {again ? 'Ask again' : 'Ask for approval'}
      </Button>
    </div>
  );
}

function AskForm({ step, to, events, onClose }: Omit<AskApprovalProps, 'again'> & { onClose(): void }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const told = useRef<HTMLParagraphElement>(null);
  const [note, setNote] = useState('');
  const [made, setMade] = useState<Made | null>(null);
  const [trouble, setTrouble] = useState('');
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (made) told.current?.focus();
  }, [made]);

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
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        if (!made) void ask();
      }}
    >
      <p ref={told} tabIndex={-1} role="status" className={trouble ? 'hr-approval__wrong' : 'hr-approval__said'}>
        {trouble}
        {made && (made.copied ? `Copied. Send it to ${to}, by chat or mail.` : `Copy it from the box, and send it to ${to}.`)}
      </p>
      {made ? (
        <>
          <CodeOut code={made.code} what="the request" file={`request-${step.id}.txt`} />
          {made.by === '' && (
            <p className="hr-approval__said">
              It does not say who asks.{' '}
              <Button look="quiet" onClick={events.onOpenOptions}>
                Give your name
              </Button>
            </p>
          )}
          <div>
            <Button onClick={onClose}>Close the request</Button>
          </div>
        </>
      ) : (
        <>
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
            onChange={({ target }) => setNote(target.value)}
          />
          <div className="hr-approval__buttons">
            <Button type="submit" look="primary" icon={Copy}>
              Copy the request
            </Button>
            <Button look="quiet" onClick={onClose}>
              Cancel
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
