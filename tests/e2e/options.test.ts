/** The options page in two real browsers: a manager's way from a draft to a signed file, and a rep's who compares, trusts, uses and goes back. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boot, type Booted } from '../browser/extension';
import { sideways, violations } from './accessible';
import { useBench } from './bench';

const STARTER = readFileSync(resolve(import.meta.dirname, '../../public/packs/bant.json'), 'utf8');
const DAY = 24 * 60 * 60 * 1000;
const PASSPHRASE = 'four words and more';
const draft = (version: string): string =>
  JSON.stringify({ ...(JSON.parse(STARTER) as object), id: 'acme', version, title: 'Acme rules', publisher: 'Acme Sales Operations' });

const bench = useBench();
let second: Booted;
let manager: Page;
let rep: Page;
let backup: string;

beforeAll(async () => {
  second = await boot({ port: bench.lab.port });
  await bench.policyTold();
  manager = await bench.browser.extensionPage('options.html');
  rep = await second.extensionPage('options.html');
});
afterAll(() => second.close());

const group = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const say = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();
const wordsOn = (page: Page, place: string) => page.locator(`${place} .hr-words`).first().textContent();
const inUse = async (page: Page): Promise<string[]> =>
  page
    .locator('#pack .hr-row', { has: page.locator('.hr-pack__use') })
    .locator('h3')
    .allTextContents();

async function open(page: Page, name: string, text: string): Promise<void> {
  await group(page, 'For you');
  await page.locator('#pack input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

async function saved(page: Page, click: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** As the manager does it: from a draft that is on this computer. */
async function publish(version: string): Promise<{ name: string; text: string }> {
  await open(manager, `acme-${version}.json`, draft(version));
  await say(manager, `Acme rules ${version} is in use now.`);
  await group(manager, 'For managers');
  await manager.getByLabel('A draft on this computer').selectOption(`Acme rules ${version}`);
  await say(manager, /by Acme Sales Operations: checked, no errors/);
  await manager.getByLabel('For which organisation').fill('Acme');
  await manager.getByLabel('Good until the end of').fill(new Date(Date.now() + 200 * DAY).toISOString().slice(0, 10));
  return saved(manager, () => press(manager, 'Sign and save'));
}

describe('from a draft to every rep', () => {
  let first: { name: string; text: string };

  it('a manager makes a key, whose backup is saved at once', async () => {
    await group(manager, 'For managers');
    await manager.getByLabel('Your name, as reps will read it').fill('Dana Lind');
    await manager.getByLabel('Passphrase for the backup').fill(PASSPHRASE);
    await manager.getByLabel('The same passphrase again').fill(PASSPHRASE);
    const file = await saved(manager, () => press(manager, 'Make a key'));
    expect(file.name).toBe('handrail-key-dana-lind.json');
    expect(JSON.parse(file.text)).toMatchObject({ format: 'handrail-key', name: 'Dana Lind' });
    backup = file.text;
    await say(manager, 'The key of Dana Lind was made.');
    expect(await violations(manager)).toEqual([]);
  });

  it('signs a draft after it was checked', async () => {
    first = await publish('1.0.0');
    expect(first.name).toBe('acme-1.0.0.handrail');
    expect(Object.keys(JSON.parse(first.text) as object)).toEqual(['payload', 'protected', 'signature']);
    expect(await violations(manager)).toEqual([]);
  });

  it('a rep sees the very words that the manager reads out, and nothing is used before they are compared', async () => {
    await open(rep, first.name, first.text);
    await rep.getByRole('region', { name: 'Is this really from Acme Sales Operations?' }).waitFor();
    expect(await wordsOn(rep, '.hr-trust')).toBe(await wordsOn(manager, '#keys'));
    expect(await inUse(rep)).toEqual(['B2B sales cycle 1.0.0 Yours']);
    expect(await violations(rep)).toEqual([]);
    await press(rep, 'Do not use');
    await say(rep, /You did not trust its key/);
    expect(await inUse(rep)).toEqual(['B2B sales cycle 1.0.0 Yours']);
  });

  it('trusts the key and uses the pack, and is told from then on who signed it', async () => {
    await open(rep, first.name, first.text);
    await press(rep, 'Trust and use');
    await say(rep, 'Acme rules 1.0.0 is in use now.');
    expect(await inUse(rep)).toEqual(['Acme rules 1.0.0 Team']);
    await say(rep, /Signed by Acme Sales Operations\. You trusted this key on/);
    await group(rep, 'For admins');
    await say(rep, /^You trusted it on/);
    expect(await wordsOn(rep, '#trust')).toBe(await wordsOn(manager, '#keys'));
  });

  it('refuses a file that was changed on the way, and keeps what is in use', async () => {
    const { payload, ...rest } = JSON.parse(first.text) as { payload: string };
    const changed = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('Acme rules', 'Acme rulez')).toString('base64url');
    await open(rep, 'acme-1.0.0.handrail', JSON.stringify({ payload: changed, ...rest }));
    await say(rep, /The signature does not fit/);
    expect(await inUse(rep)).toEqual(['Acme rules 1.0.0 Team']);
  });

  it('takes the next version without being asked, goes back with one click, and forward again with another', async () => {
    const next = await publish('1.1.0');
    await open(rep, next.name, next.text);
    await say(rep, 'Acme rules 1.1.0 is in use now.');
    await press(rep, /^Go back to this version: Acme rules 1\.0\.0/);
    await say(rep, 'Acme rules 1.0.0 is in use again.');
    expect(await inUse(rep)).toEqual(['Acme rules 1.0.0 Team']);
    await press(rep, 'Undo');
    await say(rep, 'Put back as it was.');
    expect(await inUse(rep)).toEqual(['Acme rules 1.1.0 Team']);
  });

  it('a backup brings the key back on another computer', async () => {
    await group(rep, 'For managers');
    await press(rep, 'Open a backup from another computer');
    await rep
      .locator('#keys input[type=file]')
      .setInputFiles({ name: 'key.json', mimeType: 'application/json', buffer: Buffer.from(backup) });
    await rep.getByLabel('Its passphrase').fill(PASSPHRASE);
    await press(rep, 'Open the backup');
    await say(rep, 'The key of Dana Lind is in this browser now.');
    expect(await wordsOn(rep, '#keys')).toBe(await wordsOn(manager, '#keys'));
  });
});

describe('each group of the page', () => {
  it.each(['For you', 'For managers', 'For admins'])('%s passes axe in light and dark, and needs no sideways scrolling', async (name) => {
    await group(manager, name);
    for (const all of await manager.locator('main summary').all()) await all.click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await manager.emulateMedia({ colorScheme });
      expect(await violations(manager)).toEqual([]);
    }
    expect((await sideways(manager)).filter((over) => over > 0)).toEqual([]);
    await manager.setViewportSize({ width: 1280, height: 860 });
  });
});
