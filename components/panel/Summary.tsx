/** How far the stage is: steps done, required and optional counted apart, what is next, and what stands in the way of leaving it. */
import { ArrowRight, Check } from 'lucide-react';
import type { Truth } from '../../lib/criteria/condition';
import type { CriterionView, Outlook } from '../../lib/guard/outlook';
import { Progress } from '../ui/Progress';
import { StateMark } from '../ui/StateMark';
import { countWords } from './words';
import './summary.css';

/** The id of the exit criteria's heading: the summary leads there. */
export const EXIT_ID = 'before-you-leave';

export function Summary({ outlook }: { outlook: Outlook }) {
  const { required, optional } = outlook;
  const criteria = outlook.sops.flatMap((sop) => sop.exit);
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

/** "2 of 4 exit criteria met, 1 cannot be seen". */
function exitWords(criteria: readonly CriterionView[]): string {
  const met = criteria.filter(({ result }) => result === 'true').length;
  const unseen = criteria.filter(({ result }) => result === 'unknown').length;
  return `${met} of ${criteria.length} exit criteria met${unseen > 0 ? `, ${unseen} cannot be seen` : ''}`;
}

function worst(criteria: readonly CriterionView[]): Truth {
  const results = criteria.map(({ result }) => result);
  return results.includes('false') ? 'false' : results.includes('unknown') ? 'unknown' : 'true';
}
