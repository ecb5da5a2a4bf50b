/** Stage changes on the practice HubSpot's record pages, in every form of the save. */
import type { PageOptions } from '../../lab/hubspot/options';
import { CONTACTS, LEADS, TICKETS } from '../../lab/hubspot/records';
import { alertOf, changeRow, choose, deal, dropdown, labelOf, openRecord, portal, row } from './hubspot-parts';
import type { Surface } from './surface';

type Way = Pick<Surface, 'open' | 'move' | 'reverted'>;

/** The dropdown at the head of the page: it saves as soon as a stage is chosen. */
const byDropdown = (object: string, field: string): Way => ({
  open: (page, record) => openRecord(page, object, record),
  async move(page, _record, to) {
    await dropdown(page, field).click();
    await choose(page, to);
  },
  async reverted(page, _record, from) {
    await alertOf(page);
    await dropdown(page, field)
      .filter({ hasText: labelOf(from) })
      .waitFor();
  },
});

/** A row of the page's card, saved with the bar at its foot. */
const byRow = (object: string, field: string): Way => ({
  open: (page, record) => openRecord(page, object, record),
  move: (page, _record, to) => changeRow(page, page, field, to),
  async reverted(page, _record, from) {
    await alertOf(page);
    await row(page, field)
      .filter({ hasText: labelOf(from) })
      .waitFor();
  },
});

const dealForms: readonly [name: string, options: Partial<PageOptions>][] = [
  ['HubSpot GraphQL outside a batch', { link: 'single' }],
  ['HubSpot GraphQL, older name', { update: 'UpdateProperties' }],
  ['HubSpot GraphQL, unknown name', { update: 'SaveRecordSidebar' }],
  ['HubSpot GraphQL without text', { queries: 'persisted' }],
  ['HubSpot GraphQL, unknown, without text', { queries: 'persisted', update: 'SaveRecordSidebar' }],
  ['HubSpot GraphQL batch with one move', { refetchPipelines: true }],
];

const contact = { ...portal(), crm: 'hubspot', object: '0-1' } as const;
const leadStatus = {
  ...contact,
  field: 'hs_lead_status',
  allow: { record: CONTACTS.miraSolberg, to: 'NEW' },
  ask: { record: CONTACTS.miraSolberg, to: 'OPEN_DEAL', from: 'Working', before: 'Qualified', criterion: 'lead-answers' },
  ...byRow('0-1', 'hs_lead_status'),
} as const;

export const recordSurfaces: readonly Surface[] = [
  { ...deal, ...byDropdown('0-3', 'dealstage'), name: 'HubSpot stage dropdown' },
  ...dealForms.map(([name, options]): Surface => ({ ...deal, ...byDropdown('0-3', 'dealstage'), ...portal(options), name })),
  { ...deal, ...byRow('0-3', 'dealstage'), name: 'HubSpot property row' },
  {
    ...deal,
    ...byDropdown('0-3', 'dealstage'),
    ...portal({ prompts: { qualifiedtobuy: ['hs_next_step'] } }),
    name: 'HubSpot stage prompt',
    async move(page, _record, to) {
      await dropdown(page, 'dealstage').click();
      await choose(page, to);
      const prompt = page.getByRole('dialog', { name: `Move to ${labelOf(to)}` });
      await prompt.getByLabel('Next Step').fill('Call on Tuesday');
      await prompt.getByRole('button', { name: 'Save' }).click();
    },
  },
  { ...leadStatus, name: 'HubSpot lead status' },
  { ...leadStatus, ...portal({ recordSaves: 'v1' }), name: 'HubSpot lead status, old contacts API' },
  {
    ...contact,
    field: 'lifecyclestage',
    name: 'HubSpot lifecycle stage',
    pack: 'service-desk',
    allow: { record: CONTACTS.miraSolberg, to: 'opportunity' },
    ask: { record: CONTACTS.tomasReyes, to: 'marketingqualifiedlead', from: 'Lead', before: 'Marketing qualified', criterion: 'reached' },
    ...byRow('0-1', 'lifecyclestage'),
  },
  {
    ...portal(),
    crm: 'hubspot',
    object: '0-5',
    field: 'hs_pipeline_stage',
    name: 'HubSpot ticket status',
    pack: 'service-desk',
    allow: { record: TICKETS.sensorDrift, to: '2' },
    ask: { record: TICKETS.lineStop, to: '2', from: 'New ticket', before: 'With the customer', criterion: 'sorted' },
    ...byDropdown('0-5', 'hs_pipeline_stage'),
  },
  {
    ...portal(),
    crm: 'hubspot',
    object: '0-136',
    field: 'hs_pipeline_stage',
    name: 'HubSpot lead stage',
    pack: 'service-desk',
    allow: { record: LEADS.omarHaddad, to: 'connected-stage-id' },
    ask: { record: LEADS.noraLind, to: 'attempting-stage-id', from: 'New lead', before: 'Being called', criterion: 'type-known' },
    ...byDropdown('0-136', 'hs_pipeline_stage'),
  },
];
