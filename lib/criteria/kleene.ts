/** Kleene's three-valued logic over a condition: one fold, used to judge a condition and again to tell it in words. */
import type { Condition, Leaf, Truth } from './condition';

/**
 * The truth of a condition, given the truth of each leaf. `test` is called once for every leaf, in the pack's order: nothing is cut short,
 * so that a rep sees all gaps at once.
 */
export function truthOf(condition: Condition, test: (leaf: Leaf) => Truth): Truth {
  if ('all' in condition) return reached(condition.all.length, condition.all, test);
  if ('any' in condition) return reached(1, condition.any, test);
  if ('not' in condition) return opposite(truthOf(condition.not, test));
  if ('atLeast' in condition) return reached(condition.atLeast, condition.of, test);
  if ('score' in condition) {
    let sure = 0;
    let possible = 0;
    for (const { points, when } of condition.of) {
      const truth = truthOf(when, test);
      if (truth !== 'false') possible += points;
      if (truth === 'true') sure += points;
    }
    return threshold(condition.score, sure, possible);
  }
  return test(condition);
}

function opposite(truth: Truth): Truth {
  switch (truth) {
    case 'true':
      return 'false';
    case 'false':
      return 'true';
    case 'unknown':
      return 'unknown';
  }
}

function reached(target: number, parts: readonly Condition[], test: (leaf: Leaf) => Truth): Truth {
  let sure = 0;
  let possible = 0;
  for (const part of parts) {
    const truth = truthOf(part, test);
    if (truth !== 'false') possible += 1;
    if (truth === 'true') sure += 1;
  }
  return threshold(target, sure, possible);
}

/** `sure` is what is already reached, `possible` what would be reached if every unknown came out true. */
function threshold(target: number, sure: number, possible: number): Truth {
  if (sure >= target) return 'true';
  return possible < target ? 'false' : 'unknown';
}
