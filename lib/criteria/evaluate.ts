/** Conditions to truth: pure, total, no clock. DESIGN §4. */
import type { Condition } from './condition';
import type { Evaluation, Facts, Trace, Vocabulary } from './facts';
import { truthOf } from './kleene';
import { traceOf } from './leaf';

/**
 * Judge a condition by Kleene's logic. Never throws, whatever the facts hold, for any condition that `parse.ts` let through; what cannot be
 * seen or compared is unknown. The trace has one entry per leaf, in the pack's order, whether or not it decided the result.
 */
export function evaluate(condition: Condition, facts: Facts, words: Vocabulary): Evaluation {
  const trace: Trace[] = [];
  const result = truthOf(condition, (leaf) => {
    const entry = traceOf(leaf, facts, words);
    trace.push(entry);
    return entry.result;
  });
  return { result, trace, timeZone: facts.timeZone };
}
