/** The condition language: closed operators over fields, steps, answers, approvals and clocks. Grammar and meaning: DESIGN §4. */

/**
 * A value that a pack compares with. A date is an ISO day (`2026-11-22`), an ISO instant, `today`, or a duration from today: `P14D` is in 14
 * days, `-P30D` was 30 days ago. A choice is told by its id, its label or any value that a CRM has for it.
 */
export type Operand = string | number | boolean;

/** The value of another field of the same record. */
export type FieldOperand = { field: string };

/** What a test asks of a value. */
export type ValueTest =
  | { is: 'filled' | 'empty' }
  | { is: 'equal'; value: Operand | FieldOperand }
  | { is: 'oneOf'; value: Operand[] }
  | { is: 'contains'; value: string }
  | { is: 'above' | 'atLeast' | 'below' | 'atMost'; value: number | FieldOperand }
  | { is: 'before' | 'after'; value: string | FieldOperand }
  | { is: 'between'; value: [number, number] | [string, string] }
  /** From today on for a duration such as `P14D`, up to today for one such as `-P30D`. */
  | { is: 'within'; value: string };

export type FieldTest = { field: string } & (ValueTest | { is: 'changed' });
/** `answer` is a question or a decision. */
export type AnswerTest = { answer: string } & ValueTest;
export type StepTest = { step: string; is: 'done' };
export type ApprovalTest = { approval: string; is: 'granted' };
/** `until` came no later than the duration `elapsed` after `since`, counted in the working hours of `calendar` where one is named. Both are events. */
export type Elapsed = { elapsed: string; since: string; until: string; calendar?: string };

export type Operator = FieldTest['is'];

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
