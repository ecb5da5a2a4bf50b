/** What is to be said of a record before its steps: a move that was not checked, rules that changed, and what is still to be made good. */
import { useRef } from 'react';
import type { Outlook } from '../../lib/guard/outlook';
import { useFocusKept } from '../ui/useFocusKept';
import { CatchUp } from './CatchUp';
import { Debts } from './Debts';
import type { PanelEvents } from './events';
import { MissedNotice } from './MissedNotice';
import type { RecordModel } from './model';
import { UpdateCard } from './UpdateCard';

interface RecordNewsProps {
  model: RecordModel;
  /** What else is on the screen; null where no SOP is. */
  outlook: Outlook | null;
  now: number;
  events: PanelEvents;
}

export function RecordNews({ model, outlook, now, events }: RecordNewsProps) {
  const { heading, missed, catchUp, debts, stances, update } = model;
  const around = useRef<HTMLDivElement>(null);
  useFocusKept(around);
  return (
    <div ref={around} className="hr-news" role="group" aria-label="News" tabIndex={-1}>
      <CatchUp card={catchUp} stances={stances} crm={heading.crm} now={now} events={events} />
      <MissedNotice missed={missed} now={now} criteria={outlook?.sops.some(({ exit }) => exit.length > 0) ?? false} />
      <UpdateCard update={update} heading={heading} events={events} />
      <Debts debts={debts} outlook={outlook} now={now} events={events} />
    </div>
  );
}
