import { describe, expect, it } from 'vitest';
import type { GapRef } from '../../../../lib/guard/card';
import { openGaps, openRecords } from '../../../../lib/guard/open';
import { cardFor, gap, unseen, verdict } from './verdicts';

const { records } = cardFor([
  verdict('ask-reason', [gap(), unseen(), gap({ severity: 'tip', criterion: 'recap' })]),
  verdict('warn', [unseen()]),
  verdict('warn', [], { from: null, fromUnknown: true }),
]);
const [first, second] = records;
const buyerOf = (move: number): GapRef => ({ move, sop: 'discovery', criterion: 'buyer' });

describe('what is open', () => {
  it.each<{ what: string; confirmed: GapRef[]; open: string[] }>([
    { what: 'every gap but the tips', confirmed: [], open: ['budget', 'buyer'] },
    { what: 'not what the rep stands for', confirmed: [buyerOf(0)], open: ['budget'] },
    { what: 'also what they stand for with another record', confirmed: [buyerOf(1)], open: ['budget', 'buyer'] },
    { what: 'also what stands in another SOP', confirmed: [{ ...buyerOf(0), sop: 'demo' }], open: ['budget', 'buyer'] },
  ])('in a record: $what', ({ confirmed, open }) => {
    expect(first && openGaps(first, confirmed).map(({ criterion }) => criterion)).toEqual(open);
    expect(second).toBeDefined();
  });

  it.each<{ what: string; confirmed?: GapRef[]; open: number[] }>([
    { what: 'all with a gap, and that of which no stage can be seen', open: [0, 1, 2] },
    { what: 'not one of which every gap is stood for', confirmed: [buyerOf(1)], open: [0, 2] },
    { what: 'nothing makes up for a stage that cannot be seen', confirmed: [buyerOf(0), buyerOf(1), buyerOf(2)], open: [0, 2] },
  ])('among the records: $what', ({ confirmed, open }) => {
    expect(openRecords(records, confirmed).map(({ move }) => move)).toEqual(open);
  });
});
