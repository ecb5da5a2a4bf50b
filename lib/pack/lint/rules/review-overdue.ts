/** SOPs that should have been looked at again. */
import { parseDay } from '../../../criteria/dates';
import type { Rule } from '../rule';
import { said, sopsOf } from '../walk';

export const reviewOverdue: Rule = {
  id: 'review-overdue',
  about: 'The day by which an SOP must be reviewed is over.',
  *check({ pack, today }) {
    const now = parseDay(today);
    for (const { value: sop, path } of sopsOf(pack)) {
      const day = sop.reviewBy === undefined ? null : parseDay(sop.reviewBy);
      if (day === null || now === null || day >= now) continue;
      yield {
        level: 'advice',
        path: [...path, 'reviewBy'],
        message: `${said(sop.title)} was to be reviewed by ${sop.reviewBy}`,
        fix: 'go through it with its reviewers, then set the next date',
      };
    }
  },
};
