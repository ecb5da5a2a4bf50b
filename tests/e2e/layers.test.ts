/** A company's pack and a team's at once, brought by subscriptions: which of them the guard and the panel go by, on a record of each CRM. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layerOf } from '../browser/layer';
import { DEALS } from '../lab/hubspot/records';
import { startPackHost } from '../lab/packs/host';
import { OPPORTUNITIES } from '../lab/salesforce/records';
import { violations } from './accessible';
import { until, useBench } from './bench';
import { savedStage, surface, type Surface } from './surfaces';

/** A host that Handrail may read in any case, as one that somebody has allowed. */
const HOST = 'packs.hubspot.com';
const host = await startPackHost(HOST);
const bench = useBench({ hosts: { [HOST]: host.port }, certificates: [host.certificate] });
afterAll(() => host.close());

const onOpportunity = surface('Salesforce Path');
const onDeal = surface('HubSpot stage dropdown');
const { acmeExpansion } = OPPORTUNITIES;

const COMPANY = { id: 'acme-company', title: 'Acme company rules', publisher: 'Acme', layer: 'company' } as const;
const TEAM = { id: 'acme-emea', title: 'Team EMEA', publisher: 'Acme EMEA', layer: 'team' } as const;
type Giver = typeof COMPANY | typeof TEAM;

const urlOf = ({ id }: Giver): string => `https://${HOST}/${id}.json`;

/** Two stages, a step and a criterion that say whose they are. The company knows opportunities only; the team knows deals too. */
function packOf({ id, title, publisher }: Giver, version: string, rollout?: object): string {
  const deals = id === TEAM.id;
  const told = `${title} asks for a next step`;
  const stage = (one: string, salesforce: string, hubspot: string) => ({
    id: one,
    title: `${one} by ${publisher}`,
    kind: 'open',
    in: { salesforce: [salesforce], ...(deals && { hubspot: [hubspot] }) },
  });
  return JSON.stringify({
    format: 1,
    id,
    version,
    title,
    publisher,
    language: 'en',
    rollout,
    fields: [{ id: 'next', label: 'Next step', type: 'text', in: { salesforce: 'Opportunity.NextStep' } }],
    pipelines: [
      {
        id: 'sales',
        title: 'Sales',
        in: {
          salesforce: { stageField: 'Opportunity.StageName' },
          ...(deals && { hubspot: { stageField: 'deal.dealstage', pipelineField: 'deal.pipeline', pipelines: ['default'] } }),
        },
        stages: [stage('begun', 'Qualification', 'appointmentscheduled'), stage('shown', 'Needs Analysis', 'qualifiedtobuy')],
      },
    ],
    sops: [
      {
        id: 'begin',
        title: `How ${title} begins`,
        purpose: 'Find out what they need.',
        owner: publisher,
        pipeline: 'sales',
        stages: ['begun'],
        phases: [{ id: 'call', title: 'On the phone', steps: [{ id: 'call', title: 'Hold the call' }] }],
        exit: [{ id: 'called', label: told, severity: 'reason', when: { step: 'call', is: 'done' } }],
      },
    ],
  });
}

let desk: Page;

/** Subscribes, and has it looked at. */
async function bring(giver: Giver, version: string, rollout?: object): Promise<void> {
  host.answer = { kind: 'file', text: packOf(giver, version, rollout) };
  const url = urlOf(giver);
  // As a policy's list, or the options page, writes one down; not due by itself, so that the host answers one at a time.
  await desk.evaluate(
    (row) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('handrail');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('subscriptions', 'readwrite');
          writing.objectStore('subscriptions').put(row);
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
          writing.onerror = () => failed(new Error('The subscription was not written.'));
        };
      }),
    { url, by: 'rep', layer: giver.layer, dueAt: 8e15, failures: 0, addedAt: 1 },
  );
  await desk.evaluate(async (of) => void (await chrome.runtime.sendMessage({ handrail: 'check-now', data: { url: of } })), url);
  await until(async () => (await versionsOf(giver)).includes(version), `${giver.title} ${version} is not here.`);
}

const rowsOf = async ({ id }: Giver) => (await bench.rows('packs')).filter((row) => row['id'] === id);
const versionsOf = async (giver: Giver) => (await rowsOf(giver)).map(({ version }) => version);
const inUse = async (giver: Giver) => (await rowsOf(giver)).find(({ active }) => active === 1)?.['version'];

beforeAll(async () => {
  desk = await bench.browser.extensionPage('options.html');
  await bench.policyTold();
  // The team's comes last: that is not what counts.
  await bring(COMPANY, '1.4.0');
  await bring(TEAM, '2.0.0');
});

/** What the guard asks when the record is to go on. The rep goes back. */
async function asked(page: Page, { move }: Surface, record: string, to: string): Promise<string> {
  await page.bringToFront();
  await move(page, record, to);
  const layer = await layerOf(page);
  const said = await layer.says(/open before/);
  await page.keyboard.press('Escape');
  await layer.gone();
  return said;
}

/** The pack under which the journal has the last move that was held. */
const lastHold = async () => (await bench.rows('journal')).filter(({ type }) => type === 'move-held').at(-1)?.['pack'];

async function panelOn(page: Page, title: string): Promise<Page> {
  const panel = await bench.browser.openPanel(page);
  await panel.getByRole('heading', { name: title }).waitFor();
  return panel;
}

async function why(panel: Page): Promise<string> {
  const place = panel.locator('details', { hasText: 'Why do I see this?' });
  if ((await place.getAttribute('open')) === null) await panel.getByText('Why do I see this?').click();
  return place.innerText();
}

describe('a company’s pack and a team’s at once', () => {
  it('what ships with Handrail has stepped back for them', async () => {
    const used = (await bench.rows('packs')).filter(({ active }) => active === 1).map(({ id, layer }) => `${String(id)} ${String(layer)}`);
    expect(used.sort()).toEqual(['acme-company company', 'acme-emea team']);
  });

  it('the company’s alone speaks for an opportunity, which both know: in the panel, and in the guard', async () => {
    const page = await bench.tab();
    await onOpportunity.open(page, acmeExpansion);
    const panel = await panelOn(page, 'How Acme company rules begins');
    expect(await panel.getByRole('heading', { name: 'How Team EMEA begins' }).count()).toBe(0);
    const said = await why(panel);
    for (const part of ['Acme company rules, version 1.4.0, from Acme', 'the company’s', 'Team EMEA', 'Also in use, but not here'])
      expect(said).toContain(part);
    expect(await violations(panel)).toEqual([]);

    const gaps = await asked(page, onOpportunity, acmeExpansion, 'Needs Analysis');
    expect(gaps).toContain('Acme company rules asks for a next step');
    expect(gaps).not.toContain('Team EMEA');
    expect(await lastHold()).toBe('acme-company');
    expect(savedStage(bench.lab, onOpportunity, acmeExpansion)).toBe('Qualification');
  });

  it('the team’s speaks for a deal, which the company’s does not know', async () => {
    const page = await bench.tab();
    await onDeal.open(page, DEALS.alder);
    const panel = await panelOn(page, 'How Team EMEA begins');
    expect(await why(panel)).toContain('Team EMEA, version 2.0.0, from Acme EMEA');

    const gaps = await asked(page, onDeal, DEALS.alder, 'qualifiedtobuy');
    expect(gaps).toContain('Team EMEA asks for a next step');
    expect(gaps).not.toContain('Acme company rules');
    expect(await lastHold()).toBe('acme-emea');
  });

  it('a tick is kept under the pack that speaks', async () => {
    const page = await bench.tab();
    await onOpportunity.open(page, acmeExpansion);
    const panel = await panelOn(page, 'How Acme company rules begins');
    await panel.getByRole('checkbox', { name: 'Hold the call' }).click();
    await until(async () => (await bench.rows('ticks')).length === 1, 'The tick was not kept.');
    expect(await bench.rows('ticks')).toMatchObject([{ pack: 'acme-company', step: 'call' }]);
  });

  it('a version for a group waits until the person is in it: then the worker’s next start puts it to use', async () => {
    await bring(TEAM, '3.0.0', { groups: ['pilot'] });
    expect(await inUse(TEAM)).toBe('2.0.0');
    await desk.evaluate(async () => {
      const { settings } = await chrome.storage.local.get('settings');
      await chrome.storage.local.set({ settings: { ...(settings as object), groups: ['pilot'] } });
    });
    await bench.browser.killWorker();
    await onDeal.open(await bench.tab(), DEALS.alder);
    await until(async () => (await inUse(TEAM)) === '3.0.0', 'The version for the group is not in use.');
  });
});
