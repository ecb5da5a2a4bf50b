/** Criteria that ask for nothing. */
import { askedLabels } from '../asks';
import type { Rule } from '../rule';
import { canFail } from '../satisfy';
import { criteriaOf, listed, said, sopsOf } from '../walk';

export const alwaysMet: Rule = {
  id: 'always-met',
  about: 'A criterion holds whatever the record says.',
  *check({ pack, words, today }) {
    for (const { value: criterion, path } of sopsOf(pack).flatMap((sop) => criteriaOf(sop))) {
      if (canFail(criterion.when, words, today)) continue;
      yield {
        level: 'advice',
        path: [...path, 'when'],
        message: `${said(criterion.label)} is always met: it holds whatever ${listed(askedLabels(criterion.when, words), 'or')} says`,
        fix: 'ask for something that can be missing, or leave the criterion out',
      };
    }
  },
};
