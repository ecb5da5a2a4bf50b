/** Deals in flight: two opportunities stay in a stage while their pack goes on from 1.0.0 to 2.0.0 and back. In the real panel and guard. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { layerOf } from '../browser/layer';
import { OPPORTUNITIES } from '../lab/salesforce/records';
import { violations } from './accessible';
import { until, useBench } from './bench';
import { savedStage, surface } from './surfaces';

const bench = useBench();
const way = surface('Salesforce Path');
const { acmeExpansion: first, brightwaterPlatform: second } = OPPORTUNITIES;
const ACME = 'Acme - Expansion';
const BRIGHTWATER = 'Brightwater Labs - Platform';
const NEXT = 'Needs Analysis';

/** What is different between the versions. 2.0.0 asks for a champion before the deal goes on, and for another mail. */
interface Version {
  version: string;
  purpose?: string;
  mail?: string;
  champion?: boolean;
}
const V1: Version = { version: '1.0.0' };
const V1_1: Version = { version: '1.1.0', purpose: 'Listen twice as much as you talk.' };
const V2: Version = { ...V1_1, version: '2.0.0', mail: 'Send the summary', champion: true };

function fileOf({ version, purpose = 'Find out whether it is real.', mail = 'Send a mail', champion = false }: Version): string {
  const step = (id: string, title: string) => ({ id, title });
  const stage = (id: string, title: string, value: string) => ({ id, title, kind: 'open', in: { salesforce: [value] } });
  const called = { id: 'called', label: 'The call was held', severity: 'warn', when: { step: 'call', is: 'done' } };
  const named = { id: 'champion', label: 'The champion is known', severity: 'warn', when: { field: 'champion', is: 'filled' } };
  return JSON.stringify({
    format: 1,
    id: 'in-flight',
    version,
    title: 'In flight',
    publisher: 'Acme',
    language: 'en',
    fields: [{ id: 'champion', label: 'Champion', type: 'text', in: { salesforce: 'Opportunity.Champion__c' } }],
    pipelines: [
      {
        id: 'sales',
        title: 'Sales',
        in: { salesforce: { stageField: 'Opportunity.StageName' } },
        stages: [stage('talk', 'Talk', 'Qualification'), stage('show', 'Show', NEXT), stage('offer', 'Offer', 'Proposal/Price Quote')],
      },
    ],
    sops: [
      {
        id: 'talk',
        title: 'Talking',
        purpose,
        pipeline: 'sales',
        stages: ['talk'],
        phases: [{ id: 'call', title: 'On the phone', steps: [step('call', 'Hold the call'), step('mail', mail)] }],
        exit: champion ? [called, named] : [called],
      },
      {
        id: 'show',
        title: 'Showing',
        purpose: 'Show it.',
        pipeline: 'sales',
        stages: ['show'],
        phases: [{ id: 'demo', title: 'Demo', steps: [step('demo', `Show it by ${version}`)] }],
      },
    ],
  });
}

const inUse = async () => (await bench.rows('packs')).find((row) => row['id'] === 'in-flight' && row['active'] === 1)?.['version'];

async function bring(version: Version): Promise<void> {
  const options = await bench.browser.extensionPage('options.html#library');
  const file = { name: `${version.version}.json`, mimeType: 'application/json', buffer: Buffer.from(fileOf(version)) };
  await options.locator('input[type=file]').first().setInputFiles(file);
  await until(async () => (await inUse()) === version.version, `${version.version} is not in use.`);
  await options.close();
}

const mine = async (table: string, record: string) => (await bench.rows(table)).filter((row) => String(row['record']).includes(record));
const begunWith = async (record: string) => (await mine('begun', record))[0]?.['version'];
const events = async (record: string, type: string) => (await mine('journal', record)).filter((row) => row['type'] === type);
const card = (panel: Page) => panel.getByRole('region', { name: 'The rules changed since this opportunity entered Talk' });
const box = (panel: Page, name: string) => panel.getByRole('checkbox', { name });

async function open(record: string, name: string): Promise<Page> {
  const page = await bench.tab();
  await way.open(page, record);
  await inFront(page, name);
  await until(async () => (await begunWith(record)) !== undefined, 'The stage is not begun.');
  return page;
}

/** The one panel of the window follows the tab in front. */
async function inFront(page: Page, name: string): Promise<Page> {
  const panel = await bench.browser.openPanel(page);
  await panel.getByRole('heading', { name, level: 1 }).waitFor();
  return panel;
}

/** The gaps that the guard names when the record is to go on; the rep goes back. None: the move is saved. */
async function held(page: Page, record: string): Promise<string> {
  await page.bringToFront();
  await way.move(page, record, NEXT);
  const layer = await layerOf(page);
  const said = await layer.says('open before Show');
  await layer.press('Go back');
  await layer.gone();
  // The CRM's own word about it would be in the way of the next.
  await page.locator('.toastMessage').first().waitFor();
  await page.reload();
  return said;
}

async function moved(page: Page, record: string): Promise<void> {
  await page.bringToFront();
  await way.move(page, record, NEXT);
  await until(() => savedStage(bench.lab, way, record) === NEXT, 'The move was not saved.');
}

describe('a deal in flight', () => {
  it('takes what is safe, is judged by its own rules until the rep decides or its next stage, and goes back with the pack', async () => {
    for (const record of [first, second]) {
      bench.lab.salesforce.setValue(way.object, record, way.field, 'Qualification');
      bench.lab.salesforce.setValue(way.object, record, 'Champion__c', '');
    }
    await bring(V1);
    const acme = await open(first, ACME);
    const panel = await inFront(acme, ACME);
    await box(panel, 'Send a mail').click();
    const brightwater = await open(second, BRIGHTWATER);
    await box(panel, 'Hold the call').click();
    await until(async () => (await mine('ticks', second)).length === 1, 'The tick is not kept.');

    // 1.1.0 says the same in other words: it is there at once, and the ticks are, too.
    await bring(V1_1);
    await brightwater.reload();
    await until(async () => (await begunWith(second)) === '1.1.0', '1.1.0 is not taken.');
    await acme.reload();
    await until(async () => (await begunWith(first)) === '1.1.0', '1.1.0 is not taken.');
    await inFront(acme, ACME);
    await panel.getByText('Listen twice as much as you talk.').waitFor();
    await until(() => box(panel, 'Send a mail').isChecked(), 'The tick is gone.');
    expect(await card(panel).count()).toBe(0);
    expect(await events(first, 'update-taken')).toMatchObject([{ from: '1.0.0', version: '1.1.0', reset: [] }]);

    // 2.0.0 asks for more: the panel says so, and the guard goes by 1.1.0.
    await bring(V2);
    await inFront(acme, ACME);
    await card(panel).waitFor();
    const told = (await card(panel).textContent()) ?? '';
    expect(told).toContain('Talking: exit criterion ‘The champion is known’ added');
    expect(told).toContain('You would be asked again for:Send the summary');
    expect(await violations(panel)).toEqual([]);
    const before = await held(acme, first);
    expect(before).toContain('The call was held');
    expect(before).not.toContain('The champion is known');

    // The rep takes it: the new gap is asked for, and the mail is to be sent again.
    await card(panel).getByRole('button', { name: 'Use the new version' }).click();
    await card(panel).waitFor({ state: 'detached' });
    await until(async () => !(await box(panel, 'Send the summary').isChecked()), 'The tick still counts.');
    expect(await events(first, 'update-taken')).toMatchObject([{}, { from: '1.1.0', version: '2.0.0', reset: ['mail'] }]);
    expect(await held(acme, first)).toContain('The champion is known');

    // Another deal puts it off: it leaves the stage by the old rules, and is under the new ones in the next.
    await inFront(brightwater, BRIGHTWATER);
    await card(panel).getByRole('button', { name: 'Keep until the next stage' }).click();
    await panel.getByText(/^Version 1\.1\.0 counts until this opportunity leaves Talk/).waitFor();
    await moved(brightwater, second);
    await box(panel, 'Show it by 2.0.0').waitFor();
    await until(async () => (await begunWith(second)) === '2.0.0', 'The next stage is not begun with 2.0.0.');
    expect(await events(second, 'move-held')).toEqual([]);
    expect(await events(second, 'update-put-off')).toMatchObject([{ from: '1.1.0', version: '2.0.0' }]);

    // Back to 1.1.0 with one click: the deal under 2.0.0 stays with it until the rep says so.
    const options = await bench.browser.extensionPage('options.html#library');
    await options.getByText('2 other versions').click();
    await options.getByRole('button', { name: 'Use this version: In flight 1.1.0' }).click();
    await until(async () => (await inUse()) === '1.1.0', '1.1.0 is not in use again.');
    await options.close();
    await inFront(acme, ACME);
    await card(panel).waitFor();
    expect(await held(acme, first)).toContain('The champion is known');
    await card(panel).getByRole('button', { name: 'Use the new version' }).click();
    await box(panel, 'Send a mail').waitFor();
    expect(await held(acme, first)).not.toContain('The champion is known');
    expect(await begunWith(first)).toBe('1.1.0');
  });
});
