/** The criteria that a move skipped, the worst first, each with the steps that can be ticked late. */
import { useState } from 'react';
import type { Crm } from '../../lib/crm/adapter';
import { criterionKey } from '../../lib/pack/criterion-key';
import { Disclosure } from '../ui/Disclosure';
import { CriterionItem } from './CriterionItem';
import type { PanelEvents } from './events';
import type { AskedLate, CatchUp, Stances } from './model';
import { mendingStep } from './on-screen';
import { stanceOn } from './stance';
import { StepItem } from './StepItem';

interface CatchUpListProps {
  card: CatchUp;
  stances: Stances;
  crm: Crm;
  now: number;
  events: PanelEvents;
}

/** More than these are behind a line to open: the card stays calm. */
const AT_FIRST = 3;

const keyOf = ({ sop, view }: AskedLate): string => criterionKey(sop, view.criterion.id);

export function CatchUpList({ card, ...rest }: CatchUpListProps) {
  const listed = useListed(card.asked);
  const first = listed.slice(0, AT_FIRST);
  const more = listed.slice(AT_FIRST);
  const items = (some: readonly AskedLate[]) => (
    <ul className="hr-criteria">
      {some.map((asked) => (
        <Item key={keyOf(asked)} asked={asked} context={card.context} {...rest} />
      ))}
    </ul>
  );
  return (
    <>
      {items(first)}
      {more.length > 0 && <Disclosure summary={`${more.length} more`}>{items(more)}</Disclosure>}
    </>
  );
}

/** What was open once stays listed as it is made good: nothing moves under the cursor. */
function useListed(asked: readonly AskedLate[]): readonly AskedLate[] {
  const [keys, setKeys] = useState<readonly string[]>([]);
  const fresh = asked.filter((one) => one.open && !keys.includes(keyOf(one))).map(keyOf);
  if (fresh.length > 0) setKeys([...keys, ...fresh]);
  return [...keys, ...fresh].flatMap((key) => asked.find((one) => keyOf(one) === key) ?? []);
}

function Item({
  asked,
  context,
  stances,
  crm,
  now,
  events,
}: { asked: AskedLate; context: CatchUp['context'] } & Omit<CatchUpListProps, 'card'>) {
  const { sop, view, steps } = asked;
  return (
    <CriterionItem
      sop={sop}
      view={view}
      stance={stanceOn(stances, sop, view)}
      step={mendingStep(view, context.outlook)}
      crm={crm}
      now={now}
      events={events}
    >
      {steps.length > 0 && (
        <ul className="hr-steps hr-steps--late">
          {steps.map((step) => (
            <StepItem key={step.step.id} view={step} model={context} now={now} events={events} />
          ))}
        </ul>
      )}
    </CriterionItem>
  );
}
