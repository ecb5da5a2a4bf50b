/** Conditions in plain English, with and without what is known. */
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../../lib/criteria/condition';
import { evaluate } from '../../../../lib/criteria/evaluate';
import type { Facts } from '../../../../lib/criteria/facts';
import { sentenceOf } from '../../../../lib/criteria/sentence';
import { factsWith, known, words } from './fixtures';

const filled = (...fields: string[]): Condition[] => fields.map((field) => ({ field, is: 'filled' }));

describe('one leaf', () => {
  it.each<[Condition, string, string]>([
    [{ field: 'amount', is: 'filled' }, 'Amount is filled', 'Amount is not filled'],
    [{ field: 'amount', is: 'empty' }, 'Amount is empty', 'Amount is not empty'],
    [{ field: 'amount', is: 'changed' }, 'Amount is changed by this save', 'Amount is not changed by this save'],
    [{ field: 'amount', is: 'equal', value: 50000 }, 'Amount is 50,000', 'Amount is not 50,000'],
    [{ field: 'budget-confirmed', is: 'equal', value: true }, 'Budget Confirmed is yes', 'Budget Confirmed is not yes'],
    [{ field: 'lead-source', is: 'equal', value: 'Web' }, 'Lead Source is “Web”', 'Lead Source is not “Web”'],
    [{ field: 'close-date', is: 'equal', value: 'today' }, 'Close Date is today', 'Close Date is not today'],
    [
      { field: 'lead-source', is: 'oneOf', value: ['Web', 'Phone', 'Fair'] },
      'Lead Source is one of “Web”, “Phone” or “Fair”',
      'Lead Source is not one of “Web”, “Phone” or “Fair”',
    ],
    [{ field: 'lead-source', is: 'oneOf', value: ['Web'] }, 'Lead Source is “Web”', 'Lead Source is not “Web”'],
    [{ field: 'next-step', is: 'contains', value: 'demo' }, 'Next Step contains “demo”', 'Next Step does not contain “demo”'],
    [{ field: 'discount', is: 'above', value: 15 }, 'Discount is above 15 %', 'Discount is not above 15 %'],
    [{ field: 'seats', is: 'atLeast', value: 1500 }, 'Seats is at least 1,500', 'Seats is not at least 1,500'],
    [{ field: 'discount', is: 'below', value: 2.5 }, 'Discount is below 2.5 %', 'Discount is not below 2.5 %'],
    [{ field: 'amount', is: 'atMost', value: 50000 }, 'Amount is at most 50,000', 'Amount is not at most 50,000'],
    [{ field: 'amount', is: 'between', value: [10.5, 20] }, 'Amount is between 10.50 and 20', 'Amount is not between 10.50 and 20'],
    [
      { field: 'close-date', is: 'between', value: ['today', '2026-12-31'] },
      'Close Date is between today and 31 Dec 2026',
      'Close Date is not between today and 31 Dec 2026',
    ],
    [{ field: 'close-date', is: 'before', value: '2026-12-01' }, 'Close Date is before 1 Dec 2026', 'Close Date is not before 1 Dec 2026'],
    [{ field: 'close-date', is: 'after', value: 'today' }, 'Close Date is after today', 'Close Date is not after today'],
    [
      { field: 'close-date', is: 'within', value: 'P14D' },
      'Close Date is within the next 14 days',
      'Close Date is not within the next 14 days',
    ],
    [
      { field: 'close-date', is: 'within', value: 'P1W1D' },
      'Close Date is within the next 1 week 1 day',
      'Close Date is not within the next 1 week 1 day',
    ],
    [{ field: 'close-date', is: 'within', value: 'P0D' }, 'Close Date is today', 'Close Date is not today'],
    [
      { field: 'close-date', is: 'within', value: '-P30D' },
      'Close Date is within the last 30 days',
      'Close Date is not within the last 30 days',
    ],
    [
      { field: 'close-date', is: 'before', value: 'P14D' },
      'Close Date is earlier than 14 days from today',
      'Close Date is not earlier than 14 days from today',
    ],
    [
      { field: 'close-date', is: 'after', value: '-P2W' },
      'Close Date is later than 2 weeks ago',
      'Close Date is not later than 2 weeks ago',
    ],
    [{ field: 'close-date', is: 'equal', value: 'P1D' }, 'Close Date is 1 day from today', 'Close Date is not 1 day from today'],
    [
      { field: 'close-date', is: 'between', value: ['-P7D', 'P0D'] },
      'Close Date is between 7 days ago and today',
      'Close Date is not between 7 days ago and today',
    ],
    [
      { field: 'close-date', is: 'after', value: { field: 'contract-start' } },
      'Close Date is after Contract Start',
      'Close Date is not after Contract Start',
    ],
    [{ field: 'amount', is: 'equal', value: { field: 'budget' } }, 'Amount is the same as Budget', 'Amount is not the same as Budget'],
    [{ field: 'amount', is: 'atMost', value: { field: 'gone' } }, 'Amount is at most gone', 'Amount is not at most gone'],
    [{ field: 'industry', is: 'equal', value: 'TECH_1' }, 'Industry is “Technology”', 'Industry is not “Technology”'],
    [
      { field: 'industry', is: 'oneOf', value: ['tech', 'Health care', 'Mining'] },
      'Industry is one of “Technology”, “Health care” or “Mining”',
      'Industry is not one of “Technology”, “Health care” or “Mining”',
    ],
    [{ field: 'regions', is: 'contains', value: 'us' }, 'Regions contains “United States”', 'Regions does not contain “United States”'],
    [{ step: 'confirm-budget', is: 'done' }, '“Confirm the budget” is done', '“Confirm the budget” is not done'],
    [{ answer: 'who-signs', is: 'filled' }, '“Who signs?” is answered', '“Who signs?” is not answered'],
    [{ answer: 'who-signs', is: 'equal', value: 'CFO' }, 'the answer to “Who signs?” is “CFO”', 'the answer to “Who signs?” is not “CFO”'],
    [{ answer: 'who-signs', is: 'empty' }, '“Who signs?” is not answered', '“Who signs?” is answered'],
    [
      { answer: 'how-many', is: 'above', value: 1000 },
      'the answer to “How many seats?” is above 1,000',
      'the answer to “How many seats?” is not above 1,000',
    ],
    [
      { answer: 'go-live', is: 'within', value: 'P30D' },
      'the answer to “When do they go live?” is within the next 30 days',
      'the answer to “When do they go live?” is not within the next 30 days',
    ],
    [
      { answer: 'segment', is: 'oneOf', value: ['smb', 'ent'] },
      'the answer to “Which segment?” is one of “Small business” or “Enterprise”',
      'the answer to “Which segment?” is not one of “Small business” or “Enterprise”',
    ],
    [
      { answer: 'risks', is: 'contains', value: 'price' },
      'the answer to “Which risks?” contains “Too dear”',
      'the answer to “Which risks?” does not contain “Too dear”',
    ],
    [
      { answer: 'has-sponsor', is: 'equal', value: true },
      'the answer to “Is there a sponsor?” is yes',
      'the answer to “Is there a sponsor?” is not yes',
    ],
    [
      { elapsed: 'PT2H', since: 'lead-assigned', until: 'first-call', calendar: 'office' },
      '“First call” comes within 2 hours of “Lead assigned”, in working time (Office hours, Berlin)',
      '“First call” does not come within 2 hours of “Lead assigned”, in working time (Office hours, Berlin)',
    ],
    [
      { approval: 'big-discount', is: 'granted' },
      'approval “Discount over 15 %” is granted',
      'approval “Discount over 15 %” is not granted',
    ],
    [
      { elapsed: 'PT2H30M', since: 'stage-entered', until: 'first-contact' },
      '“first contact” comes within 2 hours 30 minutes of “stage entered”',
      '“first contact” does not come within 2 hours 30 minutes of “stage entered”',
    ],
    [{ field: 'not-in-pack', is: 'filled' }, 'not-in-pack is filled', 'not-in-pack is not filled'],
  ])('%j', (leaf, sentence, negated) => {
    expect(sentenceOf(leaf, null, words)).toBe(sentence);
    expect(sentenceOf({ not: leaf }, null, words)).toBe(negated);
    expect(sentenceOf({ not: { not: leaf } }, null, words)).toBe(sentence);
  });

  it('tells an instant in UTC where nobody’s zone is known', () => {
    const text = sentenceOf({ field: 'next-call', is: 'before', value: '2026-11-22T10:00:00+01:00' }, null, words);
    expect(text).toBe('Next Call is before 22 Nov 2026, 09:00 UTC');
  });
});

describe('groups', () => {
  it.each<[Condition, string, string]>([
    [{ all: filled('amount') }, 'Amount is filled', 'Amount is not filled'],
    [{ all: filled('amount', 'seats') }, 'Amount is filled and Seats is filled', 'Amount is not filled or Seats is not filled'],
    [{ any: filled('amount', 'seats') }, 'Amount is filled or Seats is filled', 'Amount is not filled and Seats is not filled'],
    [
      { all: filled('amount', 'seats', 'discount') },
      'all of these 3: Amount is filled; Seats is filled; Discount is filled',
      'at least one of these 3: Amount is not filled; Seats is not filled; Discount is not filled',
    ],
    [
      { any: filled('amount', 'seats', 'discount') },
      'at least one of these 3: Amount is filled; Seats is filled; Discount is filled',
      'all of these 3: Amount is not filled; Seats is not filled; Discount is not filled',
    ],
    [
      { atLeast: 2, of: filled('amount', 'seats', 'discount') },
      'at least 2 of these 3 are filled: Amount, Seats, Discount',
      'fewer than 2 of these 3 are filled: Amount, Seats, Discount',
    ],
    [
      { atLeast: 1, of: [...filled('amount'), { step: 'confirm-budget', is: 'done' }] },
      'at least 1 of these 2: Amount is filled; “Confirm the budget” is done',
      'fewer than 1 of these 2: Amount is filled; “Confirm the budget” is done',
    ],
    [
      {
        score: 50,
        of: [
          { points: 20, when: { field: 'amount', is: 'filled' } },
          { points: 40, when: { any: filled('seats', 'discount') } },
        ],
      },
      'at least 50 points: 20 for Amount is filled; 40 for (Seats is filled or Discount is filled)',
      'fewer than 50 points: 20 for Amount is filled; 40 for (Seats is filled or Discount is filled)',
    ],
    [
      { all: [{ field: 'amount', is: 'filled' }, { not: { all: filled('seats', 'discount') } }] },
      'Amount is filled and (Seats is not filled or Discount is not filled)',
      'Amount is not filled or (Seats is filled and Discount is filled)',
    ],
  ])('%j', (condition, sentence, negated) => {
    expect(sentenceOf(condition, null, words)).toBe(sentence);
    expect(sentenceOf({ not: condition }, null, words)).toBe(negated);
  });
});

describe('what is known', () => {
  const facts: Facts = factsWith({
    readings: {
      discount: known(12),
      metrics: known('Saves 3 h a week'),
      champion: known('Jo'),
      competition: known('none'),
      'budget-confirmed': known(null),
    },
    steps: { 'confirm-budget': 'open' },
  });
  const told = (condition: Condition): string => sentenceOf(condition, evaluate(condition, facts, words), words);

  it.each<[Condition, string]>([
    [{ field: 'budget-confirmed', is: 'filled' }, 'Budget Confirmed is filled (it is empty)'],
    [{ field: 'amount', is: 'atMost', value: 50000 }, 'Amount is at most 50,000 (it cannot be seen here)'],
    [{ not: { field: 'discount', is: 'above', value: 15 } }, 'Discount is not above 15 % (it is 12 %)'],
    [
      {
        all: [
          { field: 'discount', is: 'atMost', value: 15 },
          { step: 'confirm-budget', is: 'done' },
        ],
      },
      'Discount is at most 15 % (it is 12 %) and “Confirm the budget” is done (it is still open)',
    ],
    [
      {
        atLeast: 4,
        of: filled('metrics', 'economic-buyer', 'decision-criteria', 'decision-process', 'champion', 'competition', 'budget-confirmed'),
      },
      'at least 4 of these 7 are filled: Metrics, Economic Buyer, Decision Criteria, Decision Process, Champion, Competition, Budget Confirmed (3 so far, 3 cannot be seen here); shortest way: Budget Confirmed',
    ],
    [
      { atLeast: 2, of: filled('metrics', 'budget-confirmed') },
      'at least 2 of these 2 are filled: Metrics, Budget Confirmed (1 so far); shortest way: Budget Confirmed',
    ],
    [
      {
        score: 50,
        of: [
          { points: 30, when: { field: 'metrics', is: 'filled' } },
          { points: 20, when: { all: filled('amount', 'champion') } },
          { points: 10, when: { elapsed: 'PT2H', since: 'assigned', until: 'first-contact' } },
        ],
      },
      'at least 50 points: 30 for Metrics is filled; 20 for (Amount is filled and Champion is filled); 10 for “first contact” comes within 2 hours of “assigned” (30 so far, 20 cannot be seen here, 10 not known yet); shortest way: Amount',
    ],
    [
      {
        any: [
          { atLeast: 1, of: filled('amount', 'seats') },
          { field: 'discount', is: 'above', value: 15 },
        ],
      },
      '(at least 1 of these 2 are filled: Amount, Seats (0 so far, 2 cannot be seen here)) or Discount is above 15 % (it is 12 %); shortest way: Discount is above 15 %',
    ],
    [
      { any: filled('amount', 'budget-confirmed') },
      'Amount is filled (it cannot be seen here) or Budget Confirmed is filled (it is empty)',
    ],
    [
      { not: { all: filled('amount', 'budget-confirmed').map((part) => ({ not: part })) } },
      'Amount is filled (it cannot be seen here) or Budget Confirmed is filled (it is empty)',
    ],
    [
      { all: [...filled('budget-confirmed'), { atLeast: 2, of: filled('amount', 'seats', 'champion') }] },
      'Budget Confirmed is filled (it is empty) and (at least 2 of these 3 are filled: Amount, Seats, Champion (1 so far, 2 cannot be seen here); shortest way: Amount)',
    ],
    [
      { not: { atLeast: 2, of: filled('metrics', 'champion', 'amount') } },
      'fewer than 2 of these 3 are filled: Metrics, Champion, Amount (2 so far, 1 cannot be seen here)',
    ],
    [
      { any: [{ all: filled('amount', 'seats') }, { not: { field: 'discount', is: 'above', value: 10 } }] },
      '(Amount is filled (it cannot be seen here) and Seats is filled (it cannot be seen here)) or Discount is not above 10 % (it is 12 %); shortest way: Discount is not above 10 %',
    ],
    [
      { atLeast: 1, of: filled('metrics', 'amount') },
      'at least 1 of these 2 are filled: Metrics, Amount (1 so far, 1 cannot be seen here)',
    ],
    [
      { atLeast: 1, of: [{ field: 'discount', is: 'below', value: { field: 'amount' } }] },
      'at least 1 of these 1: Discount is below Amount (0 so far, 1 cannot be seen here)',
    ],
  ])('%j', (condition, sentence) => {
    expect(told(condition)).toBe(sentence);
  });
});
