import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { opportunity, sighting } from './fixtures';
import type { Reading } from '../../../../lib/crm/adapter';
import {
  ANSWER_MS,
  EAGER_MS,
  SETTLE_MS,
  FIRST,
  LIST,
  mutate,
  qualified,
  SECOND,
  STALE_MS,
  START,
  tracking,
  UNREAD_MS,
  wait,
} from './tracking';

beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

describe('what is reported', () => {
  it('is not reported twice: a look that finds nothing new is silent, and values keep the time they were first seen', async () => {
    const { tracker, reports } = tracking(qualified);
    tracker.look();
    await wait(10_000);
    tracker.look();
    expect(reports).toHaveLength(1);
    expect(tracker.state().readings.map(({ at }) => at)).toEqual([START, START]);
  });

  it('waits for what the gate heard: both make one report, and a gate that is silent is not waited for long', async () => {
    const told: Reading[] = [];
    const { tracker, reports, tell } = tracking(qualified, { told: () => told });
    tell.mockImplementation(() => undefined);
    tracker.look();
    expect(reports).toEqual([]);
    told.push({ ...sighting('Amount', 5, undefined, 'wire'), at: 1 });
    tracker.heard();
    await wait(ANSWER_MS);
    expect(reports.map(({ readings }) => readings.length)).toEqual([3]);
    told.length = 0;
    tracker.look();
    await wait(ANSWER_MS - 1);
    expect(reports).toHaveLength(1);
    await wait(1);
    expect(reports).toHaveLength(2);
  });

  it('tells by which way each value was read', () => {
    const { tracker, page, reports } = tracking(qualified);
    page.readPage.mockReturnValue({ sightings: [{ ...sighting('Amount', '$5'), by: 'details field' }], name: null });
    tracker.look();
    expect(reports.at(-1)?.readings).toMatchObject([{ field: 'Amount', by: 'details field' }]);
  });

  it('a value that changed has the time of the change, the others keep theirs', async () => {
    const { tracker, screen, reports } = tracking(qualified);
    tracker.look();
    await wait(10_000);
    screen.values = { ...screen.values, Amount: '$6' };
    tracker.look();
    expect(reports.at(-1)?.readings.map(({ field, at }) => [field, at])).toEqual([
      ['StageName', START],
      ['Amount', START + 10_000],
    ]);
  });

  it('new responses are reported when they are heard, without another look', () => {
    let told = [{ ...sighting('Amount', 5, undefined, 'wire'), at: 1 }];
    const { tracker, reports, page } = tracking(qualified, { told: () => told });
    tracker.look();
    page.readPage.mockClear();
    tracker.heard();
    expect(reports).toHaveLength(1);
    told = [{ ...sighting('Amount', 6, undefined, 'wire'), at: 2 }];
    tracker.heard();
    expect(reports).toHaveLength(2);
    expect(page.readPage).not.toHaveBeenCalled();
  });
});

describe('from one record to the next', () => {
  it('what still reads exactly like the record of before is not believed', async () => {
    const { tracker, screen, reports, navigate } = tracking(qualified);
    tracker.look();
    screen.view = SECOND;
    navigate();
    expect(reports.at(-1)).toMatchObject({ view: SECOND, name: null, readings: [] });
    await mutate();
    await wait(STALE_MS - 1);
    expect(reports.at(-1)).toMatchObject({ view: SECOND, name: null, readings: [] });
  });

  it('is believed as soon as the page shows something else', async () => {
    const { tracker, screen, reports, navigate, valuesIn } = tracking(qualified);
    tracker.look();
    screen.view = SECOND;
    navigate();
    screen.name = 'Globex';
    await mutate();
    await wait(EAGER_MS);
    expect(reports.at(-1)).toMatchObject({ view: SECOND, name: 'Globex' });
    expect(valuesIn(reports.at(-1))).toHaveLength(2);
  });

  it('two records that read alike: believed once the page has had its time', async () => {
    const { tracker, screen, reports, navigate, valuesIn } = tracking(qualified);
    tracker.look();
    screen.view = SECOND;
    navigate();
    await wait(STALE_MS);
    expect(reports.at(-1)).toMatchObject({ view: SECOND, name: 'Acme renewal' });
    expect(valuesIn(reports.at(-1))).toHaveLength(2);
  });

  it('readings of the record of before never stand under the next one', () => {
    const { tracker, screen, navigate, reports } = tracking(qualified);
    tracker.look();
    screen.view = SECOND;
    screen.values = { Amount: '$9' };
    navigate();
    expect(reports.at(-1)?.readings).toMatchObject([{ record: opportunity('006000000000002AAA'), value: '$9' }]);
  });
});

describe('a record whose stage cannot be read', () => {
  const mute = { view: FIRST, name: 'Acme renewal', values: { Amount: '$5' } };

  it('is told to be unreadable after four seconds, with what was tried', async () => {
    const { tracker, reports, page } = tracking(mute);
    tracker.look();
    await wait(UNREAD_MS - 1);
    expect(reports.at(-1)?.unread).toBeNull();
    await wait(1);
    expect(reports.at(-1)?.unread).toEqual(page.tried);
  });

  it('is readable again once the stage is there', async () => {
    const { tracker, screen, reports } = tracking(mute);
    tracker.look();
    await wait(UNREAD_MS);
    screen.values = { StageName: 'Qualification' };
    await mutate();
    await wait(SETTLE_MS);
    expect(reports.at(-1)?.unread).toBeNull();
  });

  it.each([
    { where: 'on the page', given: qualified, told: [] },
    { where: 'in a response', given: mute, told: [{ ...sighting('StageName', 'Qualification', undefined, 'wire'), at: 1 }] },
  ])('a stage that is known is enough: $where', async ({ given, told }) => {
    const { tracker, reports } = tracking(given, { told: () => told });
    tracker.look();
    await wait(UNREAD_MS);
    expect(reports.at(-1)?.unread).toBeNull();
  });

  it('each record has its own four seconds', async () => {
    const { tracker, screen, reports, navigate } = tracking(mute);
    tracker.look();
    await wait(UNREAD_MS - 10);
    screen.view = SECOND;
    navigate();
    await wait(UNREAD_MS - 10);
    expect(reports.filter(({ unread }) => unread !== null)).toEqual([]);
  });

  it('a list has no stage to read', async () => {
    const { tracker, reports } = tracking({ view: LIST });
    tracker.look();
    await wait(UNREAD_MS);
    expect(reports).toMatchObject([{ unread: null }]);
  });
});
