/** What the guard does on the practice HubSpot beyond the table of surfaces: silent write-backs, all that match, batches, frames, and reads. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { layerOf } from '../browser/layer';
import { addresses } from '../lab/addresses';
import { DEALS } from '../lab/hubspot/records';
import { until, useBench } from './bench';
import { stageWrites, surface } from './surfaces';
import { bulkStage, selectAll } from './surfaces/hubspot-bulk';
import { cell, changeCell, choose, dropdown, openTable } from './surfaces/hubspot-parts';
import { REFUSED } from './surfaces/surface';

const bench = useBench();
beforeAll(() => bench.policyTold());

const onRecord = surface('HubSpot stage dropdown');
const onBoard = surface('HubSpot board drop');
const onNewerBoard = surface('HubSpot newer board drop');
const inForm = surface('HubSpot create form');

const writes = () => stageWrites(bench.lab, onRecord);
const stageOf = (id: string) => bench.lab.hubspot.valueOf('0-3', id, 'dealstage');
/** What the lab was asked for, of a kind, since the test began. */
const asked = (method: string, part: string) =>
  bench.lab.log.filter((entry) => entry.method === method && (entry.url.includes(part) || entry.body.includes(part)));

/** Opens the portal's own prompt by moving a deal on, as `move` does. */
async function prompted(page: Page, move: () => Promise<void>) {
  await move();
  const prompt = page.getByRole('dialog', { name: /^Move to/ });
  await prompt.waitFor();
  return prompt;
}

describe('HubSpot’s own prompt before a stage', () => {
  it.each([
    ['a record page', onRecord],
    ['a board', onBoard],
    ['a board that reuses its cards', onNewerBoard],
  ])('is cancelled on %s: the stage before is written back, and the guard is silent', async (_where, { prepare, open, move }) => {
    prepare?.(bench.lab);
    bench.lab.hubspot.wire.prompts = { contractsent: ['amount'] };
    const page = await bench.tab();
    await open(page, DEALS.alder);
    const journal = (await bench.rows('journal')).length;
    const layer = await layerOf(page);
    const prompt = await prompted(page, () => move(page, DEALS.alder, 'contractsent'));
    await prompt.getByRole('button', { name: 'Cancel' }).click();
    await until(() => writes().length === 1, 'The stage before was not written back.');
    expect(writes()[0]).toContain('appointmentscheduled');
    expect(await layer.text()).not.toContain('open before');
    expect(await bench.rows('journal')).toHaveLength(journal);
  });

  it('is answered: its values are part of the save, so that they count', async () => {
    bench.lab.hubspot.wire.prompts = { closedlost: ['closed_lost_reason'] };
    const page = await bench.tab();
    await onRecord.open(page, DEALS.alder);
    const layer = await layerOf(page);
    const prompt = await prompted(page, () => onRecord.move(page, DEALS.alder, 'closedlost'));
    await prompt.getByLabel('Closed Lost Reason').fill('price');
    await prompt.getByRole('button', { name: 'Save' }).click();
    await until(() => stageOf(DEALS.alder) === 'closedlost', 'The move was not saved.');
    expect(writes()).toHaveLength(1);
    expect(await layer.text()).not.toContain('open before');
  });
});

describe('a board drop on a closed stage', () => {
  it('is held with the close date that HubSpot writes along, and goes out with it', async () => {
    const page = await bench.tab();
    await onBoard.open(page, DEALS.alder);
    await onBoard.move(page, DEALS.alder, 'closedlost');
    const layer = await layerOf(page);
    await layer.says('open before Lost');
    expect(writes()).toEqual([]);
    await layer.goOn('The customer has decided already', 'They went with a competitor.');
    await until(() => stageOf(DEALS.alder) === 'closedlost', 'The move was not saved.');
    expect(writes()).toHaveLength(1);
    expect(writes()[0]).toMatch(/"name":"closedate","value":"\d+"/);
  });
});

describe('a bulk edit', () => {
  it('of all that match says how many, and judges what the save itself says', async () => {
    bench.lab.hubspot.fill(214);
    const page = await bench.tab();
    await openTable(page, DEALS.alder);
    await selectAll(page);
    await bulkStage(page, 'closedlost');
    const layer = await layerOf(page);
    await layer.says('all 214 matching deals');
    expect(await layer.text()).toContain('The loss reason is chosen');
    await page.keyboard.press('Escape');
    await page.locator('[role=alert]', { hasText: REFUSED }).waitFor();
    expect(writes()).toEqual([]);
    expect(stageOf(DEALS.alder)).toBe('appointmentscheduled');
  });

  it('of all that match a filter counts those, and is never let go silently: where they come from cannot be seen', async () => {
    bench.lab.hubspot.fill(214);
    const page = await bench.tab();
    await openTable(page, DEALS.alder);
    await dropdown(page, 'stage-filter').click();
    await choose(page, 'qualifiedtobuy');
    await page.locator(`tr[data-test-id="row-${DEALS.alder}"]`).waitFor({ state: 'detached' });
    await selectAll(page);
    const count = (await page.getByRole('toolbar').getByRole('strong').innerText()).replace(' selected', '');
    await bulkStage(page, 'presentationscheduled');
    const layer = await layerOf(page);
    await layer.says(`all ${count} matching deals`);
    await layer.press('Continue');
    await until(() => stageOf(DEALS.cobalt) === 'presentationscheduled', 'The move was not saved.');
    expect(stageOf(DEALS.alder)).toBe('appointmentscheduled');
    // Nothing is kept under a record that stands for many.
    expect((await bench.rows('debts')).filter(({ record }) => String(record).endsWith('*'))).toEqual([]);
  });

  it('of some records reads those whose values are asked for, once and in one request, and shows each with what it lacks', async () => {
    const page = await bench.tab();
    await openTable(page, DEALS.alder);
    for (const id of [DEALS.alder, DEALS.birchwood, DEALS.dune]) await page.locator(`tr[data-test-id="row-${id}"] input`).check();
    expect(asked('GET', '/batch?')).toHaveLength(0);
    await bulkStage(page, 'qualifiedtobuy');
    const layer = await layerOf(page);
    const text = await layer.says('2 of 3 records');
    expect(text).toContain('Alder Brook pilot');
    expect(text).toContain('Birchwood Clinics rollout');
    const reads = asked('GET', '/batch?').map(({ url }) => new URL(url).searchParams.getAll('id'));
    // The third goes back a stage, which asks for nothing.
    expect(reads).toEqual([[DEALS.alder, DEALS.birchwood]]);
    await page.keyboard.press('Escape');
    await cell(page, DEALS.alder, 'dealstage').filter({ hasText: 'Appointment Scheduled' }).waitFor();
  });
});

describe('a batch of which one operation is a move', () => {
  it('is parted: the innocent operation leaves while the rep thinks, and each gets its own answer', async () => {
    bench.lab.hubspot.wire.refetchPipelines = true;
    const page = await bench.tab();
    await onRecord.open(page, DEALS.alder);
    const before = asked('POST', 'FetchPipelinesWithStages').length;
    await onRecord.move(page, DEALS.alder, 'qualifiedtobuy');
    const layer = await layerOf(page);
    await layer.says('open before Discovery');
    await until(() => asked('POST', 'FetchPipelinesWithStages').length === before + 1, 'The innocent operation waits.');
    expect(writes()).toEqual([]);
    await layer.goOn('My manager agreed to it', 'On the call today.');
    await until(() => stageOf(DEALS.alder) === 'qualifiedtobuy', 'The move was not saved.');
    expect(asked('POST', 'UpdateCrmObjectProperties')).toHaveLength(1);
    expect(asked('POST', 'FetchPipelinesWithStages')).toHaveLength(before + 1);
    // The page got the mutation's answer at the mutation's place: it shows the new stage, and no alert.
    await page.getByRole('heading', { name: 'Stage 2 of 7: Qualified To Buy' }).waitFor();
    expect(await page.locator('[role=alert]').innerText()).toBe('');
  });
});

describe('a save in a frame', () => {
  it('is asked about in the page around it, over everything that the page shows', async () => {
    const page = await bench.tab();
    await inForm.open(page, 'Saltmarsh trial');
    const resting = await page.locator('handrail-layer').count();
    await inForm.move(page, 'Saltmarsh trial', 'closedlost');
    const layer = await layerOf(page);
    await layer.says('open before Lost');
    expect(await page.locator('handrail-layer').count()).toBe(resting + 1);
    expect(await page.frameLocator('iframe').locator('handrail-layer').count()).toBe(0);
    expect(bench.lab.hubspot.idWith('0-3', 'dealname', 'Saltmarsh trial')).toBeUndefined();
  });
});

describe('the values of a record that the page has not told', () => {
  it('are read once at the held move, in the page’s own session, and never before', async () => {
    const page = await bench.tab();
    await onBoard.open(page, DEALS.dune);
    await page.waitForLoadState('networkidle');
    const loading = bench.lab.log.length;
    expect(asked('GET', '/crm-objects/')).toEqual([]);
    await onBoard.move(page, DEALS.dune, 'decisionmakerboughtin');
    const layer = await layerOf(page);
    await layer.says('open before Proposal');
    const since = bench.lab.log.slice(loading);
    expect(since.map(({ method, url, status }) => [method, new URL(url).searchParams.getAll('id'), status])).toEqual([
      ['GET', [DEALS.dune], 200],
    ]);
    // All that is a field of the deal was seen: what is open is what only the rep can say.
    expect(await layer.text()).not.toContain('Cannot be seen here');
  });

  it('let a move go without a word where they meet what it asks for', async () => {
    for (const field of ['metrics', 'economic_buyer', 'champion', 'identified_pain'])
      bench.lab.hubspot.setValue('0-3', DEALS.alder, field, 'Known, and on no table or board');
    const page = await bench.tab();
    await openTable(page, DEALS.alder);
    await changeCell(page, DEALS.alder, 'dealstage', 'qualifiedtobuy');
    await until(() => stageOf(DEALS.alder) === 'qualifiedtobuy', 'The move was not saved.');
    expect(await (await layerOf(page)).text()).not.toContain('open before');
    expect(asked('GET', '/crm-objects/')).toHaveLength(1);
  });
});

describe('a board that reuses its cards', () => {
  it('moves the record that the card shows now, and the guard names that one', async () => {
    bench.lab.hubspot.fill(60);
    onNewerBoard.prepare?.(bench.lab);
    const page = await bench.tab();
    await onNewerBoard.open(page, DEALS.alder);
    const column = page.locator('[data-column-id="appointmentscheduled"] [data-droppable-id]');
    const first = column.locator('[data-test-id="cdb-column-item"]').first();
    const element = await first.elementHandle();
    await column.evaluate((body) => body.scrollTo({ top: 1200 }));
    await until(async () => (await element.getAttribute('data-selenium-id')) !== DEALS.alder, 'The card was not reused.');
    const record = String(await first.getAttribute('data-selenium-id'));
    const name = await first.locator('[data-test-id="board-card-section-title-link"]').innerText();
    expect(record).not.toBe(DEALS.alder);
    await first.scrollIntoViewIfNeeded();
    await onNewerBoard.move(page, record, 'qualifiedtobuy');
    const layer = await layerOf(page);
    expect(await layer.says('open before Discovery')).toContain(name);
    expect(writes()).toEqual([]);
    expect(addresses.board()).toBe(page.url());
  });
});
