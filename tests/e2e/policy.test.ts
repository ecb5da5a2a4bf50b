/** A policy file of the browser, as an IT department writes it: set before the first start, changed live, malformed, removed, lifted. */
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfBuild, mayWritePolicies, policyFile, rulesFor } from '../browser/enterprise';
import { layerOf } from '../browser/layer';
import { DEALS } from '../lab/hubspot/records';
import { until, useBench } from './bench';
import { surface } from './surfaces';

const dropdown = surface('HubSpot stage dropdown');
const board = surface('HubSpot board drop');
const PACK = resolve(import.meta.dirname, 'packs/onboarding.json');
const KEY = 'LXEWQrcmsEQBYnyp-6wy9chTD7GQPMTbAiWHF5IaSIE';

const copy = await copyOfBuild();
const file = policyFile(copy.id);

/** Closes all that can be closed. */
const closed = {
  guard: false,
  handle: 'off',
  readAtMove: false,
  choosePacks: false,
  roles: ['account-executive'],
  trustedKeys: [{ key: KEY, publisher: 'Acme Sales Operations' }],
};

describe.skipIf(!mayWritePolicies())('an enterprise policy', () => {
  beforeAll(() => file.write(rulesFor(copy.id, closed)));
  afterAll(async () => {
    await file.remove();
    await copy.remove();
  });

  const bench = useBench({ extension: copy.folder });

  interface Kept {
    rules: object;
    problems: { key: string; why: string }[];
  }
  /** What the worker has taken of the policy. */
  const kept = async (): Promise<Kept | undefined> =>
    (await bench.browser.worker()).evaluate(async () => (await chrome.storage.local.get('policy'))['policy'] as Kept | undefined);
  const problems = async () => (await kept())?.problems.map(({ key, why }) => `${key} ${why}`);
  /** The browser looks at its policies some seconds after a file has changed. */
  const untilTold = (holds: (now: Kept) => boolean) =>
    until(
      async () => {
        const now = await kept();
        return now !== undefined && holds(now);
      },
      'The policy was not told.',
      30_000,
    );
  const set = async (rules: object) => {
    await file.write(rulesFor(copy.id, rules));
    await untilTold((now) => now.problems.length === 0 && JSON.stringify(now.rules) === JSON.stringify(sorted(rules, now.rules)));
  };

  /** Nothing but the handle is in a page at rest. */
  const hasHandle = async (page: Page) => (await page.locator('handrail-layer').count()) === 1;
  async function restingPage() {
    const page = await bench.tab();
    await dropdown.open(page, DEALS.alder);
    await page.waitForLoadState('networkidle');
    return page;
  }
  /** Opens the deal, and moves it on in a way that skips what its stage asks for. */
  async function moveOn() {
    const page = await restingPage();
    await dropdown.move(page, DEALS.alder, 'qualifiedtobuy');
    return layerOf(page);
  }
  const isSaved = () => bench.lab.hubspot.valueOf('0-3', DEALS.alder, 'dealstage') === 'qualifiedtobuy';
  async function goesUnasked() {
    const layer = await moveOn();
    await until(isSaved, 'The move was not saved.');
    expect(await layer.text()).not.toContain('open before');
  }
  async function isHeld() {
    const layer = await moveOn();
    await layer.says('open before Discovery');
    expect(isSaved()).toBe(false);
  }
  /** What comes of a pack that somebody adds on the options page. */
  async function addPack(): Promise<string> {
    const options = await bench.browser.extensionPage('options.html');
    await options.locator('input[type=file]').first().setInputFiles(PACK);
    const said = options.getByText(/none can be added here|is in use now/).first();
    const text = (await said.textContent()) ?? '';
    await options.close();
    return text;
  }
  /** How often the CRM is asked for the values of a record whose move is held. */
  async function readsAtMove(): Promise<number> {
    const page = await bench.tab();
    await board.open(page, DEALS.dune);
    await page.waitForLoadState('networkidle');
    await board.move(page, DEALS.dune, 'decisionmakerboughtin');
    await (await layerOf(page)).says('open before Proposal');
    return bench.lab.log.filter(({ method, url }) => method === 'GET' && url.includes('/crm-objects/')).length;
  }
  async function allIsClosed() {
    await goesUnasked();
    expect(await hasHandle(await restingPage())).toBe(false);
    expect(await addPack()).toContain('none can be added here');
  }

  it('that is there before the first start is taken as it stands', async () => {
    await bench.policyTold();
    expect(await kept()).toMatchObject({ rules: closed, problems: [] });
    await allIsClosed();
  });

  it('that is malformed loosens nothing: a wrong type, a word that is none, one bad entry in a list', async () => {
    const bad = {
      guard: 'yes',
      handle: 'sometimes',
      readAtMove: 1,
      choosePacks: false,
      roles: ['sdr', 7],
      trustedKeys: [...closed.trustedKeys, { key: 'not a key', publisher: 'Acme' }],
    };
    await file.write(rulesFor(copy.id, bad));
    await untilTold((now) => now.problems.length > 0);
    expect(await problems()).toEqual(['readAtMove missing', 'guard missing', 'handle missing', 'trustedKeys missing', 'roles missing']);
    expect(await kept()).toMatchObject({ rules: closed });
    await allIsClosed();
  });

  it('that the browser lets through and Handrail does not is told as malformed', async () => {
    await file.write(rulesFor(copy.id, { ...closed, trustedKeys: [{ key: 'A'.repeat(43), publisher: 'A placeholder' }] }));
    await untilTold((now) => now.problems.length === 1);
    expect(await problems()).toEqual(['trustedKeys malformed']);
    expect(await kept()).toMatchObject({ rules: closed });
  });

  it('that is removed loosens nothing, with the worker stopped and started too', async () => {
    await file.remove();
    await untilTold((now) => now.problems.length === Object.keys(closed).length);
    expect(await kept()).toMatchObject({ rules: closed });
    await bench.browser.killWorker();
    await allIsClosed();
  });

  it('is changed under an open page: what it lifts by name is lifted, without a reload', async () => {
    const page = await restingPage();
    const layer = await layerOf(page);
    await set({ ...closed, guard: true, handle: 'on', choosePacks: true });
    await until(() => hasHandle(page), 'The handle did not come.');
    await dropdown.move(page, DEALS.alder, 'qualifiedtobuy');
    await layer.says('open before Discovery');
  });

  it('gives the roles that count: what is for others is not asked', async () => {
    await set({ ...closed, guard: true, roles: ['customer-success'] });
    await goesUnasked();
    await set({ ...closed, guard: true, roles: ['account-executive'] });
  });

  it('decides whether values are read from the CRM at a held move', async () => {
    expect(await readsAtMove()).toBe(0);
    bench.lab.hubspot.reset();
    await set({ ...closed, guard: true, readAtMove: true });
    expect(await readsAtMove()).toBe(1);
  });

  it('that is lifted rule by rule leaves everything to the rep, and may go then', async () => {
    await set({ guard: true, handle: 'rep', readAtMove: true, choosePacks: true, roles: [], trustedKeys: [] });
    await isHeld();
    const page = await restingPage();
    await until(() => hasHandle(page), 'The handle is not there.');
    await file.remove();
    await untilTold((now) => Object.keys(now.rules).length === 0);
    expect(await problems()).toEqual([]);
    expect(await addPack()).toContain('is in use now');
  });
});

/** The same rules in the order of others. */
function sorted(rules: object, like: object): object {
  const values = new Map(Object.entries(rules));
  return Object.fromEntries([...Object.keys(like), ...values.keys()].map((key) => [key, values.get(key) as unknown]));
}
