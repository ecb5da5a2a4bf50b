/** Promise 4: the page's own scripts get no data and no decision power. The page belongs to itself, so it may of course save as it likes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { layerOf } from '../browser/layer';
import { buildLab } from '../lab/build';
import { DEALS } from '../lab/hubspot/records';
import { attacks } from './attacks';
import { until, useBench } from './bench';
import { hostile, type Loot } from './loot';
import { savedStage, stageWrites, surface } from './surfaces';

const bench = useBench();
const dropdown = surface('HubSpot stage dropdown');
const inFrame = surface('HubSpot create form');

/** Moves a deal so that the guard warns, and waits for it. */
async function warned(page: Page) {
  await dropdown.open(page, DEALS.dune);
  await dropdown.move(page, DEALS.dune, 'decisionmakerboughtin');
  const layer = await layerOf(page);
  await layer.says('open before Proposal');
  return layer;
}

const saved = () => savedStage(bench.lab, dropdown, DEALS.dune);
const isSaved = () => saved() === 'decisionmakerboughtin';
const journalFrom = async (length: number) =>
  (await bench.rows('journal')).slice(length).map(({ type, why }) => [type, why].filter(Boolean).join(': '));

describe('a page that is at the guard', () => {
  it.each(attacks)('$name: $then', async ({ run, given = '', then }) => {
    const page = await bench.tab();
    const { length } = await bench.rows('journal');
    await page.bringToFront();
    const layer = await warned(page);
    await page.evaluate(run, given);
    // Time for what the page does, and for the guard to see to it.
    await page.waitForTimeout(1500);
    if (then === 'released') {
      await until(isSaved, 'The rep was locked in.', 12_000);
      await until(async () => (await journalFrom(length)).length > 0, 'The miss is not in the journal.');
      expect(await journalFrom(length)).toEqual(['check-missed: covered']);
      return;
    }
    // Nothing of it was a decision.
    expect(stageWrites(bench.lab, dropdown)).toEqual([]);
    expect(await layer.text()).toContain('open before Proposal');
    await layer.press('Continue');
    if (then === 'counts') {
      await until(isSaved, 'The rep’s word was not taken.');
      expect(await journalFrom(length)).toContain('move-on');
    } else {
      await layer.says('covers this window');
      expect(stageWrites(bench.lab, dropdown)).toEqual([]);
      await page.keyboard.press('Escape');
      await layer.gone();
      expect(isSaved()).toBe(false);
      await until(async () => (await journalFrom(length)).includes('move-back'), 'Going back is not in the journal.');
    }
  });

  it('cannot lock the rep in with a frame that it takes away while the save from it is held', async () => {
    const page = await bench.tab();
    await inFrame.open(page, 'Saltmarsh trial');
    await inFrame.move(page, 'Saltmarsh trial', 'closedlost');
    const layer = await layerOf(page);
    await layer.says('open before Lost');
    await page.evaluate(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));
    await layer.gone();
  });
});

describe('a page that was hostile from its first line', () => {
  beforeEach(async () => {
    const { hubspot } = await buildLab();
    const body = `(${hostile.toString()})();\n${await readFile(join(hubspot, 'app.js'), 'utf8')}`;
    await bench.browser.context.route('**/static/app.js', (route) => route.fulfill({ contentType: 'text/javascript', body }));
  });
  afterEach(() => bench.browser.context.unroute('**/static/app.js'));

  const lootOf = (page: Page) => page.evaluate(() => (window as unknown as { loot: Loot }).loot);

  async function asked(page: Page) {
    await dropdown.open(page, DEALS.alder);
    await dropdown.move(page, DEALS.alder, 'qualifiedtobuy');
    const layer = await layerOf(page);
    await layer.says('open before Discovery');
    return layer;
  }

  it('cannot release a held save, nor learn anything of the hold', async () => {
    const page = await bench.tab();
    const layer = await asked(page);
    await page.evaluate(() => {
      for (let id = 1; id < 50; id++)
        // A beat as well would be taken for one of ours by the sniffer, which hears what the page sends to itself.
        for (const say of ['settle', 'retire', 'drop']) window.postMessage({ say, id, handrail: 'decided' }, '*');
      document
        .querySelectorAll('handrail-layer')
        .forEach((host) => host.shadowRoot?.querySelectorAll('button').forEach((button) => button.click()));
    });
    await page.waitForTimeout(1500);
    expect(await layer.text()).toContain('open before Discovery');
    expect(stageWrites(bench.lab, dropdown)).toEqual([]);
    const { secrets, roots, forged } = await lootOf(page);
    expect({ secrets, roots, forged }).toEqual({ secrets: [], roots: 0, forged: [] });
  });

  it('hears nothing of what the rep types, and reads nothing of what is on the screen', async () => {
    const page = await bench.tab();
    const layer = await asked(page);
    await layer.choose('My manager agreed to it');
    await layer.type('Note', 'Between us: the champion left.');
    await layer.wrongHere('MEDDICC', 'Not for renewals');
    await layer.says('Noted. Thank you.');
    const read = await page.evaluate(() => {
      const selection = getSelection();
      // Not in the DOM's types, being in no standard.
      (window as unknown as { find: (words: string) => boolean }).find('MEDDICC');
      selection?.modify('extend', 'forward', 'documentboundary');
      const found = String(selection);
      document.execCommand('selectAll');
      return {
        found,
        page: document.documentElement.textContent.includes('open before'),
        inner: document.documentElement.innerText.includes('MEDDICC'),
      };
    });
    expect(read).toEqual({ found: '', page: false, inner: false });
    const { typed, secrets } = await lootOf(page);
    expect({ typed, secrets }).toEqual({ typed: '', secrets: [] });
    // What was typed arrived where it belongs.
    await layer.press('Go on with this reason');
    await until(() => savedStage(bench.lab, dropdown, DEALS.alder) === 'qualifiedtobuy', 'The rep’s word was not taken.');
    const debts = (await bench.rows('debts')).filter(({ record }) => String(record).endsWith(DEALS.alder));
    expect(debts.at(-1)).toMatchObject({ note: 'Between us: the champion left.' });
  });

  it('does not lock the rep in: going back works as ever', async () => {
    const page = await bench.tab();
    const layer = await asked(page);
    await page.keyboard.press('Escape');
    await layer.gone();
    expect(savedStage(bench.lab, dropdown, DEALS.alder)).toBe('appointmentscheduled');
  });

  it('finds nothing of the extension to fetch, and no id of it in the page', async () => {
    const page = await bench.tab();
    await dropdown.open(page, DEALS.alder);
    const { id } = bench.browser;
    const seen = await page.evaluate(async (extension) => {
      const files = [
        'manifest.json',
        'background.js',
        'options.html',
        'sidepanel.html',
        'packs/b2b-sales-cycle.json',
        'content-scripts/watcher.js',
      ];
      const reached = await Promise.all(
        files.map((file) =>
          fetch(`chrome-extension://${extension}/${file}`).then(
            () => file,
            () => null,
          ),
        ),
      );
      return { reached: reached.filter(Boolean), named: document.documentElement.outerHTML.includes(extension) };
    }, id);
    expect(seen).toEqual({ reached: [], named: false });
  });
});
