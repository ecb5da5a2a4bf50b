/** The practice Salesforce's other ways of changing a stage: in lists, by keyboard, by an org's own code, and over plain REST. */
import type { Page } from 'playwright-core';
import { addresses } from '../../lab/addresses';
import { OPPORTUNITIES } from '../../lab/salesforce/records';
import { ACTIVE, opportunity } from './salesforce';
import { REFUSED, type Surface } from './surface';

const STATUS_BAR = `${ACTIVE} lightning-primitive-datatable-status-bar`;
const PANEL = `${ACTIVE} lightning-primitive-datatable-iedit-panel`;

/** Records that stand in a stage already: to edit them along with another one changes nothing of theirs. */
const STANDS_IN: Record<string, string> = {
  Qualification: OPPORTUNITIES.acmeExpansion,
  'Needs Analysis': OPPORTUNITIES.brightwaterPlatform,
};

const GRAPHQL_WRITE = /ACTION\$executeGraphQL.*mutation/;

const row = (record: string) => `${ACTIVE} tr[data-row-key-value="${record}"]`;

async function openList(page: Page, record: string): Promise<void> {
  await page.goto(addresses.opportunities());
  await page.locator(row(record)).waitFor();
}

async function pickInCell(page: Page, record: string, to: string): Promise<void> {
  const cell = page.locator(`${row(record)} td[data-label=Stage]`);
  await cell.hover();
  await cell.locator('button.slds-cell-edit__button').click();
  await page.locator(`${PANEL} lst-input-picklist button[role=combobox]`).click();
  await page.locator(`${PANEL} lightning-base-combobox-item[data-value="${to}"]`).click();
}

async function saveList(page: Page): Promise<void> {
  await page.locator(`${STATUS_BAR} button.save-btn`).click();
}

/** The row is marked, its draft stays, and the bar says why, until the person gives it up. */
async function listReverted(page: Page, record: string): Promise<void> {
  await page.locator(`${row(record)} td.slds-has-error[data-label=Stage]`).waitFor();
  await page.locator(`${STATUS_BAR} lightning-primitive-datatable-tooltip button`).click();
  await page.locator('lightning-primitive-datatable-tooltip-bubble', { hasText: REFUSED }).waitFor();
  await page.locator(`${STATUS_BAR} button.slds-button_neutral`).click();
}

async function select(page: Page, record: string): Promise<void> {
  const box = page.locator(`${row(record)} td:nth-child(2)`);
  if (!(await box.locator('input').isChecked())) await box.locator('label').click();
}

/** Moves several records at once, as the list does where more than one is selected. */
export async function massEdit(page: Page, records: readonly string[], to: string): Promise<void> {
  for (const record of records) await select(page, record);
  await pickInCell(page, records[0] ?? '', to);
  await page.locator(`${PANEL} [data-mass-selection=true] label`).click();
  await page.locator(`${PANEL} .slds-popover__footer button`).nth(1).click();
  await saveList(page);
}

async function openTools(page: Page, record: string): Promise<void> {
  await page.goto(addresses.stageTools());
  await page.locator(`${ACTIVE} c-stage-tools tr[data-record-id="${record}"]`).waitFor();
}

async function pickTools(page: Page, record: string, to: string): Promise<void> {
  for (const [name, value] of [
    ['record', record],
    ['stage', to],
  ] as const) {
    await page.locator(`${ACTIVE} c-stage-tools button[name=${name}]`).click();
    await page.locator(`${ACTIVE} c-stage-tools lightning-base-combobox-item[data-value="${value}"]`).click();
  }
}

/** One way of the org's own code, by the value of its radio button. */
function ownCode(name: string, way: string, writes?: RegExp): Surface {
  return {
    ...opportunity,
    name,
    ...(writes && { writes }),
    open: openTools,
    async move(page, record, to) {
      await pickTools(page, record, to);
      await page.locator(`${ACTIVE} c-stage-tools input[value="${way}"] + label`).click();
      await page.locator(`${ACTIVE} c-stage-tools button[name=save]`).click();
    },
    reverted: toolsReverted,
  };
}

async function toolsReverted(page: Page, record: string, from: string): Promise<void> {
  await page.locator('.toastMessage', { hasText: REFUSED }).waitFor();
  await page.locator(`${ACTIVE} c-stage-tools tr[data-record-id="${record}"] td[data-label=Stage]`, { hasText: from }).waitFor();
}

async function openPartners(page: Page): Promise<void> {
  await page.goto(addresses.partners());
  await page.locator('tr[data-record-id]').first().waitFor();
}

async function partnersRefused(page: Page): Promise<void> {
  await page.locator('.siteMessage', { hasText: REFUSED }).waitFor();
}

/** The partners' site: one way of calling `fetch`, by the value of its radio button. */
function partnerSite(name: string, way: string): Surface {
  return {
    ...opportunity,
    // Nothing on this page tells a stage to the guard, so what another row left a record in would count: this one is in the same stage to the pack.
    ask: { ...opportunity.ask, record: OPPORTUNITIES.delmarPilot },
    name,
    writes: /"fields":\{.*"StageName":"/,
    open: openPartners,
    async move(page, record, to) {
      await page.locator(`input[name=way][value=${way}]`).check();
      await page.locator(`tr[data-record-id="${record}"] select`).selectOption(to);
      await page.locator(`tr[data-record-id="${record}"] button`).click();
    },
    async reverted(page, record, from) {
      await partnersRefused(page);
      await page.locator(`tr[data-record-id="${record}"] .siteStage`, { hasText: from }).waitFor();
    },
  };
}

export const salesforceListSurfaces: readonly Surface[] = [
  {
    ...opportunity,
    name: 'Salesforce list edit',
    open: openList,
    async move(page, record, to) {
      await pickInCell(page, record, to);
      // Leaving the cell is what takes the choice.
      await page.locator(`${ACTIVE} lst-list-view-manager-header h1`).click();
      await saveList(page);
    },
    reverted: listReverted,
  },
  {
    ...opportunity,
    name: 'Salesforce mass edit',
    several: true,
    open: openList,
    move: (page, record, to) => massEdit(page, [record, STANDS_IN[to] ?? record], to),
    reverted: listReverted,
  },
  {
    ...opportunity,
    name: 'Salesforce Kanban by keyboard',
    async open(page, record) {
      await openList(page, record);
      await page.locator(`${ACTIVE} lst-list-view-manager-display-switcher button`).click();
      await page.locator(`${ACTIVE} lightning-menu-item[data-value=kanban] a`).click();
      await page.locator(`${ACTIVE} .pipelineViewCard`).first().waitFor();
    },
    async move(page, record, to) {
      await page.locator(`${ACTIVE} div[class~="${record}"].pipelineViewCard`).focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      await page.locator(`${ACTIVE} .dropTarget[data-stage="${to}"]`).waitFor();
      await page.keyboard.press('Space');
    },
    async reverted(page, record, from) {
      await page.locator('.toastMessage', { hasText: REFUSED }).waitFor();
      await page.locator(`${ACTIVE} [data-stage="${from}"] div[class~="${record}"].pipelineViewCard`).waitFor();
    },
  },
  ownCode('Salesforce GraphQL with variables', 'graphql-variables', GRAPHQL_WRITE),
  ownCode('Salesforce GraphQL with literals', 'graphql-text', GRAPHQL_WRITE),
  ownCode('Salesforce record data', 'record-data'),
  ownCode('Salesforce Apex with JSON in a text', 'apex', /"method":"saveRows"/),
  {
    ...opportunity,
    name: 'Salesforce save beside a read',
    open: openTools,
    async move(page, record, to) {
      await pickTools(page, record, to);
      await page.locator(`${ACTIVE} c-stage-tools button[name=saveAndCount]`).click();
    },
    async reverted(page, record, from) {
      await toolsReverted(page, record, from);
      await page.locator(`${ACTIVE} .labPeers`).waitFor();
    },
  },
  partnerSite('Salesforce fetch with PATCH', 'fetch'),
  partnerSite('Salesforce fetch with a Request', 'request'),
  {
    ...opportunity,
    name: 'Salesforce fetch with POST',
    allow: { record: 'Partner deal - Start', to: 'Qualification' },
    ask: { record: 'Partner deal - Signed', to: 'Closed Won', from: null, before: 'Handoff', criterion: 'amount-won' },
    owes: false,
    find: (lab, name) => lab.salesforce.named('Opportunity', name)[0],
    writes: /"fields":\{.*"StageName":"/,
    open: openPartners,
    async move(page, record, to) {
      await page.locator('input[name=name]').fill(record);
      await page.locator('select[name=stage]').selectOption(to);
      await page.locator('button[name=register]').click();
    },
    reverted: partnersRefused,
  },
];
