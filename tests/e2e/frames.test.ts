/** A save is held from whichever frame it is sent, and one that is sent while the page is left is not lost. The real extension, in a real page. */
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { layerOf } from '../browser/layer';
import { DEALS } from '../lab/hubspot/records';
import { until, useBench } from './bench';
import { surface } from './surfaces';

const bench = useBench();
const dropdown = surface('HubSpot stage dropdown');

const MOVE = JSON.stringify([{ name: 'dealstage', value: 'qualifiedtobuy' }]);
const urlOf = (deal: string) => `https://app.hubspot.com/api/inbounddb-objects/v1/crm-objects/0-3/${deal}?portalId=4242`;
const left = () => bench.lab.log.filter(({ method, body }) => method === 'PUT' && body === MOVE);

/** Sends a save from a frame that the page makes and uses in the same moment. Runs in the page. */
function sendFromFrame({ kind, by, url, body }: { kind: string; by: string; url: string; body: string }): void {
  const frame = document.createElement('iframe');
  if (kind === 'srcdoc') frame.srcdoc = '<p>a frame</p>';
  document.body.append(frame);
  const send = (): void => {
    const inner = frame.contentWindow as (Window & typeof globalThis) | null;
    if (!inner) return;
    if (by === 'fetch') {
      void inner.fetch(url, { method: 'PUT', body });
      return;
    }
    const xhr = new inner.XMLHttpRequest();
    xhr.open('PUT', url);
    xhr.send(body);
  };
  if (kind === 'srcdoc') frame.onload = send;
  else send();
}

async function opened(): Promise<Page> {
  const page = await bench.tab();
  await dropdown.open(page, DEALS.alder);
  const stage = async () => (await bench.rows('seen')).find(({ record }) => String(record).endsWith(DEALS.alder))?.['stage'];
  // The look into the database may have opened a tab of its own: a page in the background is not read.
  await stage();
  await page.bringToFront();
  // A frame has read nothing itself: the worker has to know by then where the deal stands. By its value or its label: whichever came first.
  await until(async () => (await stage()) !== undefined, 'The deal was not seen.');
  return page;
}

describe('a save from a frame of the page', () => {
  it.each([
    // The last one alone goes on: a save that does is expected to be seen, and so is its record's stage.
    ['about:blank', 'fetch', 'back'],
    ['about:blank', 'XMLHttpRequest', 'back'],
    ['srcdoc', 'fetch', 'back'],
    ['srcdoc', 'XMLHttpRequest', 'on'],
  ])('is held, and asked about in the page: %s, %s, and then %s', async (kind, by, way) => {
    const page = await opened();
    await page.evaluate(sendFromFrame, { kind, by, url: urlOf(DEALS.alder), body: MOVE });
    const layer = await layerOf(page);
    await layer.says('open before Discovery');
    expect(left()).toEqual([]);
    if (way === 'on') {
      await layer.goOn('My manager agreed to it', 'Agreed on Friday.');
      await until(() => left().length === 1, 'The save of the frame did not leave.');
    } else {
      await page.keyboard.press('Escape');
      await layer.gone();
      await page.waitForTimeout(300);
      expect(left()).toEqual([]);
    }
  });
});

describe('a save that is sent while the page is left', () => {
  it('leaves at once: nobody could be asked any more', async () => {
    const page = await opened();
    await page.evaluate(
      ({ url, body }) => {
        addEventListener('pagehide', () => void fetch(url, { method: 'PUT', body, keepalive: true }));
      },
      { url: urlOf(DEALS.alder), body: MOVE },
    );
    await page.goto('about:blank');
    await until(() => left().length === 1, 'The save was lost with the page.');
  });
});
