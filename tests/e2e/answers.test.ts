/** What a rep tells the panel besides ticks, in the real browser: answers that count, that stay, and that never show on another record; and roles. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { layerOf } from '../browser/layer';
import { OPPORTUNITIES } from '../lab/salesforce/records';
import { until, useBench } from './bench';
import { savedStage, surface } from './surfaces';

const bench = useBench();
const path = surface('Salesforce Path');

async function options(act: (page: Page) => Promise<void>): Promise<void> {
  const page = await bench.browser.extensionPage('options.html');
  await act(page);
  await page.close();
}

async function use(title: string, id: string): Promise<void> {
  await options(async (page) => {
    await page.getByRole('button', { name: `Use this pack: ${title}`, exact: true }).click();
    await until(async () => (await bench.rows('packs')).some((row) => row['id'] === id && row['active'] === 1), `${title} is not in use.`);
  });
}

const QUESTIONS = [
  'Metrics: which number should move, from what to what?',
  'Competition: what else could they do with the money?',
  'Economic buyer: who can say yes to the money?',
];
const asked = (panel: Page, question: string) => panel.getByRole('textbox', { name: question });

describe('answers', () => {
  it('are kept at once, count for the criteria, and stay with their record', async () => {
    await use('MEDDPICC qualification', 'meddpicc');
    const page = await bench.tab();
    await path.open(page, OPPORTUNITIES.acmeExpansion);
    const panel = await bench.browser.openPanel(page);
    await panel.getByText('1 so far').waitFor();

    for (const question of QUESTIONS) await asked(panel, question).fill('Known from the call.');
    await asked(panel, QUESTIONS[0] ?? '').focus();
    await until(async () => (await bench.rows('answers')).length === 3, 'The answers are not on the disk.');
    expect(await panel.getByText('1 so far').count()).toBe(0);
    // The journal tells that something was answered, not what.
    expect(JSON.stringify(await bench.rows('journal'))).not.toContain('Known from the call.');

    await panel.reload();
    await asked(panel, QUESTIONS[0] ?? '').waitFor();
    expect(await asked(panel, QUESTIONS[0] ?? '').inputValue()).toBe('Known from the call.');

    await page.bringToFront();
    await path.open(page, OPPORTUNITIES.delmarPilot);
    await panel.getByRole('heading', { name: 'Delmar Clinics - Pilot', level: 1 }).waitFor();
    expect(await asked(panel, QUESTIONS[0] ?? '').inputValue()).toBe('');

    await path.open(page, OPPORTUNITIES.acmeExpansion);
    await panel.getByRole('heading', { name: 'Acme - Expansion', level: 1 }).waitFor();
    const layer = await layerOf(page);
    await path.move(page, OPPORTUNITIES.acmeExpansion, 'Needs Analysis');
    await until(() => savedStage(bench.lab, path, OPPORTUNITIES.acmeExpansion) === 'Needs Analysis', 'The move was not saved.');
    expect(await layer.text()).not.toContain('four of the seven');
  });
});

describe('the rep’s role', () => {
  it('leaves out what is for others, in the panel and at the move', async () => {
    await use('B2B sales cycle', 'b2b-sales-cycle');
    await options(async (page) => {
      await page.getByRole('checkbox', { name: 'Legal' }).click();
      await until(() => page.getByRole('checkbox', { name: 'Legal' }).isChecked(), 'The role was not taken.');
    });
    const page = await bench.tab();
    await path.open(page, OPPORTUNITIES.acmeExpansion);
    const panel = await bench.browser.openPanel(page);
    await panel.getByText('Nothing for you in Qualification').waitFor();
    await path.move(page, OPPORTUNITIES.acmeExpansion, 'Needs Analysis');
    await until(() => savedStage(bench.lab, path, OPPORTUNITIES.acmeExpansion) === 'Needs Analysis', 'The move was not saved.');
  });
});
