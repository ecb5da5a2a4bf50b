/** What one row of the table of surfaces cannot say: saves beside other actions, of several records, of a new one, and of records nobody has read. */
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { layerOf } from '../browser/layer';
import { addresses } from '../lab/addresses';
import { OPPORTUNITIES } from '../lab/salesforce/records';
import { until, useBench } from './bench';
import { REFUSED } from './surfaces/surface';
import { savedStage, stageWrites, surface } from './surfaces';

const bench = useBench();
const { acmeExpansion, brightwaterPlatform, cobaltTracking } = OPPORTUNITIES;

/** The requests that reached the practice Salesforce, decoded. */
function sent(what: RegExp): string[] {
  return bench.lab.log.map(({ body, url }) => `${url} ${decodeURIComponent(body.replace(/\+/g, ' '))}`).filter((text) => what.test(text));
}

describe('a save that shares its request with a read', () => {
  const beside = surface('Salesforce save beside a read');
  const { record, to } = beside.ask;

  async function held(): Promise<{ page: Page; layer: Awaited<ReturnType<typeof layerOf>> }> {
    const page = await bench.tab();
    await beside.open(page, record);
    await beside.move(page, record, to);
    const layer = await layerOf(page);
    await layer.says('open before Discovery');
    return { page, layer };
  }

  it('does not keep the read waiting while the rep thinks', async () => {
    const { page, layer } = await held();
    await until(() => sent(/"method":"getPeers"/).length === 1, 'The read did not leave.');
    expect(stageWrites(bench.lab, beside)).toEqual([]);
    await page.keyboard.press('Escape');
    await layer.gone();
  });

  it('is answered together with it, refused', async () => {
    const { page, layer } = await held();
    await page.keyboard.press('Escape');
    await layer.gone();
    await page.locator('.labPeers').waitFor();
    await page.locator('.toastMessage', { hasText: REFUSED }).waitFor();
    expect(sent(/"method":"getPeers"/)).toHaveLength(1);
    expect(stageWrites(bench.lab, beside)).toEqual([]);
  });

  it('is answered together with it, released', async () => {
    const { page, layer } = await held();
    await layer.goOn('We keep this information somewhere else', 'It is in the shared deal plan.');
    await page.locator('.labPeers').waitFor();
    await page.locator('.toastMessage', { hasText: 'The stage was saved.' }).waitFor();
    expect(savedStage(bench.lab, beside, record)).toBe(to);
    expect(sent(/"method":"getPeers"/)).toHaveLength(1);
    expect(stageWrites(bench.lab, beside)).toHaveLength(1);
  });
});

describe('a mass edit', () => {
  const row = (id: string) => `tr[data-row-key-value="${id}"]`;

  async function massEdit(page: Page, records: readonly string[], to: string): Promise<void> {
    const [first = ''] = records;
    await surface('Salesforce list edit').open(page, first);
    for (const each of records) await page.locator(`${row(each)} td:nth-child(2) label`).click();
    await page.locator(`${row(first)} td[data-label=Stage]`).hover();
    await page.locator(`${row(first)} td[data-label=Stage] button.slds-cell-edit__button`).click();
    await page.locator('lst-input-picklist button[role=combobox]').click();
    await page.locator(`lightning-base-combobox-item[data-value="${to}"]`).click();
    await page.locator('[data-mass-selection=true] label').click();
    await page.locator('lightning-primitive-datatable-iedit-panel .slds-popover__footer button').nth(1).click();
    await page.locator('lightning-primitive-datatable-status-bar button.save-btn').click();
  }

  const stageOf = (id: string) => bench.lab.salesforce.valueOf('Opportunity', id, 'StageName');

  it('lists each record that has something open; all of them stay, each row saying why', async () => {
    const page = await bench.tab();
    await massEdit(page, [acmeExpansion, brightwaterPlatform, cobaltTracking], 'Proposal/Price Quote');
    const layer = await layerOf(page);
    const text = await layer.says('3 of 3 records have something open before Proposal');
    for (const name of ['Acme - Expansion', 'Brightwater Labs - Platform', 'Cobalt Freight - Tracking']) expect(text).toContain(name);
    await page.keyboard.press('Escape');
    await layer.gone();
    for (const id of [acmeExpansion, brightwaterPlatform, cobaltTracking])
      await page.locator(`${row(id)} td.slds-has-error[data-label=Stage]`).waitFor();
    expect(sent(/updateRecord/)).toEqual([]);
  });

  it('that Salesforce itself refuses in part is saved in part', async () => {
    bench.lab.salesforce.setValue('Opportunity', brightwaterPlatform, 'Amount', -1);
    const page = await bench.tab();
    // None of these goes forward: nothing is open.
    await massEdit(page, [brightwaterPlatform, cobaltTracking], 'Prospecting');
    await page.locator(`${row(brightwaterPlatform)} td.slds-has-error[data-label=Stage]`).waitFor();
    await page.locator('.toastMessage', { hasText: '1 record was saved.' }).waitFor();
    expect([stageOf(brightwaterPlatform), stageOf(cobaltTracking)]).toEqual(['Needs Analysis', 'Prospecting']);
    expect(sent(/updateRecord.*updateRecord/)).toHaveLength(1);
  });
});

describe('a record that the page has told little of', () => {
  it('is read once, at the move, with the page’s own session: in Aura', async () => {
    const page = await bench.tab();
    const board = surface('Salesforce Kanban by keyboard');
    await board.open(page, acmeExpansion);
    expect(sent(/handrail/)).toEqual([]);
    await board.move(page, acmeExpansion, 'Needs Analysis');
    const layer = await layerOf(page);
    const text = await layer.says('open before Discovery');
    expect(text).not.toContain('Cannot be seen here');
    const reads = sent(/handrail-0;a/);
    expect(reads).toHaveLength(1);
    expect(reads[0]).toMatch(/getRecordWithFields.*"Opportunity\.Metrics__c".*aura\.token=practice-token/);
  });

  it('is read once over plain REST', async () => {
    const page = await bench.tab();
    const portal = surface('Salesforce fetch with PATCH');
    await portal.open(page, portal.ask.record);
    await portal.move(page, portal.ask.record, portal.ask.to);
    const layer = await layerOf(page);
    expect(await layer.says('open before Discovery')).not.toContain('Cannot be seen here');
    expect(sent(/ui-api\/records\/\w+\?fields=Opportunity\.Id&optionalFields=/)).toHaveLength(1);
  });
});

describe('a new record', () => {
  it('in a later stage is held, and is not made when the rep goes back', async () => {
    const page = await bench.tab();
    await page.goto(addresses.partners());
    await page.locator('tr[data-record-id]').first().waitFor();
    const count = await page.locator('tr[data-record-id]').count();
    await page.locator('input[name=name]').fill('Partner deal');
    await page.locator('select[name=stage]').selectOption('Negotiation/Review');
    await page.locator('button[name=register]').click();
    const layer = await layerOf(page);
    await layer.says('open before Closing');
    expect(sent(/"Partner deal"/)).toEqual([]);
    await page.keyboard.press('Escape');
    await layer.gone();
    await page.locator('.siteMessage', { hasText: REFUSED }).waitFor();
    expect(await page.locator('tr[data-record-id]').count()).toBe(count);
    expect(sent(/"Partner deal"/)).toEqual([]);
  });
});
