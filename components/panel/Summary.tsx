/** How far the stage is: steps done, required and optional counted apart, what is next, and what stands in the way of leaving it. */
import { ArrowRight, Check, Flag } from 'lucide-react';
import type { Outlook } from '../../lib/guard/outlook';
import { Progress } from '../ui/Progress';
import { StateMark } from '../ui/StateMark';
import type { MarkState } from '../ui/StateMark';
import type { SopModel } from './model';
import { stanceOn, stateOf } from './stance';
import { countWords, debtWords } from './words';
import './summary.css';

/** The id of the exit criteria's heading: the summary leads there. */
export const EXIT_ID = 'before-you-leave';

/** The same of the open debts. */
export const DEBTS_ID = 'open-debt';

export function Summary({ model: { outlook, stances, debts } }: { model: Pick<SopModel, 'outlook' | 'stances' | 'debts'> }) {
  const { required, optional } = outlook;
  const criteria = outlook.sops.flatMap(({ sop, exit }) => exit.map((view) => stateOf(view, stanceOn(stances, sop.id, view))));
  return (
    <section className="hr-summary" aria-label="Progress">
      <p className="hr-summary__count">{countWords(required, optional)}</p>
      {required.total > 0 && <Progress done={required.done} total={required.total} label="Required steps" />}
      {criteria.length > 0 && (
        <a className="hr-summary__exit" href={`#${EXIT_ID}`}>
          <StateMark truth={worst(criteria)} size={15} />
          {exitWords(criteria)}
        </a>
      )}
      {debts.length > 0 && (
        <a className="hr-summary__exit" href={`#${DEBTS_ID}`}>
          <Flag size={15} className="hr-mark hr-mark--unknown" aria-hidden />
          {debtWords(debts.length)}
        </a>
      )}
      {required.total > 0 && <NextLine outlook={outlook} />}
    </section>
  );
}

/** What is next, and the way to it. As tall as its longest title from the start: nothing below it moves when a step is ticked. */
function NextLine({ outlook }: { outlook: Outlook }) {
  const steps = outlook.sops.flatMap((sop) => sop.phases.flatMap((phase) => phase.steps)).filter(({ step }) => step.required);
  const next = steps.find(({ state }) => state === 'open');
  const longest = steps.map(({ step }) => step.title).reduce((a, b) => (b.length > a.length ? b : a), '');
  return (
    <p role="status" className={next ? 'hr-summary__next' : 'hr-summary__next hr-summary__next--done'}>
      {next ? <ArrowRight size={15} aria-hidden /> : <Check size={15} aria-hidden />}
      <span className="hr-summary__title" data-longest={nextWords(longest)}>
        {next ? <a href={`#step-${next.step.id}`}>{nextWords(next.step.title)}</a> : <span>All required steps are done.</span>}
      </span>
    </p>
  );
}

function nextWords(title: string): string {
  return `Next: ${title}`;
}

/** "2 of 4 exit criteria met, 1 confirmed by you, 1 cannot be seen". */
function exitWords(criteria: readonly MarkState[]): string {
  const count = (state: MarkState): number => criteria.filter((one) => one === state).length;
  const confirmed = count('confirmed');
  const unseen = count('unknown');
  return [
    `${count('true')} of ${criteria.length} exit criteria met`,
    ...(confirmed > 0 ? [`${confirmed} confirmed by you`] : []),
    ...(unseen > 0 ? [`${unseen} cannot be seen`] : []),
  ].join(', ');
}

const FROM_WORST: readonly MarkState[] = ['false', 'unknown', 'confirmed'];

function worst(criteria: readonly MarkState[]): MarkState {
  return FROM_WORST.find((state) => criteria.includes(state)) ?? 'true';
}
