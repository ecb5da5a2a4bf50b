/** DESIGN §4, "Which criteria a move must meet" and "Verdict", one sentence at a time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../../lib/guard/judge';
import type { Move } from '../../../../lib/guard/move';
import { criterionKey } from '../../../../lib/pack/criterion-key';
import { severities } from '../../../../lib/pack/schema-criterion';
import { samplePack } from '../pack/sample';
import { guarded, indexed, noFacts, record, unmet, withOne } from './guarded';

const value = { talk: 'Prospecting', show: 'Needs Analysis', offer: 'Proposal/Price Quote', won: 'Closed Won', lost: 'Closed Lost' };
const move = (from: string | null | undefined, to: string): Move => ({ record, field: 'StageName', from, to });
const pack = await indexed(guarded);

describe('a move must meet', () => {
  it.each([
    [
      'forward by one: the exit criteria of the stage it leaves and the entry criteria of the next',
      value.talk,
      value.show,
      ['leave-talk', 'enter-show'],
    ],
    [
      'forward over a stage: the exit criteria of that one too, not its entry criteria',
      value.talk,
      value.offer,
      ['leave-talk', 'leave-talk-to-offer', 'leave-show', 'enter-offer'],
    ],
    [
      'to won: that is forward, over every open stage on the way',
      value.talk,
      value.won,
      ['leave-talk', 'leave-show', 'leave-show-to-won', 'leave-offer', 'enter-won'],
    ],
    ['a criterion that names other stages does not count', value.offer, value.won, ['leave-offer', 'enter-won']],
    ['to lost: only the entry criteria of that stage', value.talk, value.lost, ['enter-lost']],
    ['to lost: and a criterion that names it', value.offer, value.lost, ['leave-offer-to-lost', 'enter-lost']],
    ['backward: only criteria that name the stage', value.offer, value.talk, ['leave-offer-to-talk', 'reopen-talk']],
    ['backward where none names the stage: nothing', value.offer, value.show, []],
    ['from won to an open stage: that is backward', value.won, value.talk, ['reopen-talk']],
    ['from lost to an open stage: that is backward', value.lost, value.offer, []],
    ['from lost to won: forward, and no open stage lies between', value.lost, value.won, ['leave-lost', 'enter-won']],
    ['a new record in a later stage: the entry criteria of that stage', null, value.offer, ['enter-offer']],
    ['a new record in the first stage: its entry criteria', null, value.talk, ['enter-talk', 'reopen-talk']],
    ['a stage before that could not be seen: the entry criteria of the target, which are sure', undefined, value.offer, ['enter-offer']],
    ['a stage before that is not in the pack: the entry criteria of the target', 'Somewhere', value.offer, ['enter-offer']],
    ['the stage it has already: nothing', value.talk, value.talk, []],
    ['another CRM value of the same stage: nothing', 'Prospecting', 'Qualification', []],
    ['a stage that is not in the pack: nothing', value.talk, 'Somewhere', []],
  ])('%s', (_, from, to, expected) => {
    const verdict = judge(move(from, to), pack, unmet);
    expect(verdict.gaps.map(({ criterion }) => criterion)).toEqual(expected);
    expect(verdict.kind).toBe(expected.length > 0 ? 'warn' : 'allow');
  });

  it('each criterion once, where one SOP covers several stages of the way', async () => {
    const [first] = guarded.sops;
    const wide = await indexed({ ...guarded, sops: [{ ...first, stages: ['talk', 'show', 'offer'] }] });
    expect(judge(move(value.talk, value.offer), wide, unmet).gaps.map(({ criterion }) => criterion)).toEqual([
      'leave-talk',
      'leave-talk-to-offer',
      'enter-talk',
    ]);
  });

  it('the criteria of every SOP of a stage', async () => {
    const [first, second] = guarded.sops;
    const both = await indexed({ ...guarded, sops: [first, { ...second, stages: ['talk'] }] });
    expect(judge(move(value.talk, value.show), both, unmet).gaps.map(({ sop }) => sop)).toEqual(['talk-sop', 'show-sop']);
  });

  it('in a pipeline that the object shares: the one that knows both stages is meant', async () => {
    const [sales] = samplePack().pipelines;
    const stages = [
      { id: 'begin', title: 'Begin', kind: 'open', in: { salesforce: ['Begin'] } },
      { id: 'end', title: 'End', kind: 'won', in: { salesforce: ['Closed Won'] } },
    ];
    const two = await indexed({ ...guarded, pipelines: [sales, { ...sales, id: 'renewals', title: 'Renewals', stages }] });
    expect(judge(move('Begin', 'Closed Won'), two, unmet)).toMatchObject({ kind: 'allow', from: 'Begin', to: 'End' });
  });

  it('in another pipeline: the entry criteria of the target, for no way between the two can be judged', async () => {
    const [sales] = samplePack().pipelines;
    const stages = [{ id: 'begin', title: 'Begin', kind: 'open', in: { salesforce: ['Begin'] } }];
    const two = await indexed({ ...guarded, pipelines: [sales, { ...sales, id: 'renewals', title: 'Renewals', stages }] });
    expect(judge(move('Begin', value.offer), two, unmet).gaps.map(({ criterion }) => criterion)).toEqual(['enter-offer']);
    expect(judge(move('Begin', value.lost), two, unmet).gaps.map(({ criterion }) => criterion)).toEqual(['enter-lost']);
  });

  it('in another pipeline: a criterion that names a stage means the stage of its own pipeline', async () => {
    const [sales] = samplePack().pipelines;
    const stages = [{ id: 'lost', title: 'Dropped', kind: 'lost', in: { salesforce: ['Dropped'] } }];
    const two = await indexed({ ...guarded, pipelines: [sales, { ...sales, id: 'renewals', title: 'Renewals', stages }] });
    expect(judge(move(value.offer, 'Dropped'), two, unmet)).toMatchObject({ kind: 'allow', gaps: [], to: 'Dropped' });
  });

  describe('where the pack lists its closed stages among the open ones', () => {
    it.each([
      ['opening a lost record again is backward', value.lost, value.talk, ['reopen-talk']],
      ['from lost to won skips nothing', value.lost, value.won, ['leave-lost', 'enter-won']],
      ['a closed stage is not skipped on the way', value.talk, value.show, ['leave-talk', 'enter-show']],
    ])('%s', async (_, from, to, expected) => {
      const [sales] = samplePack().pipelines;
      const order = ['lost', 'talk', 'lost-too', 'show', 'offer', 'won'];
      const lostToo = { id: 'lost-too', title: 'Lost too', kind: 'lost', in: { salesforce: ['No decision'] } };
      const stages = order.map((id) => sales?.stages.find((stage) => stage.id === id) ?? lostToo);
      const [first] = guarded.sops;
      const ofLostToo = { ...first, id: 'lost-too-sop', stages: ['lost-too'], entry: [] };
      const mixed = await indexed({ ...guarded, pipelines: [{ ...sales, stages }], sops: [...guarded.sops, ofLostToo] });
      expect(judge(move(from, to), mixed, unmet).gaps.map(({ criterion }) => criterion)).toEqual(expected);
    });
  });

  it('on another stage field of the object: nothing', () => {
    expect(judge({ ...move(value.talk, value.show), field: 'Other_Stage__c' }, pack, unmet)).toMatchObject({
      kind: 'allow',
      gaps: [],
      to: null,
    });
  });
});

describe('what the screen is told of the way', () => {
  it.each([
    ['both titles', value.talk, value.won, { from: 'Talk', to: 'Won', fromUnknown: false }],
    ['a new record', null, value.show, { from: null, to: 'Show', fromUnknown: false }],
    ['a stage before that could not be seen', undefined, value.show, { from: null, to: 'Show', fromUnknown: true }],
    ['a stage before that is not in the pack', 'Somewhere', value.show, { from: null, to: 'Show', fromUnknown: false }],
  ])('%s', (_, from, to, expected) => {
    expect(judge(move(from, to), pack, unmet)).toMatchObject(expected);
  });
});

describe('a stage before that could not be seen', () => {
  it.each([
    ['warns on the way into a later stage, though nothing there is unmet', value.show, { kind: 'warn', gaps: [], fromUnknown: true }],
    ['says nothing on the way into the first stage', value.talk, { kind: 'allow', gaps: [], fromUnknown: false }],
    ['says nothing where the stage is not in the pack', 'Somewhere', { kind: 'allow', gaps: [], fromUnknown: false }],
  ])('%s', async (_, to, expected) => {
    expect(judge(move(undefined, to), await withOne({ severity: 'tip' }), unmet)).toMatchObject(expected);
  });
});

describe('the verdict', () => {
  it.each([
    ['tip', 'allow'],
    ['warn', 'warn'],
    ['reason', 'ask-reason'],
    ['block', 'block'],
  ])('of a criterion of severity %s that is unmet is %s, and the gap is listed', async (severity, kind) => {
    const verdict = judge(move(value.talk, value.show), await withOne({ severity }), unmet);
    expect(verdict.kind).toBe(kind);
    expect(verdict.gaps).toMatchObject([{ criterion: 'only', severity, result: 'unmet' }]);
  });

  it.each([
    ['confirm', 'block', 'unknown'],
    ['unmet', 'block', 'unmet'],
    ['pass', 'allow', undefined],
  ])('where it cannot be seen and ifUnknown is %s: %s', async (ifUnknown, kind, result) => {
    const verdict = judge(move(value.talk, value.show), await withOne({ severity: 'block', ifUnknown }), noFacts);
    expect(verdict.kind).toBe(kind);
    expect(verdict.gaps[0]?.result).toBe(result);
  });

  it('ifUnknown: pass does not let an unmet criterion pass', async () => {
    expect(judge(move(value.talk, value.show), await withOne({ severity: 'block', ifUnknown: 'pass' }), unmet).kind).toBe('block');
  });

  it.each([
    ['what cannot be seen: it is no gap, even of a block', { severity: 'block' }, noFacts, 'talk-sop', 'allow'],
    ['what is seen and not met: that decides', { severity: 'block' }, unmet, 'talk-sop', 'block'],
    ['what counts as unmet where it cannot be seen', { severity: 'block', ifUnknown: 'unmet' }, noFacts, 'talk-sop', 'block'],
    ['a criterion of that name in another SOP', { severity: 'block' }, noFacts, 'show-sop', 'block'],
  ])('with a rep who stands for %s', async (_what, one, facts, sop, kind) => {
    const verdict = judge(move(value.talk, value.show), await withOne(one), facts, new Set([criterionKey(sop, 'only')]));
    expect(verdict.kind).toBe(kind);
    expect(verdict.gaps).toHaveLength(kind === 'allow' ? 0 : 1);
  });

  it('by default, what cannot be seen is asked about', async () => {
    expect(judge(move(value.talk, value.show), await withOne({ severity: 'warn' }), noFacts)).toMatchObject({
      kind: 'warn',
      gaps: [{ result: 'unknown' }],
    });
  });

  it('allows a move whose criteria are met, by a value that the save itself carries too', () => {
    const facts = { ...noFacts, readings: { budget: { value: '10k', source: 'save' as const, at: 1 } } };
    expect(judge(move(value.talk, value.won), pack, facts)).toMatchObject({ kind: 'allow', gaps: [] });
  });

  it('is the worst of all gaps, whatever their number and order', async () => {
    const kinds = { tip: 'allow', warn: 'warn', reason: 'ask-reason', block: 'block' };
    const packs = new Map<string, Awaited<ReturnType<typeof indexed>>>();
    const [first] = guarded.sops;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...severities), { minLength: 1, maxLength: 5 }), async (list) => {
        const exit = list.map((severity, at) => ({ ...first?.exit[0], id: `c-${at}`, severity }));
        const key = list.join();
        const built = packs.get(key) ?? (await indexed({ ...guarded, sops: [{ ...first, exit }] }));
        packs.set(key, built);
        const worst = severities.toReversed().find((severity) => list.includes(severity)) ?? 'tip';
        expect(judge(move(value.talk, value.show), built, unmet).kind).toBe(kinds[worst]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a gap tells', () => {
  const [sop] = samplePack().sops;
  const step = { id: 'ask', title: 'Ask for the budget' };

  it('the SOP, the criterion, its sentence with what is known, why, and the trace', async () => {
    const [gap] = judge(move(value.talk, value.show), await withOne({ why: 'We cannot sell without.' }), unmet).gaps;
    expect(gap).toMatchObject({
      sop: 'talk-sop',
      sopTitle: 'SOP of talk',
      criterion: 'only',
      label: 'Label of only',
      why: 'We cannot sell without.',
    });
    expect(gap?.sentence).toContain('Budget');
    expect(gap?.sentence).toContain('empty');
    expect(gap?.trace).toMatchObject([{ leaf: { field: 'budget', is: 'filled' }, result: 'false', known: { value: null } }]);
  });

  it.each([
    ['a field, by its own name on this CRM', { field: 'amount' }, { field: 'amount', crmField: 'Amount', label: 'Amount' }],
    ['a link', { url: 'https://acme.test/help' }, { url: 'https://acme.test/help' }],
  ])('how to mend it: %s', async (_, fix, expected) => {
    expect(judge(move(value.talk, value.show), await withOne({ fix }), unmet).gaps[0]?.fix).toEqual(expected);
  });

  it('how to mend it: a field that this object does not have, without its CRM name', async () => {
    const fields = samplePack().fields.map((field) => (field.id === 'amount' ? { ...field, in: { hubspot: 'deal.amount' } } : field));
    expect(judge(move(value.talk, value.show), await withOne({ fix: { field: 'amount' } }, { fields }), unmet).gaps[0]?.fix).toEqual({
      field: 'amount',
      label: 'Amount',
    });
  });

  it('how to mend it: a step, by its title', async () => {
    const exit = [{ ...sop?.exit[0], fix: { step: 'ask' } }];
    const withStep = await indexed({ ...samplePack(), sops: [{ ...sop, phases: [{ id: 'p', title: 'P', steps: [step] }], exit }] });
    expect(judge(move(value.talk, value.show), withStep, unmet).gaps[0]?.fix).toEqual({ step: 'ask', title: 'Ask for the budget' });
  });

  it.each([
    ['its own reason codes, in its order', ['other', 'told'], ['other', 'told']],
    ['the pack’s whole list by default', undefined, ['told', 'other']],
  ])('%s', async (_, reasonCodes, expected) => {
    const [gap] = judge(move(value.talk, value.show), await withOne({ reasonCodes }), unmet).gaps;
    expect(gap?.reasonCodes.map(({ id }) => id)).toEqual(expected);
  });
});

it('criteria of other stages are never evaluated: the cost follows the way, not the pack', async () => {
  const [first] = guarded.sops;
  const others = Array.from({ length: 500 }, (_, at) => ({ ...first, id: `other-${at}`, stages: ['offer'] }));
  const big = await indexed({ ...guarded, sops: [...guarded.sops, ...others] });
  let looks = 0;
  const readings = new Proxy(unmet.readings, {
    getOwnPropertyDescriptor: (target, key) => {
      looks += 1;
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    get: (target, key) => {
      looks += 1;
      const found: unknown = Reflect.get(target, key);
      return found;
    },
  });
  judge(move(value.talk, value.show), big, { ...unmet, readings });
  expect(looks).toBeGreaterThan(0);
  expect(looks).toBeLessThan(20);
});
