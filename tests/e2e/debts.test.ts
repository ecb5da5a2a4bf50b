/** Overrides as open debt, and the rep's word for what cannot be seen: kept, shown, waived, run out. In the real panel. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { layerOf } from '../browser/layer';
import { DEALS } from '../lab/hubspot/records';
import { OPPORTUNITIES } from '../lab/salesforce/records';
import { until, useBench } from './bench';
import { savedStage, surface, type Surface } from './surfaces';

const bench = useBench();
const path = surface('Salesforce Path');
const dropdown = surface('HubSpot stage dropdown');
const LABEL = 'At least four of the seven MEDDICC elements are known';

const mine = async (table: string, record: string) => (await bench.rows(table)).filter((row) => String(row['record']).includes(record));

/** The record's move to Discovery, gone on with against the verdict, and the panel beside it. */
async function overridden(way: Surface, record: string): Promise<{ page: Page; panel: Page }> {
  bench.lab[way.crm].setValue(way.object, record, way.field, way.crm === 'salesforce' ? 'Qualification' : 'appointmentscheduled');
  const page = await bench.tab();
  await way.open(page, record);
  const panel = await bench.browser.openPanel(page);
  await panel.getByText('Stage 1 of 5').waitFor();
  await page.bringToFront();
  await way.move(page, record, way.ask.to);
  const layer = await layerOf(page);
  await layer.says('open before Discovery');
  await layer.goOn('My manager agreed to it', 'Agreed on Friday.');
  await layer.gone();
  await until(() => savedStage(bench.lab, way, record) === way.ask.to, 'The move was not saved.');
  await panel.getByText(`Overridden: ${LABEL}`).waitFor();
  return { page, panel };
}

/** Lets the exception of a record's debts end a minute ago, as time would. */
async function letRunOut(record: string): Promise<void> {
  const desk = await bench.browser.extensionPage('options.html');
  await desk.evaluate(
    (part) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('handrail');
        opening.onerror = () => reject(opening.error ?? new Error('The database did not open.'));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('debts', 'readwrite');
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          const cursor = transaction.objectStore('debts').openCursor();
          cursor.onsuccess = () => {
            if (!cursor.result) return;
            const row = cursor.result.value as { record: string };
            if (row.record.includes(part)) cursor.result.update({ ...row, until: Date.now() - 60_000 });
            cursor.result.continue();
          };
        };
      }),
    record,
  );
  await desk.close();
}

describe.each([
  { way: path, records: [OPPORTUNITIES.acmeExpansion, OPPORTUNITIES.brightwaterPlatform] as const },
  { way: dropdown, records: [DEALS.alder, DEALS.birchwood] as const },
])('a debt: $way.name', ({ way, records: [first, second] }) => {
  it('says why it is there and how it stands, and is waived with a note for good', async () => {
    const { page, panel } = await overridden(way, first);
    const debts = panel.getByRole('region', { name: /to make good$/ });
    const text = (await debts.textContent()) ?? '';
    for (const words of ['from Qualification to Discovery', 'My manager agreed to it: “Agreed on Friday.”', 'Not met'])
      expect(text).toContain(words);
    expect(await panel.getByRole('link', { name: '1 criterion to make good' }).count()).toBe(1);

    await debts.getByRole('button', { name: /^Waive/ }).click();
    await panel.keyboard.type('The deal was re-scoped');
    await panel.keyboard.press('Enter');
    await debts.waitFor({ state: 'detached' });
    await panel.getByText(`Waived: ${LABEL}`).waitFor();
    expect(await panel.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('News');
    expect(await mine('debts', first)).toMatchObject([{ state: 'waived', waiver: 'The deal was re-scoped' }]);
    const events = (await mine('journal', first)).filter(({ type }) => type === 'debt-waived');
    expect(events).toMatchObject([{ waiver: 'The deal was re-scoped' }]);

    await page.reload();
    await panel.getByText('Stage 2 of 5').waitFor();
    expect(await debts.count()).toBe(0);
  });

  it('goes away by itself once its exception has ended', async () => {
    const { page, panel } = await overridden(way, second);
    await letRunOut(second);
    await page.reload();
    await until(async () => (await mine('debts', second))[0]?.['state'] === 'expired', 'It stays open.');
    await panel.getByText('Overridden').waitFor({ state: 'detached' });
    expect((await mine('journal', second)).some(({ type }) => type === 'debt-expired')).toBe(true);
  });
});

describe('what cannot be seen', () => {
  it('is confirmed by the rep, shown so after a reload, asked no more at the move, and taken back', async () => {
    const options = await bench.browser.extensionPage('options.html');
    await options.getByLabel('Your name').fill('Robin');
    await options.getByLabel('Your name').press('Tab');
    await options.getByText('Saved', { exact: true }).waitFor();
    await options.close();

    const record = OPPORTUNITIES.fairviewRenewal;
    const label = 'The paper process is known';
    const page = await bench.tab();
    await path.open(page, record);
    const panel = await bench.browser.openPanel(page);
    const layer = await layerOf(page);
    /** What the guard says of the move to Closing, which the rep then takes back. */
    const asked = async (): Promise<string> => {
      await page.bringToFront();
      await path.move(page, record, 'Negotiation/Review');
      const text = await layer.says('open before Closing');
      await page.keyboard.press('Escape');
      await layer.gone();
      return text;
    };
    expect(await asked()).toContain(label);

    await panel.getByRole('button', { name: `I confirm it: ${label}` }).click();
    const back = panel.getByRole('button', { name: `Take back: ${label}` });
    await back.waitFor();
    expect(await back.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.reload();
    await panel.getByText('Confirmed by you', { exact: true }).waitFor();
    await panel.getByText(/^Robin, /).waitFor();
    await panel.getByText(/1 confirmed by you/).waitFor();
    expect(await asked()).not.toContain(label);

    await back.click();
    await panel.getByText('Confirmed by you', { exact: true }).waitFor({ state: 'detached' });
    expect(await asked()).toContain(label);
    expect((await mine('journal', record)).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['confirmed', 'confirmation-taken-back']),
    );
  });

  it('and a rule that does not fit are kept with the rep’s words', async () => {
    const page = await bench.tab();
    await path.open(page, OPPORTUNITIES.cobaltTracking);
    const panel = await bench.browser.openPanel(page);
    await panel.getByRole('heading', { name: /Cobalt/, level: 1 }).waitFor();
    const wrong = panel.getByRole('button', { name: /^Wrong here\?/ }).first();
    await wrong.click();
    await panel.keyboard.type('Renewal, the budget is known');
    await panel.keyboard.press('Enter');
    await panel.getByText(/^You noted: “Renewal, the budget is known”/).waitFor();
    expect(await wrong.evaluate((button) => button === document.activeElement)).toBe(true);
    expect((await mine('journal', OPPORTUNITIES.cobaltTracking)).filter(({ type }) => type === 'wrong-here')).toMatchObject([
      { comment: 'Renewal, the budget is known' },
    ]);
  });
});
