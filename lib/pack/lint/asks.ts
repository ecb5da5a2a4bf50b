/** What a condition asks for, in the pack's own words. */
import type { Condition } from '../../criteria/condition';
import type { Vocabulary } from '../../criteria/facts';
import { own } from '../../criteria/own';
import { type Asked, askedBy } from '../asked';

/** `Budget`, `Ask for the budget`: each once. Calendars are not told: they only say how time is counted. */
export function askedLabels(condition: Condition, words: Vocabulary): string[] {
  return [...new Set([...askedBy(condition)].filter(({ kind }) => kind !== 'calendar').map((asked) => labelOf(asked, words)))];
}

function labelOf({ kind, id }: Asked, words: Vocabulary): string {
  switch (kind) {
    case 'field':
      return own(words.fields, id)?.label ?? id;
    case 'answer':
      return own(words.answers, id)?.label ?? id;
    case 'step':
      return own(words.steps, id)?.title ?? id;
    case 'approval':
      return own(words.approvals, id)?.title ?? id;
    case 'event':
      return own(words.events, id)?.label ?? id;
    case 'calendar':
      return own(words.calendars, id)?.title ?? id;
  }
}
