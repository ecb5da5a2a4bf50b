/** The ways of changing a stage that a record's page in the practice Salesforce offers, in each form that the page can have. */
import type { Page } from 'playwright-core';
import { addresses } from '../../lab/addresses';
import { LEADS, OPPORTUNITIES } from '../../lab/salesforce/records';
import { CASES, ONBOARDINGS } from '../../lab/salesforce/records-service';
import { ACTIVE, MODAL, opportunity } from './salesforce';
import { REFUSED, type Surface } from './surface';

/** What is in view: the page of the ordinary app, or the focused tab of a console. */
const IN_VIEW = `:is(${ACTIVE}, .oneWorkspace.active .oneConsoleTab.active .windowViewMode-maximized)`;
const STEP = `${IN_VIEW} :is(a[data-tab-name], runtime_sales_pathassistant-path-step)`;
const COMPLETE = `${IN_VIEW} button.slds-path__mark-complete`;

function nameIn<Name extends string>(records: Readonly<Record<Name, string>>, id: string): Name {
  const found = (Object.keys(records) as Name[]).find((name) => records[name] === id);
  if (!found) throw new Error(`The practice org has no record ${id}.`);
  return found;
}

const open = (words = '') => {
  const query = words && `?lab=${words}`;
  return async (page: Page, id: string): Promise<void> => {
    const address = {
      '006': () => addresses.opportunity(nameIn(OPPORTUNITIES, id), query),
      '00Q': () => addresses.lead(nameIn(LEADS, id), query),
      '500': () => addresses.case(nameIn(CASES, id), query),
      a0X: () => addresses.onboarding(nameIn(ONBOARDINGS, id), query),
    }[id.slice(0, 3)];
    await page.goto(address?.() ?? '');
    await page.locator(STEP).first().waitFor();
  };
};

async function toast(page: Page): Promise<void> {
  await page.locator('.toastMessage', { hasText: REFUSED }).first().waitFor();
}

/** Either Path, to one of its own steps. `labels`: what the page calls those values that are not their own label. */
const byPath = (labels: Readonly<Record<string, string>> = {}): Pick<Surface, 'move' | 'reverted'> => ({
  async move(page, _record, to) {
    await page.locator(STEP, { hasText: labels[to] ?? to }).click();
    await page.locator(`${COMPLETE}.active`).click();
  },
  async reverted(page, _record, from) {
    await toast(page);
    await page.locator(`${IN_VIEW} .slds-path__item.slds-is-current`, { hasText: labels[from] ?? from }).waitFor();
  },
});

/** Either Path, to one of the stages that close the record: the last step asks which. */
const byClosing: Pick<Surface, 'move' | 'reverted'> = {
  async move(page, _record, to) {
    await page.locator(STEP).last().click();
    await page.locator(`${COMPLETE}.active`).click();
    const chooser = page.locator('.slds-modal__container');
    const list = chooser.locator('.runtime_sales_pathassistantPathAssistantStepClosed .uiInputSelect');
    const combobox = chooser.locator('button[role=combobox]');
    await list.or(combobox).waitFor();
    if (await list.isVisible()) {
      await list.selectOption(to);
      await chooser.locator('.uiButton--default').click();
    } else {
      await combobox.click();
      await chooser.locator(`lightning-base-combobox-item[data-value="${to}"]`).click();
      await chooser.locator('button[name=SaveClosed]').click();
    }
  },
  reverted: byPath().reverted,
};

/** By the control's own name: in native shadow it is no descendant of what marks the field. */
async function pick(page: Page, root: string, name: string, to: string): Promise<void> {
  await page.locator(`${root} button[role=combobox][name=${name}]`).click();
  await page.locator(`${root} lightning-base-combobox-item[data-value="${to}"]`).click();
}

async function refusedForm(page: Page, root: string): Promise<void> {
  await page.locator(`${root} records-record-edit-error`, { hasText: REFUSED }).waitFor();
  await page.locator(`${root} button[name=CancelEdit]`).click();
  await page.locator(`${root} records-form-footer`).waitFor({ state: 'detached' });
}

const inline = (object: string, name: string): Pick<Surface, 'move' | 'reverted'> => ({
  async move(page, _record, to) {
    await page.locator(`${IN_VIEW} [data-target-selection-name="sfdc:RecordField.${object}.${name}"] button.inline-edit-trigger`).click();
    await pick(page, IN_VIEW, name, to);
    await page.locator(`${IN_VIEW} button[name=SaveEdit]`).click();
  },
  reverted: (page) => refusedForm(page, IN_VIEW),
});

const won = {
  allow: { record: OPPORTUNITIES.juniperCampus, to: 'Closed Won' },
  ask: { record: OPPORTUNITIES.graniteRollout, to: 'Closed Won', from: 'Closing', before: 'Handoff', criterion: 'signed' },
} as const;
const lost = {
  allow: { record: OPPORTUNITIES.kestrelPorts, to: 'Closed Lost' },
  ask: { record: OPPORTUNITIES.evergreenAnalytics, to: 'Closed Lost', from: 'Demo', before: 'Lost', criterion: 'loss-reason' },
} as const;

const lead = {
  crm: 'salesforce',
  object: 'Lead',
  field: 'Status',
  allow: { record: LEADS.ninaKowalski, to: 'Closed - Converted' },
  ask: { record: LEADS.tomasOliveira, to: 'Closed - Converted', from: 'Working', before: 'Qualified', criterion: 'lead-answers' },
  writes: /ACTION\$convertLeadServer/,
} as const;

const CONVERT = '.leadConvertModal.active';

/** `start` opens the modal, which saves nothing yet. */
const convert = (start: (page: Page) => Promise<void>): Pick<Surface, 'move' | 'reverted'> => ({
  async move(page) {
    await start(page);
    await page.locator(`${CONVERT} .runtime_sales_leadConvertModalFooter button`).click();
  },
  async reverted(page) {
    await page.locator(`${CONVERT} .errorsList`, { hasText: REFUSED }).waitFor();
    await page.locator(`${CONVERT} button`, { hasText: 'Cancel' }).click();
  },
});

const contentRequest = {
  crm: 'salesforce',
  object: 'Case',
  field: 'Status',
  pack: 'content-request',
  reason: 'We talked it through',
  allow: { record: CASES.datasheet, to: 'Working' },
  ask: { record: CASES.battlecard, to: 'Working', from: 'Asked', before: 'In work', criterion: 'request-complete' },
} as const;

const onboarding = {
  crm: 'salesforce',
  object: 'Onboarding__c',
  field: 'Phase__c',
  pack: 'onboarding',
  allow: { record: ONBOARDINGS.granite, to: 'Data_Import' },
  ask: { record: ONBOARDINGS.brightwater, to: 'Data_Import', from: 'First meeting', before: 'Moving in', criterion: 'sponsor-known' },
} as const;
const PHASES = { Kickoff: 'Kick-off', Data_Import: 'Data import' };

export const salesforcePageSurfaces: readonly Surface[] = [
  { ...opportunity, ...won, name: 'Salesforce Path, to won', open: open(), ...byClosing },
  { ...opportunity, ...lost, name: 'Salesforce Path, to lost', open: open(), ...byClosing },
  { ...opportunity, name: 'Salesforce newer Path', open: open('lwc-path'), ...byPath() },
  { ...opportunity, ...won, name: 'Salesforce newer Path, to won', open: open('lwc-path'), ...byClosing },
  { ...opportunity, ...lost, name: 'Salesforce newer Path, to lost', open: open('lwc-path'), ...byClosing },
  { ...opportunity, name: 'Salesforce Dynamic Forms', open: open('dynamic-forms'), ...inline('Opportunity', 'StageName') },
  { ...opportunity, name: 'Salesforce native shadow, Path', open: open('native,lwc-path'), ...byPath() },
  { ...opportunity, name: 'Salesforce native shadow, form', open: open('native,dynamic-forms'), ...inline('Opportunity', 'StageName') },
  {
    ...opportunity,
    name: 'Salesforce create modal',
    allow: { record: 'Ironwood Tools - Start', to: 'Qualification' },
    ask: { record: 'Ironwood Tools - Signed', to: 'Closed Won', from: null, before: 'Handoff', criterion: 'amount-won' },
    owes: false,
    find: (lab, name) => lab.salesforce.named('Opportunity', name)[0],
    writes: /ACTION\$createRecord/,
    async open(page) {
      await page.goto(addresses.opportunities());
      await page.locator(`${ACTIVE} button[name=New]`).waitFor();
    },
    async move(page, record, to) {
      await page.locator(`${ACTIVE} button[name=New]`).click();
      await page.locator(`${MODAL} input[name=Name]`).fill(record);
      await page.locator(`${MODAL} input[name=CloseDate]`).fill('Dec 31, 2026');
      await pick(page, MODAL, 'StageName', to);
      await page.locator(`${MODAL} button[name=SaveEdit]`).click();
    },
    reverted: (page) => refusedForm(page, MODAL),
  },
  {
    ...opportunity,
    name: 'Salesforce quick action',
    writes: /ACTION\$performUpdateRecordQuickAction/,
    open: open(),
    async move(page, _record, to) {
      await page.locator(`${ACTIVE} button[name="Opportunity.Update_Stage"]`).click();
      await pick(page, `${MODAL} .runtime_platform_actionsQuickActionWrapper`, 'StageName', to);
      await page.locator(`${MODAL} button[name=SaveEdit]`).click();
    },
    reverted: (page) => refusedForm(page, MODAL),
  },
  {
    ...lead,
    name: 'Salesforce lead convert',
    open: open(),
    ...convert((page) => page.locator(`${ACTIVE} button[name=Convert]`).click()),
  },
  {
    ...lead,
    name: 'Salesforce lead convert, by Path',
    open: open(),
    ...convert(async (page) => {
      await page.locator(`${ACTIVE} a[data-tab-name=converted]`).click();
      await page.locator(`${ACTIVE} button.slds-path__mark-complete.active`).click();
    }),
  },
  { ...contentRequest, name: 'Salesforce case, Path', open: open(), ...byPath() },
  { ...contentRequest, name: 'Salesforce case, inline edit', open: open(), ...inline('Case', 'Status') },
  { ...onboarding, name: 'Salesforce own object, Path', open: open(), ...byPath(PHASES) },
  { ...onboarding, name: 'Salesforce own object, inline edit', open: open(), ...inline('Onboarding__c', 'Phase__c') },
  {
    ...opportunity,
    name: 'Salesforce console, subtab',
    /** Below its account's tab, with another deal's tab beside that: both stay in the page, hidden. */
    async open(page, record) {
      await page.goto(addresses.account(record === opportunity.ask.record ? 'acme' : 'delmar', '?lab=console'));
      await page.locator(`${IN_VIEW} lst-related-list-single-container a[href*="${record}"]`).click();
      await page.locator(STEP).first().waitFor();
      await page.locator('.oneConsoleNav .selectedListItem a').click();
      await page.locator('.oneConsoleObjectHome table a', { hasText: 'Brightwater Labs - Platform' }).click();
      await page.locator(STEP).first().waitFor();
      await page.locator('.navexConsoleTabset > .tabsetHeader .tabHeader').first().click();
      await page.locator(STEP).first().waitFor();
    },
    ...byPath(),
  },
];
