/** SOPs that nobody keeps right. */
import type { Rule } from '../rule';
import { said, sopsOf } from '../walk';

export const missingOwner: Rule = {
  id: 'missing-owner',
  about: 'Neither the SOP nor the pack says who keeps it right.',
  *check({ pack }) {
    if (pack.owner !== undefined) return;
    for (const { value: sop, path } of sopsOf(pack)) {
      if (sop.owner !== undefined) continue;
      yield {
        level: 'advice',
        path,
        message: `nobody is named who keeps ${said(sop.title)} right`,
        fix: 'name an owner of the SOP, or of the whole pack',
      };
    }
  },
};
