import { NO_PROGRESS } from '../../../../lib/guard/progress';
import { describe, expect, it } from 'vitest';
import type { Reading, RecordRef, WireMove } from '../../../../lib/crm/adapter';
import { factsOf, moveBetween, moveOf, placeOfRecord } from '../../../../lib/worker/case';
import { deal, DEMO, index, moment, moveTo, opportunity, other, reading, unsaved } from './fixtures';

const ofDeal = (field: string, value: string, change: Partial<Reading> = {}) => reading(field, value, { record: deal, ...change });

describe('where a record stands', () => {
  const stageOf = (record: RecordRef, readings: Reading[]) => placeOfRecord(index, record, readings)?.place?.stage.id ?? null;

  it.each<{ reads: string; readings: Reading[]; stage: string | null }>([
    { reads: 'nothing', readings: [], stage: null },
    { reads: 'another record', readings: [reading('StageName', 'Needs Analysis', { record: other })], stage: null },
    { reads: 'another field', readings: [reading('NextStep', 'Needs Analysis')], stage: null },
    { reads: 'an empty stage', readings: [reading('StageName', null)], stage: null },
    { reads: 'the wire', readings: [reading('StageName', 'Needs Analysis')], stage: 'discovery' },
    { reads: 'the page alone', readings: [reading('StageName', 'Needs Analysis', { source: 'page' })], stage: 'discovery' },
    {
      reads: 'a newer page beside the wire: the page may show what is not saved',
      readings: [reading('StageName', 'Closed Won', { source: 'page', at: 9 }), reading('StageName', 'Needs Analysis', { at: 2 })],
      stage: 'discovery',
    },
    {
      reads: 'the wire twice: the newest',
      readings: [reading('StageName', 'Needs Analysis', { at: 9 }), reading('StageName', 'Qualification', { at: 2 })],
      stage: 'discovery',
    },
    {
      reads: 'the page twice: the newest',
      readings: [
        reading('StageName', 'Qualification', { source: 'page', at: 2 }),
        reading('StageName', 'Needs Analysis', { source: 'page', at: 9 }),
      ],
      stage: 'discovery',
    },
    { reads: 'the held save: not where it stands', readings: [reading('StageName', 'Closed Won', { source: 'save' })], stage: null },
  ])('$reads', ({ readings, stage }) => {
    expect(stageOf(opportunity, readings)).toBe(stage);
  });

  it('a stage that the pack does not know is told, without a place', () => {
    expect(placeOfRecord(index, opportunity, [reading('StageName', 'Dormant')])).toEqual({
      stageValue: 'Dormant',
      source: 'wire',
      at: 1,
      place: null,
    });
  });

  it('the pipeline of a HubSpot deal counts', () => {
    const stage = ofDeal('dealstage', 'qualifiedtobuy');
    expect(stageOf(deal, [stage])).toBe('discovery');
    expect(stageOf(deal, [stage, ofDeal('pipeline', 'default')])).toBe('discovery');
    expect(stageOf(deal, [stage, ofDeal('pipeline', 'renewals')])).toBeNull();
  });

  it('what the rep placed by hand counts where nothing can be read, and only there', () => {
    const placed = { stage: 'Value Proposition', at: 5 };
    expect(placeOfRecord(index, opportunity, [], placed)).toMatchObject({
      stageValue: 'Value Proposition',
      source: 'rep',
      at: 5,
      place: { stage: { id: 'demo' } },
    });
    const page = reading('StageName', 'Needs Analysis', { source: 'page', at: 2 });
    expect(placeOfRecord(index, opportunity, [page], placed)).toMatchObject({ stageValue: 'Needs Analysis', source: 'page', at: 2 });
  });

  it('what was placed by hand is of the pipeline that was chosen with it, unless the page tells one', () => {
    const placed = { stage: 'qualifiedtobuy', pipeline: 'renewals', at: 5 };
    expect(placeOfRecord(index, deal, [], placed)?.place).toBeNull();
    expect(placeOfRecord(index, deal, [], { ...placed, pipeline: 'default' })?.place?.stage.id).toBe('discovery');
    expect(placeOfRecord(index, deal, [ofDeal('pipeline', 'default')], placed)?.place?.stage.id).toBe('discovery');
  });

  it('an object that the pack does not know has no place', () => {
    const account = { ...opportunity, object: 'Account' };
    expect(placeOfRecord(index, account, [reading('StageName', 'Needs Analysis', { record: account })])).toBeNull();
    expect(placeOfRecord(index, account, [], { stage: 'Needs Analysis', at: 1 })).toBeNull();
  });
});

describe('the move that a save would make', () => {
  const wireStage = reading('StageName', 'Needs Analysis');
  const pageStage = reading('StageName', 'Value Proposition', { source: 'page', at: 9 });

  it.each<{ comes: string; readings: Reading[]; presumed?: string; from: string | undefined }>([
    { comes: 'from what the wire told', readings: [pageStage, wireStage], presumed: 'Qualification', from: 'Needs Analysis' },
    {
      comes: 'from what the page shows, for want of the wire',
      readings: [pageStage],
      presumed: 'Qualification',
      from: 'Value Proposition',
    },
    { comes: 'from where it is thought to be, for want of both', readings: [], presumed: 'Qualification', from: 'Qualification' },
    { comes: 'from a stage that could not be seen', readings: [], from: undefined },
    {
      comes: 'not from another record’s stage',
      readings: [reading('StageName', 'Needs Analysis', { record: other })],
      from: undefined,
    },
  ])('comes $comes', ({ readings, presumed, from }) => {
    expect(moveOf(index, moveTo('Closed Won'), readings, presumed)).toEqual({
      record: opportunity,
      field: 'StageName',
      from,
      to: 'Closed Won',
      pipeline: undefined,
    });
  });

  it('a new record comes from nowhere, whatever was read', () => {
    const readings = [reading('StageName', 'Needs Analysis', { record: unsaved })];
    expect(moveOf(index, moveTo('Closed Won', { record: unsaved }), readings, 'Qualification').from).toBeNull();
  });

  it.each<{ names: string; values: WireMove['values']; pipeline: string }>([
    { names: 'the pipeline that the same save writes', values: { pipeline: 'renewals' }, pipeline: 'renewals' },
    { names: 'else the one that the record is in', values: {}, pipeline: 'default' },
  ])('names $names', ({ values, pipeline }) => {
    const wireMove = { record: deal, field: 'dealstage', to: 'closedwon', values };
    expect(moveOf(index, wireMove, [ofDeal('pipeline', 'default')]).pipeline).toEqual([pipeline]);
  });
});

describe('a move made elsewhere', () => {
  const between = (from: string, to: string, record = opportunity, readings: Reading[] = []) =>
    moveBetween(index, record, { from, to }, readings);

  it('is a move of the record’s stage field', () => {
    expect(between('Qualification', DEMO)).toEqual({
      record: opportunity,
      field: 'StageName',
      from: 'Qualification',
      to: DEMO,
      pipeline: undefined,
    });
  });

  it('of a HubSpot deal is one in its pipeline', () => {
    const readings = [ofDeal('pipeline', 'default')];
    expect(between('qualifiedtobuy', 'closedwon', deal, readings)).toMatchObject({ field: 'dealstage', pipeline: ['default'] });
  });

  it.each([
    ['from a stage that the pack does not know', between('Dormant', DEMO)],
    ['to one', between('Qualification', 'Dormant')],
    ['of an object that it does not know', between('Qualification', DEMO, { ...opportunity, object: 'Account' })],
  ])('%s is none that could be judged', (_what, move) => {
    expect(move).toBeNull();
  });
});

describe('what is known of a record', () => {
  const knownOf = (readings: Reading[], saved = {}) => factsOf(index, opportunity, readings, moment, NO_PROGRESS, saved).readings;

  it('its own readings count, in the pack’s words', () => {
    const readings = [reading('Amount', 5), reading('Champion__c', 'Ada', { record: other })];
    expect(knownOf(readings)).toEqual({ amount: { value: 5, source: 'wire', at: 1 } });
  });

  it('values in the same save count before what was read, and are marked changed', () => {
    const newer = reading('Amount', 5, { at: moment.now + 1 });
    expect(knownOf([newer], { Amount: 7 })).toEqual({ amount: { value: 7, source: 'save', at: moment.now, changed: true } });
  });

  it.each([
    { before: 'the same value', readings: [reading('Amount', 7)], changed: false },
    { before: 'nothing', readings: [reading('Amount', null)], changed: true },
    { before: 'something that could not be seen: left open', readings: [], changed: undefined },
  ])('a saved value that was $before', ({ readings, changed }) => {
    expect(knownOf(readings, { Amount: 7 })['amount']).toEqual({
      value: 7,
      source: 'save',
      at: moment.now,
      ...(changed !== undefined && { changed }),
    });
  });

  it('a saved value that cannot be read leaves the field unknown: what it held before is over', () => {
    expect(knownOf([reading('Amount', 5)], { Amount: 'a lot' })).toEqual({});
  });

  it('the clock and the time zone are those passed in', () => {
    expect(factsOf(index, opportunity, [], moment, NO_PROGRESS)).toMatchObject(moment);
  });
});
