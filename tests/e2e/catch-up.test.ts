/** A stage that was changed elsewhere: one card in the panel, once per move, and what the rep makes of it. On both CRMs. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { layerOf } from '../browser/layer';
import { DEALS } from '../lab/hubspot/records';
import { OPPORTUNITIES } from '../lab/salesforce/records';
import { sideways, violations } from './accessible';
import { until, useBench } from './bench';
import { savedStage, surface, type Surface } from './surfaces';

const bench = useBench();

/** Records of a CRM, one for each test, since what is kept of them stays; and the CRM's value of Proposal. */
interface Case {
  way: Surface;
  records: readonly string[];
  proposal: string;
  /** The stage field's value of Qualification, and fields by which Discovery may be entered. */
  start: string;
  meddicc: readonly string[];
}

const CASES: Case[] = [
  {
    way: surface('Salesforce Path'),
    records: Object.values(OPPORTUNITIES),
    proposal: 'Proposal/Price Quote',
    start: 'Qualification',
    meddicc: [
      'Metrics__c',
      'Economic_Buyer__c',
      'Champion__c',
      'Decision_Criteria__c',
      'Decision_Process__c',
      'Identified_Pain__c',
      'Competition__c',
    ],
  },
  {
    way: surface('HubSpot stage dropdown'),
    records: Object.values(DEALS),
    proposal: 'decisionmakerboughtin',
    start: 'appointmentscheduled',
    meddicc: ['metrics', 'economic_buyer', 'champion', 'decision_criteria', 'decision_process', 'identified_pain', 'competition'],
  },
];

const cards = (panel: Page) => panel.getByRole('region', { name: /^Moved to Proposal/ });
const notices = (panel: Page) => panel.getByText('A stage change went through unchecked');

describe.each(CASES)('$way.name', ({ way, records, proposal, start, meddicc }) => {
  let at = -1;
  let record = '';
  beforeEach(() => {
    record = records[(at += 1)] ?? '';
    site().setValue(way.object, record, way.field, start);
    fill('');
  });
  const site = () => bench.lab[way.crm];
  const fill = (value: string) => meddicc.forEach((field) => site().setValue(way.object, record, field, value));
  const mine = async (table: string) => (await bench.rows(table)).filter((row) => String(row['record']).includes(record));

  /** The record in Qualification, and the panel beside it. */
  async function open(): Promise<{ page: Page; panel: Page }> {
    const page = await bench.tab();
    await way.open(page, record);
    const panel = await bench.browser.openPanel(page);
    await panel.getByText('Stage 1 of 5').waitFor();
    await until(async () => (await mine('seen')).length === 1, 'The stage is not noted.');
    return { page, panel };
  }

  /** The record was seen in Qualification; somebody else has moved it since; it is looked at again. */
  async function movedElsewhere(to: string, shows: string): Promise<{ page: Page; panel: Page }> {
    const { page, panel } = await open();
    site().setValue(way.object, record, way.field, to);
    await page.reload();
    await panel.getByText(shows).waitFor();
    return { page, panel };
  }

  it('is told once, with what was skipped, and never again once it is dismissed', async () => {
    const { page, panel } = await movedElsewhere(proposal, 'Stage 4 of 5');
    await cards(panel).waitFor();
    expect(await cards(panel).count()).toBe(1);
    const text = (await cards(panel).textContent()) ?? '';
    expect(text).toContain('Qualification → Proposal');
    expect(text).toContain('At least four of the seven MEDDICC elements are known');

    await page.reload();
    await panel.getByText('Stage 4 of 5').waitFor();
    await cards(panel).waitFor();
    expect(await cards(panel).count()).toBe(1);

    await panel.getByRole('button', { name: 'Dismiss' }).first().click();
    await cards(panel).waitFor({ state: 'detached' });
    await page.reload();
    await panel.getByText('Stage 4 of 5').waitFor();
    await page.waitForTimeout(1500);
    expect(await cards(panel).count()).toBe(0);
    expect((await mine('elsewhere')).map(({ state }) => state)).toEqual(['dismissed']);
    expect((await mine('journal')).filter(({ type }) => type === 'catch-up-closed')).toMatchObject([{ how: 'dismissed' }]);
    expect(await mine('debts')).toEqual([]);
  });

  it('is accessible and fits, with its form for a reason and with the debt that comes of it', async () => {
    const { panel } = await movedElsewhere(proposal, 'Stage 4 of 5');
    await cards(panel).waitFor();
    await cards(panel)
      .getByText(/^\d more$/)
      .click();
    const check = async (): Promise<void> => {
      for (const colorScheme of ['dark', 'light'] as const) {
        await panel.emulateMedia({ colorScheme });
        expect(await violations(panel)).toEqual([]);
      }
      expect((await sideways(panel)).filter((over) => over > 0)).toEqual([]);
      await panel.setViewportSize({ width: 360, height: 800 });
    };
    await check();
    await cards(panel).getByRole('button', { name: 'Give a reason' }).click();
    await cards(panel).getByRole('button', { name: 'Keep this reason' }).click();
    await cards(panel).getByText('Choose the reason that fits best.').waitFor();
    await check();
    await cards(panel).getByRole('combobox', { name: 'Reason' }).selectOption({ label: 'My manager agreed to it' });
    await cards(panel).getByLabel('Note').fill('Agreed.');
    await panel.keyboard.press('Tab');
    await cards(panel).getByRole('button', { name: 'Keep this reason' }).click();
    await panel.getByText('Overridden').first().waitFor();
    expect(await panel.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('News');
    await panel
      .getByRole('button', { name: /^Waive/ })
      .first()
      .click();
    await check();
  });

  it('takes a step that is ticked late, and a reason: what is still open is debt from then on', async () => {
    const { page, panel } = await movedElsewhere(proposal, 'Stage 4 of 5');
    await cards(panel)
      .getByText(/^\d more$/)
      .click();
    await cards(panel).getByRole('checkbox', { name: /demo/i }).first().click();
    await until(async () => (await mine('ticks')).length === 1, 'The tick is not kept.');

    await cards(panel).getByRole('button', { name: 'Give a reason' }).click();
    await cards(panel).getByRole('combobox', { name: 'Reason' }).selectOption({ label: 'My manager agreed to it' });
    await cards(panel).getByLabel('Note').fill('Agreed on Friday.');
    await cards(panel)
      .getByLabel(/^The exception ends on/)
      .fill('2999-11-28');
    await cards(panel).getByRole('button', { name: 'Keep this reason' }).click();
    await panel.getByText('Overridden: At least four of the seven MEDDICC elements are known').waitFor();
    await panel.getByText('Exception until').first().waitFor();
    expect(await cards(panel).count()).toBe(0);
    expect((await mine('elsewhere')).map(({ state }) => state)).toEqual(['settled']);
    const debts = await mine('debts');
    expect(debts.map(({ criterion }) => criterion)).not.toContain('demo-shown');
    expect(new Set(debts.map(({ reasonLabel }) => reasonLabel))).toEqual(new Set(['My manager agreed to it']));
    expect(debts.every(({ until: end }) => end === new Date(2999, 10, 29).getTime() - 1)).toBe(true);

    await page.reload();
    await panel.getByText('Overridden').first().waitFor();
    expect(await cards(panel).count()).toBe(0);
  });

  it('closes by itself once all is made good', async () => {
    const { page, panel } = await movedElsewhere(way.ask.to, 'Stage 2 of 5');
    await panel.getByRole('region', { name: 'Moved to Discovery since you last looked' }).waitFor();
    fill('known by now');
    await page.reload();
    await until(async () => (await mine('elsewhere'))[0]?.['state'] === 'settled', 'It stays open although all is met.');
    await panel.getByRole('region', { name: /^Moved to Discovery/ }).waitFor({ state: 'detached' });
    expect((await mine('journal')).filter(({ type }) => type === 'catch-up-closed')).toMatchObject([{ how: 'met' }]);
  });

  it('is not told where nothing was skipped', async () => {
    const { page, panel } = await open();
    fill('known by then');
    site().setValue(way.object, record, way.field, way.ask.to);
    /** Every card that is drawn from now on, however shortly. */
    await panel.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      new MutationObserver(() => {
        for (const card of document.querySelectorAll('.hr-catch-up, .hr-caught-up')) seen.push(card.textContent);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await page.reload();
    await panel.getByText('Stage 2 of 5').waitFor();
    await page.waitForTimeout(2500);
    expect(await panel.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
    expect(await mine('elsewhere')).toEqual([]);
  });

  it('shows no card for a move through the guard', async () => {
    const { page, panel } = await open();
    await page.bringToFront();
    await way.move(page, record, way.ask.to);
    const layer = await layerOf(page);
    await layer.says('open before Discovery');
    await layer.goOn('My manager agreed to it', 'Agreed on Friday.');
    await layer.gone();
    await until(() => savedStage(bench.lab, way, record) === way.ask.to, 'The move was not saved.');
    await panel.getByText('Stage 2 of 5').waitFor();
    await page.reload();
    await panel.getByText('Stage 2 of 5').waitFor();
    await panel.getByText('Overridden').first().waitFor();
    await page.waitForTimeout(1500);
    expect(await panel.getByRole('region', { name: /^Moved to/ }).count()).toBe(0);
    expect(await mine('elsewhere')).toEqual([]);
  });

  it('shows one card, and not two, for a save that went through unchecked', async () => {
    const { page, panel } = await open();
    const worker = await bench.browser.worker();
    const busy = worker.evaluate(() => {
      const end = Date.now() + 4000;
      while (Date.now() < end);
    });
    await page.bringToFront();
    await way.move(page, record, way.ask.to);
    await until(() => savedStage(bench.lab, way, record) === way.ask.to, 'The save was kept.');
    await busy;
    const unchecked = panel.getByRole('region', { name: 'Moved to Discovery without a check' });
    await unchecked.waitFor();
    expect(await unchecked.textContent()).toContain('the check took too long');
    expect(await notices(panel).count()).toBe(0);
    await panel.getByRole('button', { name: 'Dismiss' }).first().click();
    await unchecked.waitFor({ state: 'detached' });
    await page.reload();
    await panel.getByText('Stage 2 of 5').waitFor();
    await page.waitForTimeout(1500);
    expect(await panel.getByRole('region', { name: /^Moved to/ }).count()).toBe(0);
    expect(await notices(panel).count()).toBe(0);
  });
});
