/** A rep's way through both CRMs with the real side panel open. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { layerOf } from '../browser/layer';
import { addresses } from '../lab/addresses';
import { DEALS } from '../lab/hubspot/records';
import { OPPORTUNITIES } from '../lab/salesforce/records';
import { until, useBench } from './bench';
import { surface } from './surfaces';

const bench = useBench();
const path = surface('Salesforce Path');
const dropdown = surface('HubSpot stage dropdown');

const heading = (panel: Page, name: string) => panel.getByRole('heading', { name, level: 1 });
const box = (panel: Page, name: RegExp) => panel.getByRole('checkbox', { name });

async function badge(): Promise<string> {
  const worker = await bench.browser.worker();
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.action.getBadgeText({ tabId: tab?.id });
  });
}

describe('on Salesforce', () => {
  it('shows the SOP, keeps ticks, holds the move, opens debt, and closes it when it is made good', async () => {
    const page = await bench.tab();
    await path.open(page, OPPORTUNITIES.acmeExpansion);
    const panel = await bench.browser.openPanel(page);

    await heading(panel, 'Acme - Expansion').waitFor();
    expect(await panel.getByText('Stage 1 of 5').count()).toBe(1);
    expect(await panel.getByText(/^0 of 2 required, 1 of 8 optional$/).count()).toBe(1);
    await until(async () => (await badge()) === '2', 'The badge does not count the open required steps.');

    await box(panel, /^Research the account/).click();
    await panel.getByText(/^1 of 2 required/).waitFor();
    await until(async () => (await badge()) === '1', 'The badge does not follow a tick.');

    await page.bringToFront();
    await path.move(page, OPPORTUNITIES.acmeExpansion, 'Needs Analysis');
    const layer = await layerOf(page);
    await layer.says('One thing is open before Discovery');
    await layer.goOn('My manager agreed to it', 'Agreed on Friday.');
    await layer.gone();
    await panel.getByText('Overridden: At least four of the seven MEDDICC elements are known').waitFor();
    await panel.getByText('Stage 2 of 5').waitFor();

    for (const field of ['Metrics__c', 'Economic_Buyer__c', 'Champion__c'])
      bench.lab.salesforce.setValue('Opportunity', OPPORTUNITIES.acmeExpansion, field, 'known by now');
    await page.reload();
    await panel.getByText('Stage 2 of 5').waitFor();
    await until(async () => (await panel.getByText('Overridden').count()) === 0, 'The debt stays although the criterion is met.');
    expect((await bench.rows('debts')).map(({ state }) => state)).toEqual(['met']);
  });

  it('follows navigation inside the app, past hidden copies of earlier records, and never shows their ticks', async () => {
    const page = await bench.tab();
    await path.open(page, OPPORTUNITIES.acmeExpansion);
    const panel = await bench.browser.openPanel(page);
    await heading(panel, 'Acme - Expansion').waitFor();
    await box(panel, /^Read what colleagues logged/).click();

    await page.bringToFront();
    await page.locator(`one-app-nav-bar a[href*="${OPPORTUNITIES.brightwaterPlatform}"]`).click();
    await heading(panel, 'Brightwater Labs - Platform').waitFor();
    await panel.getByText('Stage 2 of 5').waitFor();
    expect(await page.locator('.lafPageHost[aria-hidden=true] one-record-home-flexipage2').count()).toBe(1);

    await page.locator(`one-app-nav-bar a[href*="${OPPORTUNITIES.acmeExpansion}"]`).click();
    await heading(panel, 'Acme - Expansion').waitFor();
    expect(await box(panel, /^Read what colleagues logged/).isChecked()).toBe(true);

    bench.lab.salesforce.setValue('Opportunity', OPPORTUNITIES.delmarPilot, 'StageName', 'Qualification');
    await path.open(page, OPPORTUNITIES.delmarPilot);
    await heading(panel, 'Delmar Clinics - Pilot').waitFor();
    expect(await box(panel, /^Read what colleagues logged/).isChecked()).toBe(false);
  });

  it('reads a page with native shadow roots just as well', async () => {
    const page = await bench.tab();
    await page.goto(addresses.opportunity('fairviewRenewal', '?lab=native'));
    const panel = await bench.browser.openPanel(page);
    await heading(panel, 'Fairview Hotels - Renewal').waitFor();
    await panel.getByText('Stage 4 of 5').waitFor();
  });

  it('shows the SOP of a lead', async () => {
    const page = await bench.tab();
    await page.goto(addresses.lead('tomasOliveira'));
    const panel = await bench.browser.openPanel(page);
    await heading(panel, 'Tomas Oliveira').waitFor();
    await panel
      .getByRole('heading', { name: /qualif/i })
      .first()
      .waitFor();
  });

  it('takes the rep to the field that a criterion asks for', async () => {
    const page = await bench.tab();
    await path.open(page, OPPORTUNITIES.acmeExpansion);
    const panel = await bench.browser.openPanel(page);
    await heading(panel, 'Acme - Expansion').waitFor();
    await page.bringToFront();
    await panel
      .getByRole('button', { name: /^Take me/ })
      .first()
      .click();
    const layer = await layerOf(page);
    await until(async () => (await layer.rings()) === 1, 'No field is ringed.');
  });
});

describe('on HubSpot', () => {
  it('shows the SOP, holds the move, and shows the debt of an override', async () => {
    const page = await bench.tab();
    await dropdown.open(page, DEALS.alder);
    const panel = await bench.browser.openPanel(page);
    await heading(panel, 'Alder Brook pilot').waitFor();
    await panel.getByText('Stage 1 of 5').waitFor();

    await page.bringToFront();
    await dropdown.move(page, DEALS.alder, 'qualifiedtobuy');
    const layer = await layerOf(page);
    await layer.says('open before Discovery');
    await layer.goOn('My manager agreed to it', 'Agreed on Friday.');
    await layer.gone();
    await panel.getByText('Overridden: At least four of the seven MEDDICC elements are known').waitFor();
    await panel.getByText('Stage 2 of 5').waitFor();
  });

  it('follows navigation between a deal and its company in one document', async () => {
    const page = await bench.tab();
    await dropdown.open(page, DEALS.dune);
    const panel = await bench.browser.openPanel(page);
    await heading(panel, 'Dune Robotics platform').waitFor();
    await page.bringToFront();
    await page.locator('a', { hasText: /^Dune Robotics$/ }).click();
    await panel.getByText('No SOPs for this company').waitFor();
    await page.goBack();
    await heading(panel, 'Dune Robotics platform').waitFor();
    await panel.getByText('Stage 3 of 5').waitFor();
  });

  it('takes the rep from a gap to its field while the save stays held, and back to the list', async () => {
    const page = await bench.tab();
    await dropdown.open(page, DEALS.alder);
    await dropdown.move(page, DEALS.alder, 'qualifiedtobuy');
    const layer = await layerOf(page);
    await layer.says('open before Discovery');
    await layer.takeMeThere('Amount');
    await layer.says('The stage change is held.');
    expect(await layer.rings()).toBe(1);
    await layer.press('Show the list');
    await layer.takeMeThere('Amount');
    await layer.press('Go back and fix it');
    await layer.gone();
    await dropdown.reverted(page, DEALS.alder, 'appointmentscheduled');
    expect(bench.lab.hubspot.valueOf('0-3', DEALS.alder, 'dealstage')).toBe('appointmentscheduled');
  });

  it('warns with one click to go on, and offers none where the pack blocks', async () => {
    const page = await bench.tab();
    await dropdown.open(page, DEALS.dune);
    await page.locator('[data-test-id="property-input-dealstage"]').click();
    await page.locator('[role=option]', { hasText: 'Decision Maker Bought-In' }).click();
    const layer = await layerOf(page);
    await layer.says('open before Proposal');
    await layer.press('Continue');
    await until(() => bench.lab.hubspot.valueOf('0-3', DEALS.dune, 'dealstage') === 'decisionmakerboughtin', 'The move was not saved.');

    await page.goto(addresses.deal('elmhurst'));
    await page.locator('[data-test-id="property-input-dealstage"]').click();
    await page.locator('[role=option]', { hasText: 'Contract Sent' }).click();
    const blocked = await layerOf(page);
    const text = await blocked.says('This must be settled first: ');
    expect(text).not.toContain('Continue');
    expect(text).not.toContain('Go on');
    await blocked.press('Go back');
    await blocked.gone();
    expect(bench.lab.hubspot.valueOf('0-3', DEALS.elmhurst, 'dealstage')).toBe('decisionmakerboughtin');
  });
});

describe('the panel', () => {
  it('follows tab switches and says so where there is no record', async () => {
    const page = await bench.tab();
    await dropdown.open(page, DEALS.dune);
    const panel = await bench.browser.openPanel(page);
    await heading(panel, 'Dune Robotics platform').waitFor();

    const board = await bench.tab();
    await board.goto(addresses.board());
    await panel.getByText('This page shows many records.').waitFor();

    const elsewhere = await bench.tab();
    await elsewhere.goto('about:blank');
    await panel.getByText('Your steps show up here when you open a deal').waitFor();

    await page.bringToFront();
    await heading(panel, 'Dune Robotics platform').waitFor();
  });
});
