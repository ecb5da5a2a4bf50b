/** Due times that cannot be met. */
import type { Pack } from '../../schema';
import { stageEntered } from '../../schema';
import type { Rule } from '../rule';
import { said, sopsOf, stepsOf, topStepsOf } from '../walk';

export const impossibleDue: Rule = {
  id: 'impossible-due',
  about: 'A step is due after an event that only it or a later step makes, or before one that is over when the rep gets to it.',
  *check({ pack, words }) {
    for (const sop of sopsOf(pack)) {
      const order = stepsOf(sop).map(({ value }) => value.id);
      for (const { value: step, path } of topStepsOf(sop)) {
        const { due } = step;
        if (!due) continue;
        const event = said(words.events[due.event]?.label ?? due.event);
        const position = order.indexOf(stepOf(due.event, pack) ?? '');
        const own = order.indexOf(step.id);
        const remark = (why: string, fix: string) => ({
          level: 'error' as const,
          path: [...path, 'due'],
          message: `${said(step.title)} can never be in time: ${why}`,
          fix,
        });
        if ('after' in due && position !== -1 && position >= own)
          yield remark(
            `it is due after ${event}, which happens when ${position === own ? 'this step' : 'a later step'} is done`,
            'count from an event that happens before it, such as stage-entered',
          );
        if ('before' in due && (due.event === stageEntered || (position !== -1 && position <= own)))
          yield remark(
            `it is due before ${event}, which ${position === own ? 'happens when this step is done' : 'is over by then'}`,
            'count back from an event that is still to come, or say `after`',
          );
      }
    }
  },
};

/** The step whose tick is the event. */
function stepOf(event: string, pack: Pack): string | undefined {
  const source = pack.events.find(({ id }) => id === event)?.at;
  return source && 'step' in source ? source.step : undefined;
}
