/** When a step is due, from the pack's rule and the record's events. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../lib/criteria/facts';
import { type Due, dueOf } from '../../../../lib/guard/due';
import { packSchema, type Step } from '../../../../lib/pack/schema';
import { samplePack } from '../pack/sample';
import { indexPack } from '../../../../lib/pack/load';
import { noFacts } from './guarded';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A Friday afternoon. */
const assigned = Date.UTC(2026, 10, 20, 16, 0);

const index = indexPack(
  packSchema.parse({
    ...samplePack(),
    events: [{ id: 'assigned', label: 'Deal assigned', at: { step: 'ask-budget' } }],
    calendars: [{ id: 'never', title: 'Never open', hours: {} }],
  }),
);

const facts = (now: number, events: Facts['events'] = { assigned }): Facts => ({ ...noFacts, now, events });
const due = (rule: Step['due'], given: Facts): Due | null => dueOf({ id: 'a', title: 'A', required: true, due: rule }, index, given);

describe('a step', () => {
  it('without a due time is never due', () => {
    expect(due(undefined, facts(assigned))).toBeNull();
  });

  it.each<[string, NonNullable<Step['due']>, number]>([
    ['so long after an event', { after: 'PT5M', event: 'assigned' }, assigned + 5 * MINUTE],
    ['so long before one', { before: 'P1D', event: 'assigned' }, assigned - 24 * HOUR],
    ['after the weekend, in business time', { after: 'PT2H', event: 'assigned', calendar: 'business' }, Date.UTC(2026, 10, 23, 10, 0)],
  ])('is due %s', (_when, rule, at) => {
    expect(due(rule, facts(at))).toEqual({ at, late: false });
    expect(due(rule, facts(at + 1))).toEqual({ at, late: true });
  });

  it.each([
    ['assigned', 'Deal assigned'],
    ['stage-entered', 'Stage entered'],
  ])('waits for %s by its label while that has no time', (event, label) => {
    expect(due({ after: 'PT5M', event }, facts(assigned, {}))).toEqual({ waiting: label });
  });

  it.each<[string, NonNullable<Step['due']>]>([
    ['in a calendar that never opens', { after: 'PT5M', event: 'assigned', calendar: 'never' }],
    ['in a calendar that is not there', { after: 'PT5M', event: 'assigned', calendar: 'constructor' }],
    ['after no duration', { after: 'soon', event: 'assigned' }],
  ])('has no due time %s', (_where, rule) => {
    expect(due(rule, facts(assigned))).toBeNull();
  });

  it('takes no time from what every object has', () => {
    expect(due({ after: 'PT5M', event: 'constructor' }, facts(assigned))).toEqual({ waiting: 'constructor' });
  });
});
