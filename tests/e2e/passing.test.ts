/** A day of requests that are no moves, with the extension and without: to the server and to the page they are the same, and nobody hears of them. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubspotWire } from '../../lib/crm/hubspot/wire';
import { installProbe } from '../bench/page/probe';
import { boot } from '../browser/extension';
import { startHost, type Host } from '../compliance/harness/host';
import type { Received } from '../compliance/harness/behaviour';
import { dayOf, isReadLate } from './passing/day';

const SEED = 4;
const COUNT = 10_000;
const ABREAST = 20;
const PAGE = 'https://app.hubspot.com/contacts/4242/record/0-3/7';

interface Day {
  received: Received[];
  /** The addresses in the order in which they came to the browser's own functions. */
  called: string[];
  seen: string[];
  /** What left the MAIN world: the `say` of each message. */
  said: string[];
}

let host: Host;
let without: Day;
let through: Day;

declare global {
  interface Window {
    called: string[];
  }
}

/** Puts itself before the browser's own functions, and so behind the gate. Runs in the page, before any other script. */
function spyOnNatives(): void {
  window.called = [];
  const { open, send } = XMLHttpRequest.prototype;
  const { fetch } = window;
  const urls = new WeakMap<XMLHttpRequest, string>();
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
    urls.set(this, String(args[1]));
    Reflect.apply(open, this, args);
  };
  XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, ...args: unknown[]) {
    window.called.push(urls.get(this) ?? '');
    Reflect.apply(send, this, args);
  };
  window.fetch = (input, init) => {
    window.called.push(input instanceof Request ? input.url : String(input));
    return fetch(input, init);
  };
}

async function spend(extension: boolean): Promise<Day> {
  const browser = await boot({ port: host.port, ...(extension ? {} : { extension: null }) });
  try {
    if (extension) {
      const desk = await browser.extensionPage('options.html');
      await desk.getByText('B2B sales cycle').first().waitFor();
      await desk.close();
    }
    await browser.context.addInitScript('globalThis.__name = (named) => named');
    await browser.context.addInitScript(installProbe, false);
    await browser.context.addInitScript(spyOnNatives);
    const page = await browser.context.newPage();
    await page.goto(PAGE);
    host.received.length = 0;
    const before = await page.evaluate(() => window.bench.said.length);
    const seen = await page.evaluate(([seed, count, abreast]) => window.sendDay(seed, count, abreast), [SEED, COUNT, ABREAST] as const);
    const said = await page.evaluate((from) => window.bench.said.slice(from), before);
    const called = await page.evaluate(() => window.called);
    const wrapped = await page.evaluate(() => !XMLHttpRequest.prototype.send.toString().includes('called'));
    expect(wrapped).toBe(extension);
    return { received: [...host.received], called, seen, said };
  } finally {
    await browser.close();
  }
}

/** The browser makes up a new boundary for each form. */
const even = (text: string) => text.replace(/----WebKitFormBoundary\w+/g, 'boundary');
const lineOf = ({ method, url, headers, body }: Received) => even([method, url, JSON.stringify(headers), body].join('\n'));

const numberOf = (url: string) => Number(new URL(url, PAGE).searchParams.get('n'));

/** Ten thousand long texts are compared one by one: the first that differs is told. */
function firstDifference(one: readonly string[] = [], other: readonly string[] = []): [string | undefined, string | undefined] | null {
  const at = one.findIndex((text, index) => text !== other[index]);
  if (at < 0) return one.length === other.length ? null : [`${one.length}`, `${other.length}`];
  return [one[at], other[at]];
}

beforeAll(async () => {
  host = await startHost(join(import.meta.dirname, 'passing/page.ts'));
  without = await spend(false);
  through = await spend(true);
}, 240_000);
afterAll(() => host.close());

describe(`a day of ${COUNT} requests, none of them a move`, () => {
  it('names stages often, and still moves nothing', () => {
    const day = dayOf(SEED, COUNT);
    const watch = { stageFields: hubspotWire.stageFields, fields: [] };
    const naming = day.filter(({ text }) => watch.stageFields.some((field) => text?.includes(field)));
    expect(naming.length).toBeGreaterThan(COUNT / 4);
    const moving = naming.filter(
      ({ method, url, text }) => hubspotWire.movesIn({ method, url: new URL(url, PAGE).href, body: text ?? '' }, watch).length > 0,
    );
    expect(moving).toEqual([]);
  });

  it('reaches the server to the last byte and header as without the extension', () => {
    const [one, other] = [through, without].map(({ received }) =>
      [...received].sort((a, b) => numberOf(a.url) - numberOf(b.url)).map(lineOf),
    );
    expect(other).toHaveLength(COUNT);
    expect(firstDifference(one, other)).toBeNull();
  });

  it('comes to the browser’s own functions in the order of the page, but for what has to be read first', () => {
    const late = dayOf(SEED, COUNT).map(isReadLate);
    expect(late.filter(Boolean).length).toBeLessThan(COUNT / 5);
    const inOrder = late.flatMap((is, number) => (is ? [] : [String(number)]));
    const numbers = through.called.map(numberOf);
    expect(numbers).toHaveLength(COUNT);
    expect(firstDifference(numbers.filter((number) => !late[number]).map(String), inOrder)).toBeNull();
  });

  it('shows the page the same events, states and answers', () => {
    expect(firstDifference(through.seen, without.seen)).toBeNull();
  });

  it('has nothing posted out of the page’s world but what the watcher asks for', () => {
    expect(through.said.filter((word) => word !== 'seen')).toEqual([]);
  });
});
