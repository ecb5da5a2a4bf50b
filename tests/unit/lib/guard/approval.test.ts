/** An approval by code: what grants it, what does not, and what its step and its events say. */
import { describe, expect, it } from 'vitest';
import { type Granted, NO_PROGRESS, type Progress, withProgress } from '../../../../lib/guard/progress';
import { stepStates } from '../../../../lib/guard/step-view';
import { samplePack } from '../pack/sample';
import { indexed, noFacts } from './guarded';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const facts = { ...noFacts, now: NOW };
const step = { id: 'discount-ok', title: 'Get it approved', approval: { by: 'boss' } };
const packWith = (approvers: object[], steps: object[] = [step]) =>
  indexed({
    ...samplePack(),
    roles: [{ id: 'boss', title: 'Sales manager' }],
    approvers,
    events: [{ id: 'approved', label: 'Approved', at: { step: 'discount-ok' } }],
    sops: [
      {
        ...{ id: 'talking', title: 'Talking', purpose: 'To test.', pipeline: 'sales', stages: ['talk'] },
        phases: [{ id: 'p', title: 'P', steps }],
      },
    ],
  });
const dana = { id: 'dana', name: 'Dana Lind', key: 'cfRq50QhjB7ku01QV9FwgYPnAk9QkCiKHf4execRofo' };
const byCode = await packWith([dana]);
const byTick = await packWith([]);

const ticked = (state: 'done' | 'open' | 'na'): Progress => ({ ...NO_PROGRESS, ticks: { 'discount-ok': { state, at: NOW - 5 } } });
const granted = (otherwise: Partial<Granted> = {}): Progress => ({
  ...NO_PROGRESS,
  approvals: [{ approval: 'discount-ok', by: 'Dana Lind', at: NOW - 60_000, until: NOW + 1, ...otherwise }],
});

/** Whether it is granted, the state of its step, and when its event was. */
function said(pack: typeof byCode, progress: Progress) {
  const known = withProgress(pack, facts, progress);
  const states = stepStates(pack, known, progress.ticks, [{ step: 'discount-ok', is: 'done' }]);
  return [known.approvals['discount-ok'] ?? null, states['discount-ok'], known.events['approved'] ?? null];
}

describe('with approvers in the pack', () => {
  it.each<[what: string, progress: Progress, expected: unknown[]]>([
    ['nothing done', NO_PROGRESS, [null, 'open', null]],
    ['a code grants it', granted(), ['granted', 'done', NOW - 60_000]],
    ['a tick alone does not', ticked('done'), [null, 'open', null]],
    [
      'a tick that was taken back makes no difference',
      { ...granted(), ...ticked('open'), approvals: granted().approvals },
      ['granted', 'done', NOW - 60_000],
    ],
    ['at the moment the code runs out it is not granted any more, though it was', granted({ until: NOW }), [null, 'open', NOW - 60_000]],
    ['a code for another step does not', granted({ approval: 'legal' }), [null, 'open', null]],
    ['that it does not apply is still the rep’s to say', ticked('na'), [null, 'na', null]],
  ])('%s', (_, progress, expected) => {
    expect(said(byCode, progress)).toEqual(expected);
  });

  it('what ticks the step by itself does not stand for the code', async () => {
    const pack = await packWith([dana], [{ ...step, doneWhen: { field: 'budget', is: 'empty' } }]);
    const seen = { ...facts, readings: { budget: { value: null, source: 'wire' as const, at: 1 } } };
    const states = stepStates(pack, withProgress(pack, seen, NO_PROGRESS), {}, [{ step: 'discount-ok', is: 'done' }]);
    expect(states['discount-ok']).toBe('open');
  });
});

describe('without approvers', () => {
  it.each<[what: string, progress: Progress, expected: unknown[]]>([
    ['the rep’s tick is the approval', ticked('done'), ['granted', 'done', NOW - 5]],
    ['a code of before, when there were some, is none', granted(), [null, 'open', null]],
  ])('%s', (_, progress, expected) => {
    expect(said(byTick, progress)).toEqual(expected);
  });
});
