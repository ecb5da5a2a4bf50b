/** Conditions to truth: pure, total, no clock. DESIGN §4. */
import type { Condition } from './condition';
import type { Evaluation, Facts, Trace, Vocabulary } from './facts';
import { truthOf } from './kleene';
import { seenBy, testLeaf } from './leaf';
import { leafSentence } from './leaf-sentence';

/**
 * Judge a condition by Kleene's logic. Never throws, whatever the facts hold, for any condition that `parse.ts` let through; what cannot be
 * seen or compared is unknown. The trace has one entry per leaf, in the pack's order, whether or not it decided the result.
 */
export function evaluate(condition: Condition, facts: Facts, words: Vocabulary): Evaluation {
  const trace: Trace[] = [];
  const result = truthOf(condition, (leaf) => {
    const seen = seenBy(leaf, facts);
    const truth = testLeaf(leaf, seen, facts, words);
    trace.push({ leaf, result: truth, sentence: leafSentence(leaf, words, facts.timeZone), ...seen });
    return truth;
  });
  return { result, trace, timeZone: facts.timeZone };
}
