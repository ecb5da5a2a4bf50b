/** Every pack of the starter library in the real browser: taken from the gallery, its SOPs beside the records of both practice CRMs. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { RecordRef } from '../../lib/crm/adapter';
import { indexPack, parsePack, placeOf, type PackIndex } from '../../lib/pack/load';
import { addresses } from '../lab/addresses';
import { CONTACTS, DEALS, LEADS as HUBSPOT_LEADS, PORTAL_ID } from '../lab/hubspot/records';
import { LEADS, OPPORTUNITIES } from '../lab/salesforce/records';
import { CASES } from '../lab/salesforce/records-service';
import { layerOf } from '../browser/layer';
import { useBench } from './bench';
import { usePack } from './packs';
import { surface } from './surfaces';

const bench = useBench();

const salesforce = { crm: 'salesforce', org: 'acme.lightning.force.com' } as const;
const hubspot = { crm: 'hubspot', org: PORTAL_ID } as const;
/** One record of each object that starter packs speak of, with the stage that it has in the lab. */
const records: { record: RecordRef; stage: string; address: string }[] = [
  {
    record: { ...salesforce, object: 'Opportunity', id: OPPORTUNITIES.acmeExpansion },
    stage: 'Qualification',
    address: addresses.opportunity('acmeExpansion'),
  },
  { record: { ...salesforce, object: 'Lead', id: LEADS.priyaRaman }, stage: 'Open - Not Contacted', address: addresses.lead('priyaRaman') },
  { record: { ...salesforce, object: 'Case', id: CASES.battlecard }, stage: 'New', address: addresses.case('battlecard') },
  { record: { ...hubspot, object: 'deal', id: DEALS.alder }, stage: 'appointmentscheduled', address: addresses.deal('alder') },
  {
    record: { ...hubspot, object: 'lead', id: HUBSPOT_LEADS.noraLind },
    stage: 'new-stage-id',
    address: addresses.hubspotRecord('0-136', HUBSPOT_LEADS.noraLind),
  },
  { record: { ...hubspot, object: 'contact', id: CONTACTS.tomasReyes }, stage: 'NEW', address: addresses.contact('tomasReyes') },
];

const FOLDER = resolve(import.meta.dirname, '../../public/packs');
const packs: { file: string; index: PackIndex }[] = [];
for (const file of readdirSync(FOLDER))
  packs.push({ file, index: indexPack(await parsePack(readFileSync(resolve(FOLDER, file), 'utf8'))) });

/** The records that a pack speaks of, with the titles of the SOPs that it has for their stage. */
function shownBy(index: PackIndex): { address: string; crm: string; titles: string[] }[] {
  return records.flatMap(({ record, stage, address }) => {
    const place = placeOf(index, record, stage);
    // Those that are aimed at some records only may not be for this one.
    const sops = place ? index.sopsOf(place.pipeline.id, place.stage.id).filter(({ when }) => !when) : [];
    return sops.length > 0 ? [{ address, crm: record.crm, titles: sops.map(({ title }) => title) }] : [];
  });
}

describe.each(packs.map(({ file, index }) => [file, index] as const))('%s', (_file, index) => {
  const shown = shownBy(index);

  it('is taken from the gallery and shows its SOPs in both CRMs', async () => {
    expect([...new Set(shown.map(({ crm }) => crm))]).toEqual(['salesforce', 'hubspot']);
    await usePack(bench, index.pack.id);
    const page = await bench.tab();
    for (const { address, titles } of shown) {
      await page.goto(address);
      const panel = await bench.browser.openPanel(page);
      for (const title of titles) await panel.getByRole('heading', { name: title, exact: true }).first().waitFor();
    }
  });
});

const [lead] = records.flatMap(({ record, address }) => (record.object === 'Lead' ? [address] : []));
const STATUS = '.windowViewMode-normal.active [data-target-selection-name="sfdc:RecordField.Lead.Status"]';

/** Changes a lead's status in its page's layout, as a person does. */
async function moveLead(page: Page, to: string): Promise<void> {
  await page.goto(lead ?? '');
  await page.locator(`${STATUS} button.inline-edit-trigger`).click();
  await page.locator(`${STATUS} button[role=combobox][name=Status]`).click();
  await page.locator(`${STATUS} lightning-base-combobox-item[data-value="${to}"]`).click();
  await page.locator('.windowViewMode-normal.active button[name=SaveEdit]').click();
}

const moveRecord = (name: string, record: string) => async (page: Page, to: string) => {
  const { open, move } = surface(name);
  await open(page, record);
  await move(page, record, to);
};
const moveOpportunity = moveRecord('Salesforce inline edit', OPPORTUNITIES.acmeExpansion);
const moveCase = moveRecord('Salesforce case, Path', CASES.battlecard);
const moveHubSpotDeal = moveRecord('HubSpot stage dropdown', DEALS.alder);
const moveHubSpotLead = moveRecord('HubSpot lead stage', HUBSPOT_LEADS.omarHaddad);
const moveContact = moveRecord('HubSpot lead status', CONTACTS.tomasReyes);

describe('a move that skips what a starter pack asks for is held', () => {
  it.each([
    ['meddpicc', moveOpportunity, 'Needs Analysis', 'At least four of the seven are known'],
    ['meddpicc', moveHubSpotDeal, 'qualifiedtobuy', 'At least four of the seven are known'],
    ['bant', moveOpportunity, 'Needs Analysis', 'Three of budget, authority, need and timeline are on the deal'],
    ['bant', moveHubSpotDeal, 'qualifiedtobuy', 'Three of budget, authority, need and timeline are on the deal'],
    ['demo-booking', moveOpportunity, 'Value Proposition', 'Attendees, agenda and time zone are in the invitation'],
    ['demo-booking', moveHubSpotDeal, 'presentationscheduled', 'Attendees, agenda and time zone are in the invitation'],
    ['content-request', moveOpportunity, 'Negotiation/Review', 'They have seen a case study'],
    ['content-request', moveCase, 'Working', 'Reader, question, format and date are given'],
    ['disqualification-feedback', moveOpportunity, 'Closed Lost', 'A disqualification code is chosen'],
    ['disqualification-feedback', moveHubSpotDeal, 'closedlost', 'A disqualification code is chosen'],
    ['disqualification-feedback', moveHubSpotLead, 'unqualified-stage-id', 'A disqualification code is chosen'],
    ['mql-handoff', moveContact, 'OPEN', 'More than 50 employees and VP or above, or an exception'],
    ['inbound-cadence', moveContact, 'ATTEMPTED_TO_CONTACT', 'First call made'],
    ['mql-handoff', moveLead, 'Working - Contacted', 'More than 50 employees and VP or above, or an exception'],
    ['inbound-cadence', moveLead, 'Working - Contacted', 'First call made'],
  ])('%s (%#)', async (id, move, to, label) => {
    const pack = packs.find(({ index }) => index.pack.id === id)?.index.pack;
    if (!pack) throw new Error(`There is no pack ${id}.`);
    await usePack(bench, id);
    const page = await bench.tab();
    await move(page, to);
    const layer = await layerOf(page);
    await layer.says(label);
    await page.keyboard.press('Escape');
    await layer.gone();
  });
});
