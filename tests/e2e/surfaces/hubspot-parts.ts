/** What the rows of the practice HubSpot share: their moves, and the parts of its screens by which a person makes them. */
import type { Locator, Page } from 'playwright-core';
import { addresses } from '../../lab/addresses';
import { USUAL_OPTIONS, type PageOptions } from '../../lab/hubspot/options';
import { DEALS } from '../../lab/hubspot/records';
import { REFUSED, type Surface } from './surface';

/** A portal that behaves as usual but for `options`, whatever another row has made of it. */
export const portal = (options: Partial<PageOptions> = {}): Required<Pick<Surface, 'prepare'>> => ({
  prepare(lab) {
    lab.hubspot.wire = { ...USUAL_OPTIONS, ...options };
  },
});

export const deal = {
  ...portal(),
  crm: 'hubspot',
  object: '0-3',
  field: 'dealstage',
  allow: { record: DEALS.dune, to: 'qualifiedtobuy' },
  ask: { record: DEALS.alder, to: 'qualifiedtobuy', from: 'Qualification', before: 'Discovery', criterion: 'meddicc-four-of-seven' },
} as const;

/** Labels by value, as the screens show them. */
const LABELS: Readonly<Record<string, string>> = {
  qualifiedtobuy: 'Qualified To Buy',
  closedlost: 'Closed Lost',
  closedwon: 'Closed Won',
  contractsent: 'Contract Sent',
  appointmentscheduled: 'Appointment Scheduled',
  presentationscheduled: 'Presentation Scheduled',
  decisionmakerboughtin: 'Decision Maker Bought-In',
  1: 'New',
  2: 'Waiting on contact',
  'new-stage-id': 'New',
  'attempting-stage-id': 'Attempting',
  'connected-stage-id': 'Connected',
  'unqualified-stage-id': 'Disqualified',
  NEW: 'New',
  OPEN: 'Open',
  ATTEMPTED_TO_CONTACT: 'Attempted to Contact',
  CONNECTED: 'Connected',
  OPEN_DEAL: 'Open Deal',
  lead: 'Lead',
  marketingqualifiedlead: 'Marketing Qualified Lead',
  opportunity: 'Opportunity',
  salesqualifiedlead: 'Sales Qualified Lead',
};

export const labelOf = (value: string): string => LABELS[value] ?? value;

/** The dropdown of a property in the head of a record page. */
export const dropdown = (root: Page | Locator, property: string): Locator =>
  root.locator(`button[data-dropdown][data-selenium-test="property-input-${property}"]`).first();

/** A property's row in a card. */
export const row = (root: Page | Locator, property: string): Locator =>
  root.locator(`[data-selenium-test="profile-properties-list"] [data-test-id="${property}"]`).first();

/** Chooses from the list that is open. */
export async function choose(page: Page, value: string): Promise<void> {
  await page.getByRole('option', { name: labelOf(value), exact: true }).click();
}

/** Changes a row of a card and saves it. */
export async function changeRow(page: Page, root: Page | Locator, property: string, value: string): Promise<void> {
  await row(root, property).locator('[role=button]').click();
  await choose(page, value);
  await root.getByRole('button', { name: 'Save', exact: true }).click();
}

/** The portal's own alert says that the save failed. */
export async function alertOf(page: Page): Promise<void> {
  await page.locator('[role=alert]', { hasText: REFUSED }).waitFor();
}

export async function openRecord(page: Page, type: string, id: string): Promise<void> {
  await page.goto(addresses.hubspotRecord(type, id));
  await page.locator('[data-selenium-test="profile-properties-list"]').first().waitFor();
}

export async function openTable(page: Page, record: string): Promise<void> {
  await page.goto(addresses.table());
  await page.locator(`tr[data-test-id="row-${record}"]`).waitFor();
}

export const cell = (page: Page, record: string, property: string): Locator =>
  page.locator(`tr[data-test-id="row-${record}"] td[data-table-external-id*="${property}"]`);

/** Chooses another stage in a table's cell. */
export async function changeCell(page: Page, record: string, property: string, value: string): Promise<void> {
  await cell(page, record, property).locator('button').first().click();
  await choose(page, value);
}

/** Opens the preview of a record that a table or board shows. */
export async function preview(page: Page, shown: Locator): Promise<Locator> {
  await shown.hover();
  await shown.getByRole('button', { name: 'Preview' }).click();
  const panel = page.getByRole('dialog', { name: /^Preview of/ });
  await panel.locator('[data-selenium-test="profile-properties-list"]').waitFor();
  return panel;
}
