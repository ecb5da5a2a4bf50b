/** Whether an SOP is for this record and this rep: its roles, and the `when` that it is aimed by. */
import { evaluate } from '../criteria/evaluate';
import type { Facts, Vocabulary } from '../criteria/facts';
import type { Truth } from '../criteria/condition';
import { sentenceOf } from '../criteria/sentence';
import type { Sop } from '../pack/schema';

export interface Applies {
  result: Truth;
  /** What it depends on, with what is known; null for an SOP for every record. */
  sentence: string | null;
}

const ALWAYS: Applies = { result: 'true', sentence: null };
const NEVER: Applies = { result: 'false', sentence: null };

/** A rep who has said no role works by the SOPs of all of them. */
export function applies({ roles, when }: Sop, facts: Facts, words: Vocabulary): Applies {
  const mine = facts.roles ?? [];
  if (roles && mine.length > 0 && !roles.some((role) => mine.includes(role))) return NEVER;
  if (!when) return ALWAYS;
  const evaluation = evaluate(when, facts, words);
  return { result: evaluation.result, sentence: sentenceOf(when, evaluation, words) };
}
