/** Several records in one save, one decision: each with what it lacks, and the three ways that the rep can go. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { layerOf } from '../browser/layer';
import { addresses } from '../lab/addresses';
import { OPPORTUNITIES } from '../lab/salesforce/records';
import { until, useBench } from './bench';
import { massEdit } from './surfaces/salesforce-lists';

const bench = useBench();
const { acmeExpansion, delmarPilot, cobaltTracking, evergreenAnalytics } = OPPORTUNITIES;
const TO = 'Needs Analysis';

const stageOf = (id: string) => bench.lab.salesforce.valueOf('Opportunity', id, 'StageName');
const journalFrom = async (length: number) => (await bench.rows('journal')).slice(length);

/** Two go on to a stage that asks for something, two go back to it, which asks for nothing. */
async function held(page: Page) {
  await page.goto(addresses.opportunities());
  await massEdit(page, [acmeExpansion, delmarPilot, cobaltTracking, evergreenAnalytics], TO);
  const layer = await layerOf(page);
  await layer.says('2 of 4 records have something open before Discovery');
  return layer;
}

describe('a save of several records', () => {
  it('names each that has something open, and how much; the others are counted', async () => {
    const layer = await held(await bench.tab());
    const text = await layer.text();
    for (const part of ['Acme - Expansion', 'Delmar', 'open']) expect(text).toContain(part);
    expect(text).not.toContain('Cobalt');
    expect(await layer.ways()).toEqual(['Go on with all', 'Save the 2 that are ready', 'Go back']);
    expect([acmeExpansion, cobaltTracking].map(stageOf)).toEqual(['Qualification', 'Value Proposition']);
  });

  it('goes back with all of them by Escape', async () => {
    const page = await bench.tab();
    const { length } = await bench.rows('journal');
    const layer = await held(page);
    await page.keyboard.press('Escape');
    await layer.gone();
    await until(async () => (await journalFrom(length)).some(({ type }) => type === 'move-back'), 'Nothing is in the journal.');
    expect([acmeExpansion, delmarPilot, cobaltTracking, evergreenAnalytics].map(stageOf)).toEqual([
      'Qualification',
      'Prospecting',
      'Value Proposition',
      'Id. Decision Makers',
    ]);
  });

  it('saves those that are ready and leaves the others, which the CRM shows as not saved', async () => {
    const page = await bench.tab();
    const layer = await held(page);
    await layer.press('Save the 2 that are ready');
    await layer.gone();
    await until(() => stageOf(cobaltTracking) === TO && stageOf(evergreenAnalytics) === TO, 'Those that are ready were not saved.');
    expect([acmeExpansion, delmarPilot].map(stageOf)).toEqual(['Qualification', 'Prospecting']);
    await page.locator(`tr[data-row-key-value="${acmeExpansion}"] td.slds-has-error[data-label=Stage]`).waitFor();
    expect(await page.locator(`tr[data-row-key-value="${cobaltTracking}"] td.slds-has-error`).count()).toBe(0);
    expect(await bench.rows('debts')).toEqual([]);
  });

  it('goes on with all for one reason, and each record owes what it skipped', async () => {
    const page = await bench.tab();
    const layer = await held(page);
    await layer.press('Go on with all');
    await layer.says('Choose a reason first.');
    await layer.goOn('My manager agreed to it', 'All four were agreed in the pipeline call.', 'Go on with all');
    await layer.gone();
    await until(
      () => [acmeExpansion, delmarPilot, cobaltTracking, evergreenAnalytics].every((id) => stageOf(id) === TO),
      'Not all were saved.',
    );
    const debts = await bench.rows('debts');
    const owing = new Set(debts.map(({ record }) => String(record).split('|').at(-1)));
    expect([...owing].sort()).toEqual([acmeExpansion, delmarPilot].sort());
    expect(new Set(debts.map(({ note }) => note))).toEqual(new Set(['All four were agreed in the pipeline call.']));
  });
});
