/** Promise 4: the page's own scripts get no data and no decision power. The page belongs to itself, so it may of course save as it likes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { layerOf } from '../browser/layer';
import { buildLab } from '../lab/build';
import { DEALS } from '../lab/hubspot/records';
import { useBench } from './bench';
import { stageWrites, surface } from './surfaces';

const bench = useBench();
const dropdown = surface('HubSpot stage dropdown');

/** What a hostile script at the top of the page's own code does. It notes whatever it can lay its hands on in `window.loot`. */
function hostile(): void {
  const loot: string[] = [];
  Object.assign(window, { loot });
  const note = (from: string, what: unknown): void => {
    try {
      loot.push(`${from}: ${JSON.stringify(what)}`);
    } catch {
      loot.push(`${from}: ?`);
    }
  };
  // Sniff every way in which two worlds could talk.
  for (const type of ['handrail', 'message'])
    window.addEventListener(type, (event) => note(`event ${type}`, (event as MessageEvent).data ?? 'seen'), true);
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (this: MessagePort, ...args: unknown[]) {
    note('port out', args[0]);
    Reflect.apply(postMessage, this, args);
  } as typeof postMessage;
  const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
  Object.defineProperty(MessageEvent.prototype, 'data', {
    get() {
      const value = data?.get?.call(this) as unknown;
      note('port in', value);
      return value;
    },
  });
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
    note('shadow', this.tagName);
    return attachShadow.call(this, { ...init, mode: 'open' });
  };
  // Forge: a second handshake, and decisions on a port of the page's own.
  const channel = new MessageChannel();
  channel.port1.onmessage = (event: MessageEvent) => note('forged line', event.data);
  window.dispatchEvent(new MessageEvent('handrail', { ports: [channel.port2] }));
  for (let id = 1; id < 50; id++) {
    postMessage.call(channel.port1, { say: 'settle', id });
    window.postMessage({ say: 'settle', id }, '*');
  }
}

beforeEach(async () => {
  const { hubspot } = await buildLab();
  const body = `(${hostile.toString()})();\n${await readFile(join(hubspot, 'app.js'), 'utf8')}`;
  await bench.browser.context.route('**/static/app.js', (route) => route.fulfill({ contentType: 'text/javascript', body }));
});
afterEach(() => bench.browser.context.unroute('**/static/app.js'));

describe('a hostile page', () => {
  it('cannot release a held save, nor learn anything of the hold', async () => {
    const page = await bench.tab();
    await dropdown.open(page, DEALS.alder);
    await dropdown.move(page, DEALS.alder, 'qualifiedtobuy');
    const layer = await layerOf(page);
    await layer.says('open before Discovery');
    await page.evaluate(() => {
      for (let id = 1; id < 50; id++) window.postMessage({ say: 'settle', id }, '*');
      // Synthetic input: clicks on everything that can be reached, Escape, and events at our host element.
      const host = document.querySelector('handrail-layer');
      for (const type of ['click', 'cancel', 'close', 'pointerdown', 'pointerup'])
        host?.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      host?.shadowRoot?.querySelectorAll('button').forEach((button) => button.click());
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      document.elementsFromPoint(innerWidth / 2, innerHeight / 2).forEach((element) => (element as HTMLElement).click());
    });
    await page.waitForTimeout(1500);
    expect(await layer.text()).toContain('open before Discovery');
    expect(stageWrites(bench.lab, dropdown)).toEqual([]);
    const found = await page.evaluate(() => ({
      // The page's own messages to itself are in there too, and the forged ones: they went to its window, not to us.
      loot: (window as unknown as { loot: string[] }).loot.filter(
        (line) => /say|Discovery|MEDDICC|shadow|forged/.test(line) && !line.includes('"settle"'),
      ),
      root: document.querySelector('handrail-layer')?.shadowRoot ?? null,
      words: document.documentElement.textContent.includes('open before Discovery'),
    }));
    expect(found).toEqual({ loot: [], root: null, words: false });
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
