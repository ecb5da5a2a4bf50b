/** Every way of changing a stage that the guard must hold, as a person does it. One row of the table in surfaces.test.ts each. */
import type { Locator, Page } from 'playwright-core';
import { addresses } from '../lab/addresses';
import { DEALS } from '../lab/hubspot/records';
import { OPPORTUNITIES } from '../lab/salesforce/records';
import type { Lab } from '../lab/server';

export interface Surface {
  name: string;
  crm: 'salesforce' | 'hubspot';
  /** A move that skips nothing: record and target. */
  allow: { record: string; to: string };
  /** A move that asks for a reason. */
  ask: { record: string; to: string };
  open(page: Page, record: string): Promise<void>;
  /** Does what a person does to move the record; the save is then on its way or held. */
  move(page: Page, record: string, to: string): Promise<void>;
  /** Resolves when the CRM's own screen shows that the save failed and what it shows is the old stage, or the error beside the draft. */
  reverted(page: Page, record: string, from: string): Promise<void>;
}

const ACTIVE = '.windowViewMode-normal.active';
const MODAL = '.uiModal.active';
const STAGE = '[data-target-selection-name="sfdc:RecordField.Opportunity.StageName"]';
const REFUSED = /you went back in Handrail/;

const salesforce = {
  crm: 'salesforce',
  allow: { record: OPPORTUNITIES.delmarPilot, to: 'Qualification' },
  ask: { record: OPPORTUNITIES.acmeExpansion, to: 'Needs Analysis' },
} as const;

const hubspot = {
  crm: 'hubspot',
  allow: { record: DEALS.dune, to: 'qualifiedtobuy' },
  ask: { record: DEALS.alder, to: 'qualifiedtobuy' },
} as const;

const LABELS: Record<string, string> = {
  qualifiedtobuy: 'Qualified To Buy',
  closedlost: 'Closed Lost',
  appointmentscheduled: 'Appointment Scheduled',
  presentationscheduled: 'Presentation Scheduled',
};

async function openOpportunity(page: Page, record: string): Promise<void> {
  const name =
    (Object.keys(OPPORTUNITIES) as (keyof typeof OPPORTUNITIES)[]).find((key) => OPPORTUNITIES[key] === record) ?? 'acmeExpansion';
  await page.goto(addresses.opportunity(name));
  await page.locator(`${ACTIVE} ${STAGE}`).first().waitFor();
}

async function openDeal(page: Page, record: string): Promise<void> {
  const name = (Object.keys(DEALS) as (keyof typeof DEALS)[]).find((key) => DEALS[key] === record) ?? 'alder';
  await page.goto(addresses.deal(name));
  await page.locator('[data-test-id="property-input-dealstage"]').waitFor();
}

async function pickStage(page: Page, root: string, to: string): Promise<void> {
  await page.locator(`${root} ${STAGE} button[role=combobox][name=StageName]`).click();
  await page.locator(`${root} ${STAGE} lightning-base-combobox-item[data-value="${to}"]`).click();
  await page.locator(`${root} button[name=SaveEdit]`).click();
}

/** A drag by mouse with the small steps that drag libraries wait for. */
async function drag(page: Page, card: Locator, column: Locator): Promise<void> {
  const from = await card.boundingBox();
  const to = await column.boundingBox();
  if (!from || !to) throw new Error('The card or the column is not on the screen.');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height - 8);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 8, from.y + from.height, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + 60, { steps: 15 });
  await page.waitForTimeout(150);
  await page.mouse.up();
}

export const surfaces: readonly Surface[] = [
  {
    ...salesforce,
    name: 'Salesforce Path',
    open: openOpportunity,
    async move(page, _record, to) {
      await page.locator(`${ACTIVE} a[data-tab-name="${to}"]`).click();
      await page.locator(`${ACTIVE} button.slds-path__mark-complete.active`).click();
    },
    async reverted(page, _record, from) {
      await page.locator('.toastMessage', { hasText: REFUSED }).waitFor();
      await page.locator(`${ACTIVE} li[data-name="${from}"].slds-is-current`).waitFor();
    },
  },
  {
    ...salesforce,
    name: 'Salesforce inline edit',
    open: openOpportunity,
    async move(page, _record, to) {
      await page.locator(`${ACTIVE} ${STAGE} button.inline-edit-trigger`).click();
      await pickStage(page, ACTIVE, to);
    },
    async reverted(page) {
      await page.locator(`${ACTIVE} records-record-edit-error`, { hasText: REFUSED }).waitFor();
      await page.locator(`${ACTIVE} button[name=CancelEdit]`).click();
    },
  },
  {
    ...salesforce,
    name: 'Salesforce edit modal',
    open: openOpportunity,
    async move(page, _record, to) {
      await page.locator(`${ACTIVE} runtime_platform_actions-actions-ribbon button[name=Edit]`).click();
      await page.locator(`${MODAL} ${STAGE}`).waitFor();
      await pickStage(page, MODAL, to);
    },
    async reverted(page) {
      await page.locator(`${MODAL} records-record-edit-error`, { hasText: REFUSED }).waitFor();
      await page.locator(`${MODAL} button[name=CancelEdit]`).click();
    },
  },
  {
    ...salesforce,
    name: 'Salesforce Kanban drop',
    async open(page) {
      await page.goto(addresses.opportunities());
      await page.locator(`${ACTIVE} lst-list-view-manager-display-switcher button`).click();
      await page.locator(`${ACTIVE} lightning-menu-item[data-value=kanban] a`).click();
      await page.locator(`${ACTIVE} .pipelineViewCard`).first().waitFor();
    },
    async move(page, record, to) {
      await drag(
        page,
        page.locator(`${ACTIVE} div[class~="${record}"].pipelineViewCard`),
        page.locator(`${ACTIVE} [data-stage="${to}"] .listContent`),
      );
    },
    async reverted(page, record, from) {
      await page.locator('.toastMessage', { hasText: REFUSED }).waitFor();
      await page.locator(`${ACTIVE} [data-stage="${from}"] div[class~="${record}"].pipelineViewCard`).waitFor();
    },
  },
  {
    ...hubspot,
    name: 'HubSpot stage dropdown',
    open: openDeal,
    async move(page, _record, to) {
      await page.locator('[data-test-id="property-input-dealstage"]').click();
      await page.locator('[role=option]', { hasText: LABELS[to] ?? to }).click();
    },
    async reverted(page, _record, from) {
      await page.locator('[role=alert]', { hasText: REFUSED }).waitFor();
      await page.locator('[data-test-id="property-input-dealstage"]', { hasText: LABELS[from] ?? from }).waitFor();
    },
  },
  {
    ...hubspot,
    name: 'HubSpot board drop',
    async open(page) {
      await page.goto(addresses.board());
      await page.locator('[data-test-id="cdb-column-item"]').first().waitFor();
    },
    async move(page, record, to) {
      await drag(
        page,
        page.locator(`[data-test-id="cdb-column-item"][data-selenium-id="${record}"]`),
        page.locator(`[data-rbd-droppable-id="${to}"]`),
      );
    },
    async reverted(page, record, from) {
      await page.locator('[role=alert]', { hasText: REFUSED }).waitFor();
      await page.locator(`[data-rbd-droppable-id="${from}"] [data-selenium-id="${record}"]`).waitFor();
    },
  },
  {
    ...hubspot,
    name: 'HubSpot table edit',
    async open(page, record) {
      await page.goto(addresses.table());
      await page.locator(`tr[data-test-id="row-${record}"]`).waitFor();
    },
    async move(page, record, to) {
      await page.locator(`tr[data-test-id="row-${record}"] td[data-table-external-id*="dealstage"] button`).first().click();
      await page.locator('[role=option]', { hasText: LABELS[to] ?? to }).click();
    },
    async reverted(page, record, from) {
      await page.locator('[role=alert]', { hasText: REFUSED }).waitFor();
      await page
        .locator(`tr[data-test-id="row-${record}"] td[data-table-external-id*="dealstage"]`, { hasText: LABELS[from] ?? from })
        .waitFor();
    },
  },
];

/** The stage that the CRM's server holds for a record. */
export function savedStage(lab: Lab, surface: Surface, record: string): unknown {
  return surface.crm === 'salesforce'
    ? lab.salesforce.valueOf('Opportunity', record, 'StageName')
    : lab.hubspot.valueOf('0-3', record, 'dealstage');
}

/** The writes of a stage that reached the CRM's server. */
export function stageWrites(lab: Lab, surface: Surface): string[] {
  const write = surface.crm === 'salesforce' ? /ACTION\$(updateRecord|saveRecord)/ : /"name":"dealstage"/;
  return lab.log
    .filter(({ method, body }) => (method === 'POST' || method === 'PUT') && write.test(decodeURIComponent(body.replace(/\+/g, ' '))))
    .map(({ body }) => body);
}
