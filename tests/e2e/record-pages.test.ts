/** A record's page in every form that Lightning gives it: what is read of it, by which way, and where a rep is taken to. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { TabState } from '../../lib/messages/protocol';
import { layerOf } from '../browser/layer';
import { addresses } from '../lab/addresses';
import { OPPORTUNITIES } from '../lab/salesforce/records';
import { until, useBench } from './bench';
import { usePack } from './packs';
import { surface } from './surfaces';

const bench = useBench();
const ACME = OPPORTUNITIES.acmeExpansion;

/** What the watcher of the tab in front knows. */
async function tabState(page: Page): Promise<TabState> {
  await page.bringToFront();
  const worker = await bench.browser.worker();
  const reply = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.tabs.sendMessage<unknown, { done: unknown }>(tab?.id ?? 0, { handrail: 'tell-state', data: null }, { frameId: 0 });
  });
  return reply.done as TabState;
}

/** The readings off the page itself, by field: value and way. */
async function onPage(page: Page): Promise<Record<string, unknown>> {
  const { readings } = await tabState(page);
  return Object.fromEntries(readings.filter(({ source }) => source === 'page').map(({ field, value, by }) => [field, [value, by]]));
}

async function readAs(page: Page, expected: Record<string, unknown>): Promise<void> {
  await until(async () => Object.keys(await onPage(page)).length >= Object.keys(expected).length, 'The page is not read.');
  expect(await onPage(page)).toMatchObject(expected);
}

describe('off an opportunity’s page', () => {
  it.each([
    ['in the layout', '', 'Path'],
    ['with the newer Path', 'lwc-path', 'details'],
    ['with Dynamic Forms', 'dynamic-forms', 'Path'],
    ['with Dynamic Forms and the newer Path', 'dynamic-forms,lwc-path', 'details'],
    ['in native shadow', 'native', 'Path'],
    ['in native shadow, with the newer Path and Dynamic Forms', 'native,dynamic-forms,lwc-path', 'details'],
    ['in a console', 'console', 'Path'],
    ['in a console in native shadow', 'console,native', 'Path'],
  ])('every field is read, and the way is told: %s', async (_, words, way) => {
    const page = await bench.tab();
    await page.goto(addresses.opportunity('acmeExpansion', `?lab=${words}`));
    await readAs(page, {
      StageName: ['Qualification', way],
      Amount: ['$120,000.00', 'details'],
      CloseDate: ['12/18/2026', 'details'],
      Budget_Confirmed__c: [false, 'details'],
      Metrics__c: [null, 'details'],
      Identified_Pain__c: ['Quotes take nine days to approve', 'details'],
    });
    expect(await tabState(page)).toMatchObject({ name: 'Acme - Expansion' });
  });

  it('a stage that is being edited is read from the Path, and the draft never', async () => {
    const page = await bench.tab();
    await page.goto(addresses.opportunity('acmeExpansion', '?lab=dynamic-forms'));
    await page.locator('[data-target-selection-name$=".Amount"] button.inline-edit-trigger').click();
    await page.locator('input[name=Amount]').fill('999');
    await until(async () => !('Amount' in (await onPage(page))), 'The draft is read.');
    expect(await onPage(page)).toEqual({ StageName: ['Qualification', 'Path'] });
  });
});

it('a case is called by its number, and its status is its stage', async () => {
  await usePack(bench, 'content-request');
  const page = await bench.tab();
  await page.goto(addresses.case('battlecard'));
  await readAs(page, { Status: ['New', 'Path'], Content_Reader__c: [null, 'details'] });
  expect(await tabState(page)).toMatchObject({ name: '00001041' });
  const panel = await bench.browser.openPanel(page);
  await panel.getByRole('heading', { name: '00001041', level: 1 }).waitFor();
  await panel.getByText('Stage 1 of 3').waitFor();
});

it('a case of no record type that the pack speaks of is left alone', async () => {
  await usePack(bench, 'content-request');
  const page = await bench.tab();
  await surface('Salesforce case, Path').open(page, addresses.case('faq').split('/').at(-2) ?? '');
  await surface('Salesforce case, Path').move(page, '', 'Working');
  await page.locator('.toastMessage', { hasText: 'Status changed successfully.' }).waitFor();
});

it('an object of the org’s own is read by what its page calls the stage', async () => {
  await usePack(bench, 'onboarding');
  const page = await bench.tab();
  await page.goto(addresses.onboarding('brightwater'));
  await readAs(page, { Phase__c: ['Kick-off', 'details'], Sponsor__c: [null, 'details'] });
});

describe('in a console', () => {
  const tabs = '.navexConsoleTabset > .tabsetHeader .tabHeader';
  const subtabs = '.oneWorkspace.active .tabsetHeader .tabHeader';

  it('what is read and shown is always of the tab in front, and never of one behind it', async () => {
    await usePack(bench);
    const page = await bench.tab();
    await surface('Salesforce console, subtab').open(page, ACME);
    const panel = await bench.browser.openPanel(page);
    const shows = (name: string, text: string) =>
      Promise.all([panel.getByRole('heading', { name, level: 1 }).waitFor(), panel.getByText(text).first().waitFor()]);

    await shows('Acme - Expansion', 'Stage 1 of 5');
    await panel.getByRole('checkbox', { name: /^Research the account/ }).click();
    await page.bringToFront();
    await page.locator(tabs).nth(1).click();
    await shows('Brightwater Labs - Platform', 'Stage 2 of 5');
    await readAs(page, { StageName: ['Needs Analysis', 'Path'], Amount: ['$86,000.00', 'details'] });

    await page.locator(tabs).nth(0).click();
    await shows('Acme - Expansion', 'Stage 1 of 5');
    await readAs(page, { StageName: ['Qualification', 'Path'], Amount: ['$120,000.00', 'details'] });
    expect(await panel.getByRole('checkbox', { name: /^Research the account/ }).isChecked()).toBe(true);

    await page.locator(subtabs).first().click();
    await panel.getByText('No SOPs for this account').waitFor();
    await readAs(page, { Industry: ['Manufacturing', 'details'] });
    expect(await onPage(page)).not.toHaveProperty('StageName');
    expect(await page.locator('one-record-home-flexipage2').count()).toBe(3);
  });

  it('a move in one tab is judged by that record, whatever the tabs behind it show', async () => {
    await usePack(bench);
    const page = await bench.tab();
    const console = surface('Salesforce console, subtab');
    await console.open(page, ACME);
    await page.locator(tabs).nth(1).click();
    await console.move(page, OPPORTUNITIES.brightwaterPlatform, 'Value Proposition');
    const layer = await layerOf(page);
    expect(await layer.says('before Demo')).toContain('Discovery → Demo');
    await page.keyboard.press('Escape');
    await layer.gone();
    await console.reverted(page, OPPORTUNITIES.brightwaterPlatform, 'Needs Analysis');
    await page.locator(tabs).nth(0).click();
    await console.move(page, ACME, 'Needs Analysis');
    expect(await layer.says('before Discovery')).toContain('Qualification → Discovery');
    await page.keyboard.press('Escape');
    await layer.gone();
  });
});

describe('from a gap the rep is taken to its field', () => {
  it.each([
    ['in the create modal', 'Salesforce create modal', 'Amount', '.uiModal.active', 'records-record-layout-item'],
    ['on the page behind the Path’s question', 'Salesforce newer Path, to lost', 'Loss reason', 'body', 'records-record-layout-item'],
  ])('%s', async (_, name, label, root, tag) => {
    await usePack(bench);
    const page = await bench.tab();
    const { open, move, ask } = surface(name);
    await open(page, ask.record);
    await move(page, ask.record, ask.to);
    const layer = await layerOf(page);
    await layer.says(`before ${ask.before}`);
    await layer.takeMeThere(label);
    await until(async () => (await layer.rings()) === 1, 'No field is ringed.');
    expect(await page.locator(`${root} ${tag}`, { hasText: label === 'Amount' ? 'Amount' : 'Loss Reason' }).isVisible()).toBe(true);
    await layer.press('Show the list');
    await page.keyboard.press('Escape');
    await layer.gone();
  });

  it.each(['dynamic-forms', 'native,dynamic-forms', 'console'])('from the panel: %s', async (words) => {
    await usePack(bench);
    const page = await bench.tab();
    await page.goto(addresses.opportunity('acmeExpansion', `?lab=${words}`));
    const panel = await bench.browser.openPanel(page);
    await panel.getByRole('heading', { name: 'Acme - Expansion', level: 1 }).waitFor();
    await page.bringToFront();
    await panel
      .getByRole('button', { name: /^Take me/ })
      .first()
      .click();
    const layer = await layerOf(page);
    await until(async () => (await layer.rings()) === 1, 'No field is ringed.');
  });
});
