/** A stage change that no checked save explains: what it skipped, as it stands now, and what to do about it. One calm card, once per move. */
import { useId, useState } from 'react';
import { CircleCheck, History } from 'lucide-react';
import type { Crm } from '../../lib/crm/adapter';
import { Button } from '../ui/Button';
import { timeWords } from '../ui/time';
import { CatchUpList } from './CatchUpList';
import type { PanelEvents } from './events';
import type { CatchUp as Card, Stances } from './model';
import { ReasonForm } from './ReasonForm';
import { missedWords } from './words';
import './catch-up.css';

interface CatchUpProps {
  /** Null where there is nothing to catch up on. */
  card: Card | null;
  stances: Stances;
  crm: Crm;
  now: number;
  events: PanelEvents;
}

/** Its live region is always there, so that news under an open panel is read out. */
export function CatchUp({ card, ...rest }: CatchUpProps) {
  const [before, setBefore] = useState(card);
  /** The card that the rep has put away, and the one that was made good. */
  const [closed, setClosed] = useState<string | null>(null);
  const [met, setMet] = useState<Card | null>(null);
  if (card?.id !== before?.id) {
    setBefore(card);
    setMet(card === null && before !== null && before.id !== closed ? before : null);
  }
  return (
    <>
      <p role="status" className={met ? 'hr-caught-up' : 'hr-hidden'}>
        {met && (
          <>
            <CircleCheck size={15} aria-hidden />
            Caught up: all that {met.to} asked for is met now.
          </>
        )}
        {card && `${titleOf(card)}. ${skippedWords(card)}`}
      </p>
      {card && <CatchUpCard key={card.id} card={card} onClose={() => setClosed(card.id)} {...rest} />}
    </>
  );
}

function CatchUpCard({ card, stances, crm, now, events, onClose }: CatchUpProps & { card: Card; onClose(): void }) {
  const id = useId();
  const [reasoning, setReasoning] = useState(false);
  const { from, to, at, missed, codes } = card;
  return (
    <section className="hr-catch-up" aria-labelledby={id}>
      <h2 id={id}>
        <History size={15} aria-hidden />
        {titleOf(card)}
      </h2>
      <p className="hr-catch-up__when">
        <span>
          {from} → {to}
        </span>
        <span>{missed ? `${timeWords(missed.at, now)}: ${lower(missedWords(missed.why))}` : `noticed ${timeWords(at, now)}`}</span>
      </p>
      <p>{skippedWords(card)} Make it good here, give a reason, or dismiss this.</p>
      <CatchUpList card={card} stances={stances} crm={crm} now={now} events={events} />
      {reasoning ? (
        <ReasonForm
          codes={codes}
          now={now}
          onCancel={() => setReasoning(false)}
          onSave={(reason) => {
            onClose();
            events.onReason(card, reason);
          }}
        />
      ) : (
        <div className="hr-catch-up__buttons">
          <Button onClick={() => setReasoning(true)}>Give a reason</Button>
          <Button
            look="quiet"
            onClick={() => {
              onClose();
              events.onDismiss(card);
            }}
          >
            Dismiss
          </Button>
        </div>
      )}
    </section>
  );
}

function titleOf({ to, missed }: Card): string {
  return missed ? `Moved to ${to} without a check` : `Moved to ${to} since you last looked`;
}

/** "3 things were skipped on the way." */
function skippedWords({ asked }: Card): string {
  const { length } = asked.filter(({ open }) => open);
  return length === 1 ? 'One thing was skipped on the way.' : `${length} things were skipped on the way.`;
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
