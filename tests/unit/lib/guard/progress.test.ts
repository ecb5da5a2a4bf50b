/** What conditions may know of what the rep did: answers, approvals, and when things happened. */
import { describe, expect, it } from 'vitest';
import { NO_PROGRESS, withProgress } from '../../../../lib/guard/progress';
import type { Value } from '../../../../lib/crm/adapter';
import { samplePack } from '../pack/sample';
import { indexed, noFacts } from './guarded';

const step = (id: string, more: object = {}) => ({ id, title: id, ...more });
const pack = await indexed({
  ...samplePack(),
  roles: [{ id: 'boss', title: 'Sales manager' }],
  fields: [
    ...samplePack().fields,
    { id: 'assigned-at', label: 'Assigned', type: 'datetime', in: { salesforce: 'Opportunity.Assigned__c' } },
  ],
  events: [
    { id: 'assigned', label: 'Assigned', at: { field: 'assigned-at' } },
    { id: 'called', label: 'First call', at: { step: 'call' } },
  ],
  sops: [
    {
      id: 'talking',
      title: 'Talking',
      purpose: 'To test.',
      pipeline: 'sales',
      stages: ['talk'],
      phases: [{ id: 'p', title: 'P', steps: [step('call'), step('discount-ok', { approval: { by: 'boss' } })] }],
    },
  ],
});
const at = Date.parse('2026-11-20T09:00:00Z');
const ticked = (id: string, state: 'done' | 'open' | 'na' = 'done') => ({ ...NO_PROGRESS, ticks: { [id]: { state, at } } });
const assigned = (value: Value) => ({ ...noFacts, readings: { 'assigned-at': { value, source: 'wire' as const, at: 1 } } });

describe('an approval', () => {
  it.each([
    ['that the rep ticked is granted', ticked('discount-ok'), { 'discount-ok': 'granted' }],
    ['that is open again is not', ticked('discount-ok', 'open'), {}],
    ['that does not apply is not', ticked('discount-ok', 'na'), {}],
    ['is not granted by the tick of another step', ticked('call'), {}],
  ])('%s', (_, progress, expected) => {
    expect(withProgress(pack, noFacts, progress).approvals).toEqual(expected);
  });
});

describe('an event', () => {
  it.each([
    [
      'of a field is when the field says',
      assigned('2026-11-22T08:00:00.000+0000'),
      NO_PROGRESS,
      { assigned: Date.parse('2026-11-22T08:00:00Z') },
    ],
    [
      'of a field that holds a day is that midnight where the rep is',
      { ...assigned('2026-11-22'), timeZone: 'Europe/Berlin' },
      NO_PROGRESS,
      { assigned: Date.parse('2026-11-21T23:00:00Z') },
    ],
    ['of a field that is empty has no time', assigned(null), NO_PROGRESS, {}],
    ['of a field that cannot be seen has no time', noFacts, NO_PROGRESS, {}],
    ['of a step is when it was ticked', noFacts, ticked('call'), { called: at }],
    ['of a step that is open again has no time', noFacts, ticked('call', 'open'), {}],
    ['of the stage is since when it was seen', noFacts, { ...NO_PROGRESS, stageEntered: at }, { 'stage-entered': at }],
  ])('%s', (_, facts, progress, expected) => {
    expect(withProgress(pack, facts, progress).events).toEqual(expected);
  });
});

it('answers are the rep’s own', () => {
  expect(withProgress(pack, noFacts, { ...NO_PROGRESS, answers: { budget: 'yes' } }).answers).toEqual({ budget: 'yes' });
});
