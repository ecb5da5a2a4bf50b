/** The extension's own pages in the real browser: accessible, and a manager's way in for another pack. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { OPPORTUNITIES } from '../lab/salesforce/records';
import { sideways, violations } from './accessible';
import { until, useBench } from './bench';
import { surface } from './surfaces';

const bench = useBench();
const path = surface('Salesforce Path');

describe('accessibility', () => {
  it.each(['light', 'dark'] as const)('the panel and the options page pass in %s', async (colorScheme) => {
    const page = await bench.tab();
    await path.open(page, OPPORTUNITIES.acmeExpansion);
    const panel = await bench.browser.openPanel(page);
    await panel.emulateMedia({ colorScheme });
    await panel.getByRole('heading', { name: 'Acme - Expansion' }).waitFor();
    expect(await violations(panel)).toEqual([]);
    const options = await bench.browser.extensionPage('options.html');
    await options.emulateMedia({ colorScheme });
    await options.getByRole('heading').first().waitFor();
    expect(await violations(options)).toEqual([]);
    await options.close();
  });

  it('the panel needs no sideways scrolling at 320 pixels, nor at twice the size', async () => {
    const page = await bench.tab();
    await path.open(page, OPPORTUNITIES.acmeExpansion);
    const panel = await bench.browser.openPanel(page);
    await panel.getByRole('heading', { name: 'Acme - Expansion' }).waitFor();
    expect((await sideways(panel)).filter((over) => over > 0)).toEqual([]);
  });
});

describe('a pack from a file', () => {
  const starter = resolve(import.meta.dirname, '../../public/packs/b2b-sales-cycle.json');

  async function choose(options: Page, name: string, text: string): Promise<void> {
    await options
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  }

  it('is refused whole when it has mistakes, with each place, and the pack in use stays', async () => {
    const options = await bench.browser.extensionPage('options.html');
    const pack = (await readFile(starter, 'utf8'))
      .replace('"id": "b2b-sales-cycle"', '"id": "broken"')
      .replace(/"severity": "reason"/, '"severity": "reasn"');
    await choose(options, 'broken.json', pack);
    await options.getByText('sops[1] "Lead qualification" › exit[0] › severity').waitFor();
    await options.getByText('must be one of tip, warn, reason, block; did you mean "reason"?').waitFor();
    expect((await bench.rows('packs')).map(({ id, active }) => [id, active])).toEqual([['b2b-sales-cycle', 1]]);
    await options.close();
  });

  it.each([
    ['nested without end', '['.repeat(200_000), /nested too deeply/],
    ['made to reach into objects', '{"format":1,"__proto__":{"polluted":true}}', /"__proto__" cannot be used as a key/],
    ['with a key twice', '{"format":1,"id":"a","id":"b"}', /"id" is given twice/],
    [
      'a bomb of anchors',
      'a: &a [x,x,x,x,x,x,x,x,x]\n' +
        [...'bcdefghi'].map((key, at) => `${key}: &${key} [${'*'.concat('abcdefgh'[at] ?? 'a', ',').repeat(9)}]\n`).join(''),
      /repeats too much by anchors|holds too much/,
    ],
    ['of 64 MB', `{"format":1,"title":"${'x'.repeat(64 * 1024 * 1024)}"}`, /too big/],
  ])('%s is refused with the reason, and nothing is changed', async (_, text, reason) => {
    const options = await bench.browser.extensionPage('options.html');
    const before = await bench.rows('packs');
    // A file from the disk, as a person chooses it: Playwright itself hands over no more than 50 MB.
    const file = join(await mkdtemp(join(tmpdir(), 'handrail-')), 'hostile.yaml');
    await writeFile(file, text);
    await options.locator('input[type=file]').first().setInputFiles(file);
    await options.getByText(reason).first().waitFor();
    expect(await bench.rows('packs')).toEqual(before);
    await options.close();
    await rm(dirname(file), { recursive: true });
  });

  it('is added and used, and every open tab follows', async () => {
    const page = await bench.tab();
    await path.open(page, OPPORTUNITIES.acmeExpansion);
    const panel = await bench.browser.openPanel(page);
    await panel.getByText('Stage 1 of 5').waitFor();
    const options = await bench.browser.extensionPage('options.html');
    const pack = (await readFile(starter, 'utf8'))
      .replace('"id": "b2b-sales-cycle"', '"id": "ours"')
      .replace('"B2B sales cycle"', '"Our own way"');
    await choose(options, 'ours.json', pack);
    await options.getByText('Our own way').first().waitFor();
    await until(async () => (await bench.rows('packs')).find(({ id }) => id === 'ours')?.['active'] === 1, 'The pack is not in use.');
    await options.close();
    await page.bringToFront();
    await panel.getByText(/Why do I see this/).click();
    await panel.getByText('Our own way').waitFor();
  });
});
