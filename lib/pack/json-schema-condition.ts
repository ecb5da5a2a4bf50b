/** The condition grammar as JSON Schema. Written out, since Zod cannot see which shape `pick` (lib/criteria/pick.ts) will choose. */
import type { Operator } from '../criteria/condition';

type JsonSchema = Readonly<Record<string, unknown>>;

/** An object with these keys and no others. `optional` may be left out. */
function closed(properties: Record<string, JsonSchema>, optional: readonly string[] = []): JsonSchema {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', properties, required, additionalProperties: false };
}

const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const text = { type: 'string', minLength: 1, maxLength: 255 };
const named = (description: string): JsonSchema => ({ ...text, description });
const number = { type: 'number' };
const duration = { type: 'string', pattern: '^-?P' };
const whole = { type: 'integer', minimum: 1 };
const pair = (items: JsonSchema) => ({ type: 'array', items, minItems: 2, maxItems: 2 });
const otherField = closed({ field: named('The id of another field of the same record, to compare with.') });
const orOtherField = (schema: JsonSchema) => ({ anyOf: [schema, otherField] });
const conditions = { type: 'array', items: ref('condition'), minItems: 1 };

/** What each operator asks, and what it compares with. */
const operators: Record<Operator, { asks: string; value?: JsonSchema }> = {
  filled: { asks: 'It holds something.' },
  empty: { asks: 'It holds nothing.' },
  changed: { asks: 'The save that is held writes another value than before.' },
  equal: {
    asks: 'It is this value. A choice is told by its id, its label or a value that a CRM has for it.',
    value: orOtherField(ref('operand')),
  },
  oneOf: { asks: 'It is one of these values.', value: { type: 'array', items: ref('operand'), minItems: 1, maxItems: 200 } },
  contains: { asks: 'This text is in it; of a list of choices, this is one.', value: text },
  above: { asks: 'It is more than this.', value: orOtherField(number) },
  atLeast: { asks: 'It is this or more.', value: orOtherField(number) },
  below: { asks: 'It is less than this.', value: orOtherField(number) },
  atMost: { asks: 'It is this or less.', value: orOtherField(number) },
  between: { asks: 'It is from the first to the second of these, both included.', value: { anyOf: [pair(number), pair(text)] } },
  before: {
    asks: 'It is before this day or time: a date, today, or a duration from today such as P14D or -P30D.',
    value: orOtherField(text),
  },
  after: {
    asks: 'It is after this day or time: a date, today, or a duration from today such as P14D or -P30D.',
    value: orOtherField(text),
  },
  within: { asks: 'It is from today to so many days on (P14D), or from so many days ago to today (-P30D).', value: duration },
};

/** One shape for each operator, so that an editor knows what belongs beside it. */
function tests(key: 'field' | 'answer', subject: string): JsonSchema {
  const asked = Object.entries(operators).filter(([is]) => key === 'field' || is !== 'changed');
  return {
    description: subject,
    anyOf: asked.map(([is, { asks, value }]) =>
      closed({ [key]: named(subject), is: { const: is, description: asks }, ...(value && { value: { ...value, description: asks } }) }),
    ),
  };
}

/** `condition` and what it is made of, for the `$defs` of the pack's schema. */
export const conditionDefs: Readonly<Record<string, JsonSchema>> = {
  condition: {
    anyOf: [
      closed({ all: { ...conditions, description: 'All of these hold.' } }),
      closed({ any: { ...conditions, description: 'At least one of these holds.' } }),
      closed({ not: { ...ref('condition'), description: 'This does not hold.' } }),
      closed({
        atLeast: { ...whole, description: 'So many of the conditions in `of` hold.' },
        of: { ...conditions, description: 'The conditions that are counted.' },
      }),
      closed({
        score: { ...whole, description: 'The conditions in `of` that hold make so many points.' },
        of: { type: 'array', items: ref('scored'), minItems: 1, description: 'The conditions that make points.' },
      }),
      ref('fieldTest'),
      ref('answerTest'),
      closed({ step: named('The id of a step.'), is: { const: 'done', description: 'The step is done.' } }),
      closed({ approval: named('The id of an approval step.'), is: { const: 'granted', description: 'The approval is there.' } }),
      ref('elapsed'),
    ],
  },
  scored: closed({
    points: { ...whole, description: 'What it is worth.' },
    when: { ...ref('condition'), description: 'When it counts.' },
  }),
  fieldTest: tests('field', 'The id of a field.'),
  answerTest: tests('answer', 'The id of a question or a decision step.'),
  elapsed: {
    description: 'One event came within a time of another.',
    ...closed(
      {
        elapsed: { ...duration, description: 'The longest that it may take, such as PT2H or P1D.' },
        since: named('The event that the clock starts with.'),
        until: named('The event that stops it.'),
        calendar: named('The working hours that count, such as business; every hour by default.'),
      },
      ['calendar'],
    ),
  },
  operand: { anyOf: [text, number, { type: 'boolean' }] },
};
