/** Conditions that contradict themselves. */
import { askedLabels } from '../asks';
import type { Rule } from '../rule';
import { canHold } from '../satisfy';
import { conditionsOf, listed, sopsOf } from '../walk';

export const neverMet: Rule = {
  id: 'never-met',
  about: 'A criterion, or what ticks a step or suggests a branch, can never hold, whatever the record says.',
  *check({ pack, words, today }) {
    for (const sop of sopsOf(pack)) {
      for (const { value, path, decides } of conditionsOf(sop)) {
        // Whom an SOP is for: unreachable-sop.
        if (value === sop.value.when || canHold([value], words, today)) continue;
        yield {
          level: 'error',
          path,
          message: `${decides} can never be met: its parts contradict each other`,
          fix: `change what it asks of ${listed(askedLabels(value, words))}: nothing passes all of it`,
        };
      }
    }
  },
};
