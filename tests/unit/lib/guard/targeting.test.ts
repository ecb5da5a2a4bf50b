/** SOPs that are only for some records or some people: which are judged and shown, and what is said where that cannot be known. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../lib/criteria/facts';
import { judge } from '../../../../lib/guard/judge';
import { outlook } from '../../../../lib/guard/outlook';
import { applies } from '../../../../lib/guard/targeting';
import { placeOf } from '../../../../lib/pack/load';
import { samplePack } from '../pack/sample';
import { indexed, noFacts, record, unmet } from './guarded';

const roles = [
  { id: 'sdr', title: 'Sales development' },
  { id: 'ae', title: 'Account executive' },
];
const big = { field: 'amount', is: 'above', value: 50_000 };
const criterion = (id: string, more: object = {}) => ({
  id,
  label: id,
  when: { field: 'budget', is: 'filled' },
  severity: 'reason',
  ...more,
});
const sop = (id: string, more: object = {}) => ({
  id,
  title: id,
  purpose: 'To test.',
  pipeline: 'sales',
  stages: ['talk'],
  exit: [criterion(`leave-${id}`)],
  ...more,
});
const pack = await indexed({
  ...samplePack(),
  roles,
  sops: [sop('all'), sop('large', { when: big }), sop('ae-only', { roles: ['ae'] })],
});
const move = { record, field: 'StageName', from: 'Prospecting', to: 'Needs Analysis' };

const amount = (value: number | null): Partial<Facts['readings']> => ({ amount: { value, source: 'wire', at: 1 } });
const facts = (readings: object = {}, mine?: string[]): Facts => ({ ...unmet, readings: { ...unmet.readings, ...readings }, roles: mine });
const judged = (known: Facts) => judge(move, pack, known).gaps.map(({ criterion: id, result }) => `${id} ${result}`);

describe('a move is judged by', () => {
  it.each<[string, Facts, string[]]>([
    ['an SOP that is aimed at this record', facts(amount(60_000), ['sdr']), ['leave-all unmet', 'leave-large unmet']],
    ['not by one that is aimed at others', facts(amount(10_000), ['sdr']), ['leave-all unmet']],
    ['not by one that is aimed by a field which is empty', facts(amount(null), ['sdr']), ['leave-all unmet']],
    ['an SOP of the rep’s role', facts(amount(10_000), ['ae']), ['leave-all unmet', 'leave-ae-only unmet']],
    ['an SOP of one of the rep’s roles', facts(amount(10_000), ['sdr', 'ae']), ['leave-all unmet', 'leave-ae-only unmet']],
    ['the SOPs of all roles for a rep who has said none', facts(amount(10_000)), ['leave-all unmet', 'leave-ae-only unmet']],
    ['the same for one who has taken every role back', facts(amount(10_000), []), ['leave-all unmet', 'leave-ae-only unmet']],
  ])('%s', (_, known, expected) => {
    expect(judged(known)).toEqual(expected);
  });

  it('an SOP that may be aimed at this record, as something that cannot be seen, with the reason', () => {
    const gap = judge(move, pack, facts({}, ['sdr'])).gaps[1];
    expect(gap).toMatchObject({ criterion: 'leave-large', result: 'unknown' });
    expect(gap?.sentence).toBe('Budget is filled (it is empty); asked only if Amount is above 50,000 (it cannot be seen here)');
  });

  it('nothing of an SOP that may be aimed at this record and is met', () => {
    expect(judged({ ...noFacts, roles: ['sdr'], readings: { budget: { value: 'yes', source: 'wire', at: 1 } } })).toEqual([]);
  });

  it('a criterion that counts unseen as not met only where its SOP is surely for this record', async () => {
    const strict = await indexed({
      ...samplePack(),
      sops: [sop('large', { when: big, exit: [criterion('strict', { ifUnknown: 'pass' })] })],
    });
    expect(judge(move, strict, facts()).gaps).toEqual([]);
    expect(judge(move, strict, facts(amount(60_000))).kind).toBe('ask-reason');
  });
});

describe('the panel shows', () => {
  const place = placeOf(pack, record, 'Prospecting');
  const shown = (known: Facts) => place && outlook(pack, place, record, known, {}).sops.map((view) => [view.sop.id, view.onlyIf]);

  it('what is aimed at this record and this rep', () => {
    expect(shown(facts(amount(60_000), ['ae']))).toEqual([
      ['all', null],
      ['large', null],
      ['ae-only', null],
    ]);
    expect(shown(facts(amount(10_000), ['sdr']))).toEqual([['all', null]]);
  });

  it('what may be aimed at it, and what that depends on', () => {
    expect(shown(facts({}, ['sdr']))).toEqual([
      ['all', null],
      ['large', 'Amount is above 50,000 (it cannot be seen here)'],
    ]);
  });

  it('the SOP that the rep has decided to go on with', async () => {
    const deciding = sop('fit', {
      phases: [
        {
          id: 'p',
          title: 'Fit',
          steps: [
            {
              id: 'fits',
              title: 'Does it fit?',
              decision: [
                { id: 'yes', label: 'Yes' },
                { id: 'no', label: 'No', to: { sop: 'give-up' } },
              ],
            },
          ],
        },
      ],
    });
    const branching = await indexed({ ...samplePack(), sops: [deciding, sop('give-up', { stages: ['lost'] })] });
    const ids = (answers: Facts['answers']) => {
      const here = placeOf(branching, record, 'Prospecting');
      return here && outlook(branching, here, record, { ...noFacts, answers }, {}).sops.map((view) => view.sop.id);
    };
    expect(ids({})).toEqual(['fit']);
    expect(ids({ fits: 'yes' })).toEqual(['fit']);
    expect(ids({ fits: 'no' })).toEqual(['fit', 'give-up']);
  });
});

it('an SOP without roles or aim is for everybody', () => {
  const [all] = pack.pack.sops;
  expect(all && applies(all, { ...noFacts, roles: ['other'] }, pack.words)).toEqual({ result: 'true', sentence: null });
});
