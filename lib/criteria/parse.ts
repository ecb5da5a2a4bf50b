/** Conditions from untrusted data. Whatever cannot be judged is refused here, with its place and in words for the manager who wrote it. */
import { z } from '../zod';
import type { Condition } from './condition';
import { elapsed, tests } from './leaf-shapes';
import { overLimit } from './limits';
import { refusals } from './messages';
import { nearest } from './nearest';
import { isPlainObject, pick, shape } from './pick';
import type { Refusal, Shape } from './pick';

interface Scored {
  points: number;
  when: Condition;
}

const notEmpty = { error: refusals.emptyList(), abort: true };
const node: z.ZodType<Condition> = pick<Condition>(shapeOf);
const part = z.lazy(() => node);
const parts = z.array(part, refusals.noList()).min(1, notEmpty);
const whole = z.int(refusals.wholeNumber()).min(1, refusals.wholeNumber());
const scored = shape<Scored>(z.object({ points: whole, when: part }));
const scoredParts = z.array(
  pick<Scored>((data) => (isPlainObject(data) ? scored : [{ path: [], message: refusals.noScored() }])),
  refusals.noList(),
);

const atLeast = z.object({ atLeast: whole, of: parts }).superRefine((group, context) => {
  const possible = group.of.length;
  if (group.atLeast > possible) context.addIssue({ code: 'custom', path: ['atLeast'], message: refusals.tooFew(group.atLeast, possible) });
});

const score = z.object({ score: whole, of: scoredParts.min(1, notEmpty) }).superRefine((group, context) => {
  const possible = group.of.reduce((sum, { points }) => sum + points, 0);
  if (group.score > possible) context.addIssue({ code: 'custom', path: ['score'], message: refusals.tooFew(group.score, possible) });
});

/** The conditions that one key tells apart. */
const byKey: Record<string, Shape<Condition>> = {
  all: shape(z.object({ all: parts })),
  any: shape(z.object({ any: parts })),
  not: shape(z.object({ not: part })),
  atLeast: shape(atLeast),
  score: shape(score),
  elapsed,
};
/** The conditions that say with `is` what they ask for. */
const byIs: Record<string, Record<string, Shape<Condition>>> = tests;
const kinds = [...Object.keys(byIs), ...Object.keys(byKey)];

/** A parsed condition within the limits of `limits.ts`. Issues carry the manager's words and the exact path. */
export const condition: z.ZodType<Condition> = pick<Condition>((data) => {
  const refusal = overLimit(data);
  return refusal ? [refusal] : { keys: null, schema: node };
});

/** The shape that was meant, by the key that is there and the operator that it names. */
function shapeOf(data: unknown): Shape<Condition> | Refusal[] {
  if (!isPlainObject(data)) return [{ path: [], message: refusals.noCondition() }];
  const kind = kinds.find((key) => Object.hasOwn(data, key));
  if (kind === undefined) return [unknownKind(data)];
  const byOperator = byIs[kind];
  if (!byOperator) return byKey[kind] ?? [unknownKind(data)];
  const operators = Object.keys(byOperator);
  const is = Object.hasOwn(data, 'is') ? data.is : undefined;
  if (typeof is !== 'string') return [{ path: ['is'], message: refusals.noIs(operators) }];
  const chosen = Object.hasOwn(byOperator, is) ? byOperator[is] : undefined;
  return chosen ?? [{ path: ['is'], message: refusals.unknownIs(is, nearest(is, operators), operators) }];
}

function unknownKind(data: Record<string, unknown>): Refusal {
  if (Object.hasOwn(data, 'of')) return { path: ['of'], message: refusals.ofAlone() };
  for (const key of Object.keys(data)) {
    const near = nearest(key, kinds);
    if (near !== null) return { path: [key], message: refusals.unknownKey(key, near, kinds) };
  }
  return { path: [], message: refusals.noKind(kinds) };
}
