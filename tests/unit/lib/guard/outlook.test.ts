/** What the panel shows of a record in a stage: steps with their state, how many are done, and what leaving the stage takes. */
import type { Condition } from '../../../../lib/criteria/condition';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../lib/criteria/facts';
import { outlook, stepStates, type Ticks, viewOfCriterion } from '../../../../lib/guard/outlook';
import { placeOf, type PackIndex } from '../../../../lib/pack/load';
import { samplePack } from '../pack/sample';
import { indexed, noFacts, record } from './guarded';

const [call] = samplePack().sops;
const sub = (id: string, more: object = {}) => ({ id, title: `Title of ${id}`, ...more });

async function packWith(steps: object[], more: object = {}): Promise<PackIndex> {
  return indexed({ ...samplePack(), sops: [{ ...call, phases: [{ id: 'p', title: 'Phase', steps }], ...more }] });
}

function seen(index: PackIndex, facts: Facts, ticks: Ticks) {
  const place = placeOf(index, record, 'Prospecting');
  if (!place) throw new Error('the sample pack has no such stage');
  return outlook(index, place, { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity' }, facts, ticks);
}

const budget = (value: string | null): Facts => ({ ...noFacts, readings: { budget: { value, source: 'wire', at: 1 } } });
const done = { state: 'done', at: 5 } as const;
const open = { state: 'open', at: 5 } as const;
const na = { state: 'na', reason: 'No budget in this trade', at: 5 } as const;

const asks = (step: string): Condition => ({ step, is: 'done' });

describe('a step', () => {
  const self = sub('a', { doneWhen: { field: 'budget', is: 'filled' } });
  it.each([
    ['that was never touched is open', sub('a'), noFacts, {}, { state: 'open', auto: false }],
    ['that the rep ticked is done, and says since when', sub('a'), noFacts, { a: done }, { state: 'done', auto: false, at: 5 }],
    ['that the rep set aside tells the reason', sub('a'), noFacts, { a: na }, { state: 'na', reason: 'No budget in this trade', at: 5 }],
    ['ticks itself when the field tells', self, budget('10k'), {}, { state: 'done', auto: true }],
    ['does not tick itself when the field is empty', self, budget(null), {}, { state: 'open', auto: false }],
    ['does not tick itself when the field cannot be seen', self, noFacts, {}, { state: 'open', auto: false }],
    ['that the rep opened again stays open, whatever the field tells', self, budget('10k'), { a: open }, { state: 'open', auto: false }],
    ['that the rep ticked is his tick, whatever the field tells', self, budget('10k'), { a: done }, { state: 'done', auto: false }],
  ])('%s', async (_, step, facts, ticks: Ticks, expected) => {
    expect(seen(await packWith([step]), facts, ticks).sops[0]?.phases[0]?.steps[0]).toMatchObject(expected);
  });

  it('called like something that every object has is open all the same', async () => {
    expect(stepStates(await packWith([sub('constructor')]), noFacts, {}, [asks('constructor')])).toEqual({ constructor: 'open' });
  });
});

describe('the states of steps', () => {
  it('are worked out only for the steps that conditions ask for, at any depth', async () => {
    const index = await packWith([sub('a'), sub('b'), sub('c')]);
    const states = stepStates(index, noFacts, { a: done, b: done }, [{ any: [{ not: asks('a') }, { atLeast: 1, of: [asks('c')] }] }]);
    expect(states).toEqual({ a: 'done', c: 'open' });
  });
});

describe('a step with sub-steps', () => {
  const parent = sub('a', { steps: [sub('b'), sub('c'), sub('d', { required: false })] });
  const optional = sub('a', { steps: [sub('b', { required: false }), sub('c', { required: false })] });
  const self = sub('a', { steps: [sub('b', { doneWhen: { field: 'budget', is: 'filled' } }), sub('c')] });
  it.each([
    ['is open while a required one is', parent, { b: done, d: done }, 'open'],
    ['is done when each required one is', parent, { b: done, c: done }, 'done'],
    ['is done when one of them is not applicable and the rest is done', parent, { b: done, c: na }, 'done'],
    ['is not applicable when none of them is', parent, { b: na, c: na }, 'na'],
    ['is not applicable when the rep sets the whole of it aside', parent, { a: na }, 'na'],
    ['is not done by a tick of its own', parent, { a: done }, 'open'],
    ['with optional ones only is done when all are', optional, { b: done }, 'open'],
    ['with optional ones only is done when all are', optional, { b: done, c: done }, 'done'],
    ['counts one that ticked itself', self, { c: done }, 'done'],
  ])('%s', async (_, step, ticks: Ticks, state) => {
    const index = await packWith([step]);
    expect(seen(index, budget('10k'), ticks).sops[0]?.phases[0]?.steps[0]?.state).toBe(state);
    expect(stepStates(index, budget('10k'), ticks, [asks('a')])['a']).toBe(state);
  });

  it('shows each of them', async () => {
    const views = seen(await packWith([parent]), noFacts, { b: done, c: na }).sops[0]?.phases[0]?.steps[0]?.steps;
    expect(views?.map(({ step, state }) => [step.id, state])).toEqual([
      ['b', 'done'],
      ['c', 'na'],
      ['d', 'open'],
    ]);
  });
});

it('required and optional steps are counted apart, sub-steps not at all, and one that is not applicable counts as done', async () => {
  const steps = [
    sub('a'),
    sub('b'),
    sub('c', { steps: [sub('d'), sub('e')] }),
    sub('f', { required: false }),
    sub('g', { required: false }),
  ];
  const view = seen(await packWith(steps), noFacts, { a: done, b: na, d: done, f: done });
  expect(view.required).toEqual({ done: 2, total: 3 });
  expect(view.optional).toEqual({ done: 1, total: 2 });
});

it('all SOPs of the stage are shown and counted together, and none of another stage', async () => {
  const another = { ...call, id: 'second', title: 'Second', phases: [{ id: 'p', title: 'P', steps: [sub('z')] }] };
  const elsewhere = { ...call, id: 'third', stages: ['show'], phases: [{ id: 'p', title: 'P', steps: [sub('y')] }] };
  const index = await indexed({ ...samplePack(), sops: [call, another, elsewhere] });
  const view = seen(index, noFacts, {});
  expect(view.sops.map(({ sop }) => sop.id)).toEqual(['talking', 'second']);
  expect(view.required.total).toBe(3);
  expect([view.pipeline.id, view.stage.id, view.position]).toEqual(['sales', 'talk', 0]);
});

describe('an exit criterion', () => {
  it.each([
    ['met', budget('10k'), 'true', '10k'],
    ['unmet', budget(null), 'false', 'empty'],
    ['out of sight', noFacts, 'unknown', 'cannot be seen'],
  ])('that is %s says so', async (_, facts, result, word) => {
    const [view] = seen(await indexed(samplePack()), facts, {}).sops[0]?.exit ?? [];
    expect(view?.result).toBe(result);
    expect(view?.sentence).toContain(word);
    expect(view?.trace).toHaveLength(1);
  });

  const amount = { field: 'amount', is: 'filled' };
  it.each([
    ['the field that mends it', { fix: { field: 'budget' }, when: amount }, 'Budget__c'],
    ['or else the field that it asks for', { fix: undefined, when: { not: amount } }, 'Amount'],
    ['or else none', { fix: undefined, when: { step: 'a', is: 'done' } }, undefined],
  ])('leads to %s', async (_, change, crmField) => {
    const index = await packWith([sub('a')], { exit: [{ ...call?.exit[0], ...change }] });
    expect(seen(index, noFacts, {}).sops[0]?.exit[0]?.crmField).toBe(crmField);
  });

  it('that asks for a step is judged by the ticks, not by the facts it is given', async () => {
    const index = await packWith([sub('a')], { exit: [{ ...call?.exit[0], when: { step: 'a', is: 'done' }, fix: undefined }] });
    const claimed: Facts = { ...noFacts, steps: { a: 'done' } };
    expect(seen(index, claimed, {}).sops[0]?.exit[0]?.result).toBe('false');
    expect(seen(index, noFacts, { a: done }).sops[0]?.exit[0]?.result).toBe('true');
  });

  it('that asks for a step of another stage is judged by that step', async () => {
    const elsewhere = {
      ...call,
      id: 'third',
      stages: ['show'],
      exit: [],
      phases: [{ id: 'p', title: 'P', steps: [sub('y', { doneWhen: { field: 'budget', is: 'filled' } })] }],
    };
    const asking = { ...call, exit: [{ ...call?.exit[0], when: { step: 'y', is: 'done' } }] };
    const index = await indexed({ ...samplePack(), sops: [asking, elsewhere] });
    expect(seen(index, budget('10k'), {}).sops[0]?.exit[0]?.result).toBe('true');
  });
});

it('a criterion of whichever stage can be looked at by itself, and says the same', async () => {
  const index = await packWith([sub('a')]);
  const [criterion] = index.pack.sops[0]?.exit ?? [];
  if (!criterion) throw new Error('the sample pack has no such criterion');
  expect(viewOfCriterion(criterion, index, record, budget('10k'), {})).toEqual(seen(index, budget('10k'), {}).sops[0]?.exit[0]);
});
