/** The condition language: closed operators over fields, steps, answers, approvals and clocks. Grammar and meaning: DESIGN §4. */

/** A value that a pack compares with. Dates are ISO days (`2026-11-22`), ISO instants, or the word `today`. */
export type Operand = string | number | boolean;

export type FieldTest =
  | { field: string; is: 'filled' | 'empty' | 'changed' }
  | { field: string; is: 'equal'; value: Operand }
  | { field: string; is: 'oneOf'; value: Operand[] }
  | { field: string; is: 'contains'; value: string }
  | { field: string; is: 'above' | 'atLeast' | 'below' | 'atMost'; value: number }
  | { field: string; is: 'between'; value: [number, number] | [string, string] }
  | { field: string; is: 'before' | 'after'; value: string }
  /** `value` is an ISO 8601 duration such as `P14D`. */
  | { field: string; is: 'within'; value: string };

export type StepTest = { step: string; is: 'done' };
export type AnswerTest = { answer: string; is: 'filled' } | { answer: string; is: 'equal'; value: Operand };
export type ApprovalTest = { approval: string; is: 'granted' };
/** `until` came no later than the duration `elapsed` after `since`. Both are event names. */
export type Elapsed = { elapsed: string; since: string; until: string };

export type Leaf = FieldTest | StepTest | AnswerTest | ApprovalTest | Elapsed;

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { atLeast: number; of: Condition[] }
  | { score: number; of: { points: number; when: Condition }[] }
  | Leaf;

/** Kleene's three values. */
export type Truth = 'true' | 'false' | 'unknown';
