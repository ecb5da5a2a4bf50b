/** Every way of changing a stage in the practice Salesforce, as a person does it. */
import type { Page } from 'playwright-core';
import { addresses } from '../../lab/addresses';
import { OPPORTUNITIES } from '../../lab/salesforce/records';
import { drag, REFUSED, type Surface } from './surface';

export const ACTIVE = '.windowViewMode-normal.active';
export const MODAL = '.uiModal.active';
const STAGE = '[data-target-selection-name="sfdc:RecordField.Opportunity.StageName"]';

export const opportunity = {
  crm: 'salesforce',
  object: 'Opportunity',
  field: 'StageName',
  allow: { record: OPPORTUNITIES.delmarPilot, to: 'Qualification' },
  ask: {
    record: OPPORTUNITIES.acmeExpansion,
    to: 'Needs Analysis',
    from: 'Qualification',
    before: 'Discovery',
    criterion: 'meddicc-four-of-seven',
  },
} as const;

async function openOpportunity(page: Page, record: string): Promise<void> {
  const name =
    (Object.keys(OPPORTUNITIES) as (keyof typeof OPPORTUNITIES)[]).find((key) => OPPORTUNITIES[key] === record) ?? 'acmeExpansion';
  await page.goto(addresses.opportunity(name));
  await page.locator(`${ACTIVE} ${STAGE}`).first().waitFor();
}

async function pickStage(page: Page, root: string, to: string): Promise<void> {
  await page.locator(`${root} ${STAGE} button[role=combobox][name=StageName]`).click();
  await page.locator(`${root} ${STAGE} lightning-base-combobox-item[data-value="${to}"]`).click();
  await page.locator(`${root} button[name=SaveEdit]`).click();
}

export const salesforceSurfaces: readonly Surface[] = [
  {
    ...opportunity,
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
    ...opportunity,
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
    ...opportunity,
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
    ...opportunity,
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
];
