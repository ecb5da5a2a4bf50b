/** Criteria that stop a rep for good. */
import { askedBy } from '../../asked';
import type { Rule } from '../rule';
import { criteriaOf, said, sopsOf } from '../walk';

export const blockWithoutWayOut: Rule = {
  id: 'block-without-way-out',
  about: 'A criterion blocks a move, and nothing tells the rep how to go on: no approval, and no fix.',
  *check({ pack }) {
    for (const { value: criterion, path } of sopsOf(pack).flatMap((sop) => criteriaOf(sop))) {
      if (criterion.severity !== 'block' || criterion.fix) continue;
      if ([...askedBy(criterion.when)].some(({ kind }) => kind === 'approval')) continue;
      yield {
        level: 'error',
        path,
        message: `${said(criterion.label)} blocks the move, and the rep is not told how to get past it`,
        fix: 'give it a fix, let an approval meet it as well, or ask for a reason instead of blocking',
      };
    }
  },
};
