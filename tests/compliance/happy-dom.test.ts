/** Each behaviour over happy-dom's transports, with and without the gate: quick, and without a build. `chromium.test.ts` is the judge. */
import { afterEach, describe, expect, it } from 'vitest';
import { hubspotWire } from '../../lib/crm/hubspot/wire';
import { salesforceWire } from '../../lib/crm/salesforce/wire';
import type { FromGate, Line, ToGate } from '../../lib/gate/channel';
import { wrapFetch } from '../../lib/gate/fetch';
import { createGate } from '../../lib/gate/gate';
import { wrapXhr } from '../../lib/gate/xhr';
import { behaviours } from './harness/all';
import { NATIVE, type Behaviour, type Outcome, type Received } from './harness/behaviour';
import { answerTo } from './harness/server';
import { play, type Place } from './harness/scene';

const PAGES = { hubspot: 'https://app.hubspot.com/contacts/4242/', salesforce: 'https://acme.lightning.force.com/lightning/page/home' };
const WIRES = { hubspot: hubspotWire, salesforce: salesforceWire };

const { happyDOM } = window as unknown as { happyDOM: HappyDom };
interface HappyDom {
  setURL(url: string): void;
  settings: { fetch: { interceptor: object | null } };
}

/** A line that is as late as the real one, and carries what the real one carries. */
function lineBetween(): { gate: Line<FromGate, ToGate>; watcher: Line<ToGate, FromGate> } {
  let toGate: (message: ToGate) => void = () => undefined;
  let toWatcher: (message: FromGate) => void = () => undefined;
  return {
    gate: {
      post: (message) => {
        const copy = structuredClone(message);
        setTimeout(() => toWatcher(copy));
      },
      hear: (handler) => (toGate = handler),
    },
    watcher: {
      post: (message) => {
        const copy = structuredClone(message);
        setTimeout(() => toGate(copy));
      },
      hear: (handler) => (toWatcher = handler),
    },
  };
}

/** Fresh transports of a page, so that nothing is wrapped twice. */
function pageOf(): Place['page'] {
  class Xhr extends window.XMLHttpRequest {}
  const { Request, AbortController, AbortSignal, location, document } = window;
  return {
    XMLHttpRequest: Xhr,
    Request,
    AbortController,
    AbortSignal,
    location,
    document,
    fetch: window.fetch.bind(window),
    addEventListener: window.addEventListener.bind(window),
    setTimeout: globalThis.setTimeout,
  } as unknown as Place['page'];
}

async function outcomeOf(behaviour: Behaviour, gated: boolean): Promise<Outcome> {
  const { crm = 'hubspot' } = behaviour;
  const log: Received[] = [];
  happyDOM.setURL(PAGES[crm]);
  const note = (request: Request, body: string) => {
    const { pathname, search } = new URL(request.url);
    const received = { method: request.method, url: pathname + search, headers: Object.fromEntries(request.headers), body };
    log.push(received);
    return answerTo(received);
  };
  happyDOM.settings.fetch.interceptor = {
    async beforeAsyncRequest({ request }: { request: Request }) {
      const { delay, body, ...init } = note(request, await request.text());
      await new Promise((done) => setTimeout(done, delay));
      return new window.Response(body, init);
    },
    beforeSyncRequest({ request }: { request: Request }) {
      const { body, headers, ...rest } = note(request, '');
      return { ...rest, ok: true, redirected: false, url: request.url, headers: new window.Headers(headers), body: Buffer.from(body) };
    },
  };
  const page = pageOf();
  const { gate: gateEnd, watcher } = lineBetween();
  if (gated) {
    const gate = createGate(page, WIRES[crm], gateEnd, setTimeout);
    wrapXhr(page, gate);
    wrapFetch(page, gate);
  }
  return play(behaviour, { page, line: gated ? watcher : null, received: async () => [...log] });
}

afterEach(() => {
  happyDOM.settings.fetch.interceptor = null;
});

describe('in happy-dom', () => {
  it.each(behaviours.filter(({ chromiumOnly }) => !chromiumOnly))('$name', async (behaviour) => {
    const through = await outcomeOf(behaviour, true);
    const { sees, holds, leaves } = behaviour;
    const native = sees === NATIVE ? await outcomeOf(behaviour, false) : null;
    expect(through.observed).toEqual(native ? native.observed : sees);
    expect(through.holds).toBe(holds);
    if (leaves === undefined) expect(through.received).toEqual(native?.received);
    else expect(through.received).toHaveLength(leaves);
  });
});
