/** Groups, steps, answers, approvals and clocks; and the trace that tells a rep why. */
import { describe, expect, it } from 'vitest';
import type { AnswerTest, Condition, Truth } from '../../../../lib/criteria/condition';
import type { Value } from '../../../../lib/crm/adapter';
import { evaluate } from '../../../../lib/criteria/evaluate';
import type { Facts } from '../../../../lib/criteria/facts';
import { factsWith, known, now, reading, words } from './fixtures';

const leaves: Record<Truth, Condition> = {
  true: { step: 'was-done', is: 'done' },
  false: { step: 'was-open', is: 'done' },
  unknown: { field: 'not-seen', is: 'filled' },
};
const facts = factsWith({ steps: { 'was-done': 'done', 'was-open': 'open' } });
const truths: Truth[] = ['true', 'false', 'unknown'];
const judged = (condition: Condition, on: Facts = facts): Truth => evaluate(condition, on, words).result;
const made = (letters: string): Condition[] =>
  [...letters].map((letter) => leaves[letter === 'T' ? 'true' : letter === 'F' ? 'false' : 'unknown']);

describe('Kleene’s tables', () => {
  it.each(truths)('"%s" stands for itself', (truth) => {
    expect(judged(leaves[truth])).toBe(truth);
  });

  it.each<[Truth, Truth]>([
    ['true', 'false'],
    ['false', 'true'],
    ['unknown', 'unknown'],
  ])('not %s is %s', (truth, expected) => {
    expect(judged({ not: leaves[truth] })).toBe(expected);
  });

  it.each<[string, Truth, Truth]>([
    ['TT', 'true', 'true'],
    ['TF', 'false', 'true'],
    ['TU', 'unknown', 'true'],
    ['FT', 'false', 'true'],
    ['FF', 'false', 'false'],
    ['FU', 'false', 'unknown'],
    ['UT', 'unknown', 'true'],
    ['UF', 'false', 'unknown'],
    ['UU', 'unknown', 'unknown'],
  ])('%s: all is %s, any is %s', (letters, all, any) => {
    expect(judged({ all: made(letters) })).toBe(all);
    expect(judged({ any: made(letters) })).toBe(any);
  });

  it.each<[number, string, Truth]>([
    [1, 'FFU', 'unknown'],
    [2, 'TTF', 'true'],
    [2, 'TTU', 'true'],
    [2, 'TUF', 'unknown'],
    [2, 'TFF', 'false'],
    [2, 'UFF', 'false'],
    [4, 'TTTUUFF', 'unknown'],
    [4, 'TTTFFFF', 'false'],
    [4, 'TTTTFUU', 'true'],
  ])('at least %i of %s is %s', (atLeast, letters, expected) => {
    expect(judged({ atLeast, of: made(letters) })).toBe(expected);
  });

  it.each<[number, string, Truth]>([
    [50, 'TFF', 'true'],
    [50, 'FTT', 'true'],
    [50, 'FTU', 'unknown'],
    [50, 'UFF', 'unknown'],
    [51, 'UFF', 'false'],
    [80, 'FTU', 'false'],
    [75, 'UUF', 'unknown'],
    [75, 'TTF', 'true'],
  ])('a score of %i from 50, 30 and 20 points that are %s is %s', (score, letters, expected) => {
    const points = [50, 30, 20];
    expect(judged({ score, of: made(letters).map((when, index) => ({ points: points[index] ?? 0, when })) })).toBe(expected);
  });
});

describe('a step', () => {
  it.each<[Facts['steps'], Truth]>([
    [{ 'confirm-budget': 'done' }, 'true'],
    [{ 'confirm-budget': 'na' }, 'true'],
    [{ 'confirm-budget': 'open' }, 'false'],
    [{}, 'false'],
  ])('with %j is done: %s', (steps, expected) => {
    expect(judged({ step: 'confirm-budget', is: 'done' }, factsWith({ steps }))).toBe(expected);
  });

  it('never touched is open, whatever every object inherits', () => {
    expect(judged({ step: 'constructor', is: 'done' })).toBe('false');
  });
});

describe('an answer', () => {
  it.each<[Facts['answers'], Truth, Truth]>([
    [{ 'who-signs': 'The CFO' }, 'true', 'true'],
    [{ 'who-signs': ' the cfo ' }, 'true', 'true'],
    [{ 'who-signs': 'The CEO' }, 'true', 'false'],
    [{ 'who-signs': '' }, 'false', 'false'],
    [{ 'who-signs': null }, 'false', 'false'],
    [{}, 'false', 'false'],
    [{ 'who-signs': 7 }, 'true', 'unknown'],
  ])('in %j is filled: %s, is "The CFO": %s', (answers, filled, equal) => {
    expect(judged({ answer: 'who-signs', is: 'filled' }, factsWith({ answers }))).toBe(filled);
    expect(judged({ answer: 'who-signs', is: 'equal', value: 'The CFO' }, factsWith({ answers }))).toBe(equal);
  });
});

describe('an answer of a type', () => {
  it.each<[AnswerTest, Value, Truth]>([
    [{ answer: 'who-signs', is: 'empty' }, null, 'true'],
    [{ answer: 'who-signs', is: 'empty' }, 'CFO', 'false'],
    [{ answer: 'how-many', is: 'above', value: 5 }, 6, 'true'],
    [{ answer: 'how-many', is: 'above', value: 5 }, 5, 'false'],
    [{ answer: 'how-many', is: 'above', value: 5 }, null, 'false'],
    [{ answer: 'how-many', is: 'between', value: [1, 5] }, 5, 'true'],
    [{ answer: 'go-live', is: 'after', value: 'P7D' }, '2026-11-30', 'true'],
    [{ answer: 'go-live', is: 'after', value: 'P8D' }, '2026-11-30', 'false'],
    [{ answer: 'go-live', is: 'equal', value: 'today' }, '2026-11-22', 'true'],
    [{ answer: 'go-live', is: 'within', value: 'P14D' }, 'soon', 'unknown'],
    [{ answer: 'has-sponsor', is: 'equal', value: false }, false, 'true'],
    [{ answer: 'segment', is: 'equal', value: 'ent' }, 'ent', 'true'],
    [{ answer: 'segment', is: 'equal', value: 'Enterprise' }, 'ent', 'true'],
    [{ answer: 'segment', is: 'oneOf', value: ['smb', 'ent'] }, 'ent', 'true'],
    [{ answer: 'segment', is: 'equal', value: 'smb' }, 'ent', 'false'],
    [{ answer: 'risks', is: 'contains', value: 'Too dear' }, ['timing', 'price'], 'true'],
    [{ answer: 'risks', is: 'contains', value: 'price' }, ['timing'], 'false'],
  ])('%j for %j is %s', (test, value, expected) => {
    expect(judged(test, factsWith({ answers: { [test.answer]: value } }))).toBe(expected);
  });

  it('is compared with a field', () => {
    const test: Condition = { answer: 'how-many', is: 'atMost', value: { field: 'seats' } };
    const on = (answers: Facts['answers'], readings: Facts['readings']): Truth => judged(test, factsWith({ answers, readings }));
    const truths = [
      on({ 'how-many': 5 }, { seats: known(5) }),
      on({ 'how-many': 6 }, { seats: known(5) }),
      on({ 'how-many': 6 }, {}),
      on({}, {}),
    ];
    expect(truths).toEqual(['true', 'false', 'unknown', 'false']);
  });
});

describe('an approval', () => {
  it.each<[Facts['approvals'], Truth]>([
    [{ 'big-discount': 'granted' }, 'true'],
    [{ 'big-discount': 'refused' }, 'false'],
    [{}, 'false'],
  ])('in %j is granted: %s', (approvals, expected) => {
    expect(judged({ approval: 'big-discount', is: 'granted' }, factsWith({ approvals }))).toBe(expected);
  });
});

describe('a clock of two hours', () => {
  const hours = (count: number): number => now + count * 3_600_000;
  const clock: Condition = { elapsed: 'PT2H', since: 'assigned', until: 'first-contact' };

  it.each<[string, Facts['events'], Truth]>([
    ['has not started', {}, 'unknown'],
    ['has not started, though the second event came', { 'first-contact': hours(-1) }, 'unknown'],
    ['still runs', { assigned: hours(-1) }, 'unknown'],
    ['runs out this very moment', { assigned: hours(-2) }, 'unknown'],
    ['has run out', { assigned: hours(-2) - 1 }, 'false'],
    ['was stopped in time', { assigned: hours(-9), 'first-contact': hours(-8) }, 'true'],
    ['was stopped at the last moment', { assigned: hours(-9), 'first-contact': hours(-7) }, 'true'],
    ['was stopped too late', { assigned: hours(-9), 'first-contact': hours(-7) + 1 }, 'false'],
    ['started at a time that is none', { assigned: NaN, 'first-contact': hours(-8) }, 'unknown'],
    ['was stopped at a time that is none', { assigned: hours(-9), 'first-contact': NaN }, 'unknown'],
  ])('that %s', (_, events, expected) => {
    expect(judged(clock, factsWith({ events }))).toBe(expected);
  });
});

describe('a clock of two working hours', () => {
  const clock: Condition = { elapsed: 'PT2H', since: 'lead-assigned', until: 'first-call', calendar: 'office' };
  const fridayAtFour = Date.parse('2026-11-20T16:00:00+01:00');
  const called = (until: string): Truth =>
    judged(clock, factsWith({ events: { 'lead-assigned': fridayAtFour, 'first-call': Date.parse(until) } }));

  it('stands still outside them', () => {
    expect(called('2026-11-23T10:00:00+01:00')).toBe('true');
    expect(called('2026-11-23T10:00:01+01:00')).toBe('false');
  });

  it('still runs on the weekend', () => {
    expect(judged(clock, factsWith({ events: { 'lead-assigned': fridayAtFour } }))).toBe('unknown');
    expect(judged(clock, factsWith({ events: { 'lead-assigned': fridayAtFour }, now: Date.parse('2026-11-23T10:01:00+01:00') }))).toBe(
      'false',
    );
  });

  it.each(['no-such-hours', 'constructor'])('is unknown where the pack has no calendar "%s"', (calendar) => {
    const events = { 'lead-assigned': fridayAtFour, 'first-call': fridayAtFour };
    expect(judged({ ...clock, calendar }, factsWith({ events }))).toBe('unknown');
  });
});

describe('the trace', () => {
  it('has one entry per leaf in the pack’s order, with its own result and what is known, decided or not', () => {
    const discount = known(12);
    const condition: Condition = {
      any: [
        { not: { field: 'discount', is: 'above', value: 15 } },
        {
          all: [
            { step: 'confirm-budget', is: 'done' },
            { field: 'amount', is: 'filled' },
          ],
        },
        { score: 1, of: [{ points: 1, when: { approval: 'big-discount', is: 'granted' } }] },
        { elapsed: 'P1D', since: 'assigned', until: 'first-contact' },
      ],
    };
    expect(evaluate(condition, factsWith({ readings: { discount } }), words)).toEqual({
      result: 'true',
      trace: [
        { leaf: { field: 'discount', is: 'above', value: 15 }, result: 'false', sentence: 'Discount is above 15 %', known: discount },
        { leaf: { step: 'confirm-budget', is: 'done' }, result: 'false', sentence: '“Confirm the budget” is done' },
        { leaf: { field: 'amount', is: 'filled' }, result: 'unknown', sentence: 'Amount is filled' },
        { leaf: { approval: 'big-discount', is: 'granted' }, result: 'false', sentence: 'approval “Discount over 15 %” is granted' },
        {
          leaf: { elapsed: 'P1D', since: 'assigned', until: 'first-contact' },
          result: 'unknown',
          sentence: '“first contact” comes within 1 day of “assigned”',
        },
      ],
      timeZone: 'Europe/Berlin',
    });
  });

  it('keeps what is known of the other field, and the answer, null where there is none', () => {
    const [amount, budget] = [known(5), known(6)];
    const condition: Condition = {
      all: [
        { field: 'amount', is: 'below', value: { field: 'budget' } },
        { answer: 'how-many', is: 'above', value: { field: 'budget' } },
        { answer: 'segment', is: 'filled' },
      ],
    };
    const { trace } = evaluate(condition, factsWith({ readings: { amount, budget }, answers: { 'how-many': 7 } }), words);
    expect(trace.map(({ known, other, answer }) => ({ known, other, answer }))).toEqual([
      { known: amount, other: budget, answer: undefined },
      { known: undefined, other: budget, answer: 7 },
      { known: undefined, other: undefined, answer: null },
    ]);
  });

  it('tells a time in the rep’s zone, also when that changes', () => {
    const leaf: Condition = { field: 'next-call', is: 'before', value: '2026-11-22T10:00:00Z' };
    const sentence = (timeZone: string) => evaluate(leaf, { ...factsWith(), timeZone }, words).trace[0]?.sentence;
    expect(['Europe/Berlin', 'Asia/Tokyo', 'Europe/Berlin', 'Mars/Olympus'].map(sentence)).toEqual([
      'Next Call is before 22 Nov 2026, 11:00',
      'Next Call is before 22 Nov 2026, 19:00',
      'Next Call is before 22 Nov 2026, 11:00',
      'Next Call is before 22 Nov 2026, 10:00 UTC',
    ]);
  });

  it('tells the same leaf in the words of the pack at hand', () => {
    const leaf: Condition = { field: 'amount', is: 'filled' };
    const other = { ...words, fields: { amount: { label: 'Betrag', type: 'currency' as const } } };
    const sentence = (vocabulary: typeof words): string | undefined => evaluate(leaf, reading('amount', 1), vocabulary).trace[0]?.sentence;
    expect([sentence(words), sentence(other), sentence(words)]).toEqual(['Amount is filled', 'Betrag is filled', 'Amount is filled']);
  });
});
