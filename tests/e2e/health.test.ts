/** How well a page is read: the card for support, which tells of no record; and the stage by hand where the page does not tell it. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { layerOf } from '../browser/layer';
import { addresses } from '../lab/addresses';
import { DEALS } from '../lab/hubspot/records';
import { startingRecords } from '../lab/hubspot/starting-records';
import { OPPORTUNITIES, SEED } from '../lab/salesforce/records';
import { sideways, violations } from './accessible';
import { until, useBench } from './bench';
import { savedStage, surface, type Surface } from './surfaces';

const bench = useBench();
const dropdown = surface('HubSpot stage dropdown');

/** The values of a record that would tell it: not numbers of a digit or two, nor words of every pack. */
function tellingValues(values: Record<string, unknown>): string[] {
  return Object.values(values)
    .map(String)
    .filter((value) => value.length > 3 && !['null', 'true', 'false', 'default'].includes(value));
}

/** Clicks "Copy" and pastes what was copied somewhere else. */
async function copied(panel: Page, about: string): Promise<string> {
  const card = panel.locator('details', { hasText: 'How well this page is read' });
  if (!(await card.evaluate((details: HTMLDetailsElement) => details.open))) await card.locator('summary').click();
  await card.getByText(about).waitFor();
  await panel.getByRole('button', { name: /^Copy how well/ }).click();
  await panel.getByRole('button', { name: /^Copied/ }).waitFor();
  const page = await bench.tab();
  await page.setContent('<textarea autofocus></textarea>');
  await page.locator('textarea').focus();
  await page.keyboard.press('Control+V');
  return page.locator('textarea').inputValue();
}

describe('the health card', () => {
  it.each<[string, () => string, string, () => string[]]>([
    [
      'a Salesforce opportunity',
      () => addresses.opportunity('fairviewRenewal'),
      'Salesforce, a record: Opportunity',
      () => tellingValues(SEED.find(({ id }) => id === OPPORTUNITIES.fairviewRenewal)?.fields ?? {}),
    ],
    [
      'a HubSpot deal',
      () => addresses.deal('dune'),
      'HubSpot, a record: deal',
      () => tellingValues(startingRecords(Date.now()).find(({ objectId }) => objectId === DEALS.dune)?.values ?? {}),
    ],
  ])('of %s tells what was read and how, and no value, name or id', async (_what, address, page, values) => {
    const tab = await bench.tab();
    await tab.goto(address());
    const panel = await bench.browser.openPanel(tab);
    await panel.getByText(/^Stage \d of 5$/).waitFor();
    const text = await copied(panel, page);
    expect(text).toContain(page);
    expect(text).toMatch(/Fields read, and how: [1-9]\d* of \d+/);
    expect(text).toMatch(/(read|write) (GET|POST) \//);
    expect(text).toMatch(/Handrail \d+\.\d+\.\d+/);
    expect(text).toContain('Pack format 1');
    const telling = [...values(), OPPORTUNITIES.fairviewRenewal, DEALS.dune, 'acme.lightning', '4242'];
    expect(telling.length).toBeGreaterThan(8);
    expect(telling.filter((value) => text.includes(value))).toEqual([]);
  });

  it.each<[string, () => string, string]>([
    ['a board', () => addresses.board(), 'HubSpot, a list or board: deal'],
    ['a list', () => addresses.opportunities(), 'Salesforce, a list or board: Opportunity'],
  ])('is there on %s, too', async (_what, address, page) => {
    const tab = await bench.tab();
    await tab.goto(address());
    const panel = await bench.browser.openPanel(tab);
    await panel.getByText('This page shows many records.').waitFor();
    expect(await copied(panel, page)).toContain(page);
  });
});

/** Answers of the CRM with the stage taken out, as on a page that has changed under us. */
const BLIND: Record<Surface['crm'], { pattern: string; answer: (body: string) => string }> = {
  salesforce: {
    pattern: '**/aura?**',
    answer: (body) =>
      body.replace(/"StageName":\{"displayValue":"[^"]*","value":"[^"]*"\}/g, '"StageName":{"displayValue":null,"value":null}'),
  },
  hubspot: {
    pattern: '**/crm-objects/**',
    answer: (body) => JSON.stringify(JSON.parse(body, (key, value: unknown) => (key === 'dealstage' ? undefined : value))),
  },
};

/** What the CRM answers to reads tells no stage from now on; what it answers to saves does. Returns the way back. */
async function blind(crm: Surface['crm']): Promise<() => Promise<void>> {
  const { pattern, answer } = BLIND[crm];
  const { context } = bench.browser;
  await context.route(pattern, async (route) => {
    const request = route.request();
    const isSave = /updateRecord|saveRecord/.test(decodeURIComponent(request.postData() ?? '')) || request.method() === 'PUT';
    // The host names are the browser's alone: the lab is asked where it really is.
    const { host, pathname, search } = new URL(request.url());
    const url = `https://127.0.0.1:${bench.lab.port}${pathname}${search}`;
    const response = await route.fetch({ url, headers: { ...request.headers(), host } });
    await route.fulfill(isSave ? { response } : { response, body: answer(await response.text()) });
  });
  return () => context.unroute(pattern);
}

let seeAgain: (() => Promise<void>) | undefined;
afterEach(async () => {
  await seeAgain?.();
  seeAgain = undefined;
});

describe.each([
  { way: surface('Salesforce inline edit'), record: OPPORTUNITIES.acmeExpansion, starts: 'Qualification' },
  { way: dropdown, record: DEALS.alder, starts: 'appointmentscheduled' },
])('a page that does not tell the stage: $way.name', ({ way, record, starts }) => {
  it('lets the rep choose it, says so, and a held move is asked about from there', async () => {
    seeAgain = await blind(way.crm);
    const page = await bench.tab();
    await page.goto(way.crm === 'salesforce' ? addresses.opportunity('acmeExpansion') : addresses.deal('alder'));
    const panel = await bench.browser.openPanel(page);
    await panel.getByRole('heading', { name: 'The stage could not be read' }).waitFor();

    await panel.getByRole('radio', { name: 'Qualification' }).focus();
    await panel.keyboard.press('Space');
    await panel.keyboard.press('Enter');
    await panel.getByText('You chose this stage by hand.').waitFor();
    await panel.getByText('Stage 1 of 5').waitFor();
    expect((await bench.rows('placed')).map(({ stage }) => stage)).toHaveLength(1);

    await page.reload();
    await panel.getByText('You chose this stage by hand.').waitFor();

    await page.bringToFront();
    await way.move(page, record, way.ask.to);
    const layer = await layerOf(page);
    const asked = await layer.says('open before Discovery');
    expect(asked).toContain('At least four of the seven MEDDICC elements are known');
    expect(asked).not.toContain('Its stage cannot be seen here');
    expect(savedStage(bench.lab, way, record)).toBe(starts);
    await layer.goOn('My manager agreed to it', 'Agreed on Friday.');
    await layer.gone();
    await until(() => savedStage(bench.lab, way, record) === way.ask.to, 'The move was not saved.');

    await seeAgain();
    await page.reload();
    await panel.getByText('Stage 2 of 5').waitFor();
    await panel.getByText('You chose this stage by hand.').waitFor({ state: 'detached' });
    expect(await bench.rows('placed')).toEqual([]);
    expect(await panel.getByRole('region', { name: /^Moved to/ }).count()).toBe(0);
  });
});

it('a stage that was chosen by hand can be forgotten; its screens are accessible and fit', async () => {
  seeAgain = await blind('hubspot');
  const page = await bench.tab();
  await page.goto(addresses.deal('birchwood'));
  const panel = await bench.browser.openPanel(page);
  const check = async (): Promise<void> => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await panel.emulateMedia({ colorScheme });
      expect(await violations(panel)).toEqual([]);
    }
    expect((await sideways(panel)).filter((over) => over > 0)).toEqual([]);
    await panel.setViewportSize({ width: 360, height: 800 });
  };
  await panel.getByRole('radio', { name: 'Demo' }).waitFor();
  await check();
  await panel.getByRole('radio', { name: 'Demo' }).click();
  await panel.getByRole('button', { name: 'Use this stage' }).click();
  await panel.getByRole('button', { name: 'Change', exact: true }).click();
  const card = panel.locator('details', { hasText: 'How well this page is read' });
  await card.evaluate((details: HTMLDetailsElement) => (details.open = true));
  await card.getByText('HubSpot, a record: deal').waitFor();
  await check();
  await panel.getByRole('button', { name: 'Forget', exact: true }).click();
  await panel.getByRole('heading', { name: 'The stage could not be read' }).waitFor();
  expect(await bench.rows('placed')).toEqual([]);
});
