/** The practice HubSpot: one portal with its pages and its API, over records in memory. */

import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LabRequest, LabResponse, LabSite } from '../site';
import { textOf } from './json';
import { USUAL_OPTIONS } from './options';
import type { PageOptions } from './options';
import { PORTAL_ID } from './records';
import { notFound } from './server/answers';
import { handleApi } from './server/api';
import { appDocument, loginDocument } from './server/documents';
import { createStore, currentValue } from './server/store';

export interface HubspotSite extends LabSite {
  /** How pages that are opened from now on behave. `reset` puts it back. */
  wire: PageOptions;
  /** The id of the record with that value, or undefined. */
  idWith(object: string, field: string, value: string): string | undefined;
  /** Adds quiet deals until there are `count`. `reset` takes them away. */
  fill(count: number): void;
  /** Milliseconds before each API answer. `reset` puts it back to 0. */
  delay: number;
  /**
   * Awaited before an API request is handled, so a test can hold or delay it; an answer it gives is sent in place of the site's own.
   * `reset` takes it away.
   */
  hold: ((request: LabRequest) => Promise<LabResponse | void> | LabResponse | void) | null;
}

const BOARD = `/contacts/${PORTAL_ID}/objects/0-3/views/all/board`;
/** The old short addresses (facts/hubspot.md §2). */
const SHORTCUTS: Readonly<Record<string, string>> = {
  '/': BOARD,
  [`/contacts/${PORTAL_ID}/deals`]: BOARD,
  [`/contacts/${PORTAL_ID}/companies`]: `/contacts/${PORTAL_ID}/objects/0-2/views/all/list`,
  [`/contacts/${PORTAL_ID}/tickets`]: `/contacts/${PORTAL_ID}/objects/0-5/views/all/board`,
  [`/contacts/${PORTAL_ID}/leads`]: `/contacts/${PORTAL_ID}/objects/0-136/views/all/list`,
  [`/contacts/${PORTAL_ID}/contacts`]: `/contacts/${PORTAL_ID}/objects/0-1/views/all/list`,
};
const ASSETS: Readonly<Record<string, string>> = {
  '/static/app.js': 'text/javascript;charset=utf-8',
  '/static/app.css': 'text/css;charset=utf-8',
};

/**
 * A practice HubSpot with its starting records. `assetsDir` is where `buildHubspot` wrote the page's script and style;
 * `now` gives milliseconds since 1970.
 */
export function createHubspot(assetsDir: string, now: () => number = Date.now): HubspotSite {
  const store = createStore(now);
  // One token for all tabs: a request that was held while another tab loaded must still match the cookie.
  const csrf = randomUUID();

  async function asset(path: string, type: string): Promise<LabResponse> {
    try {
      return {
        status: 200,
        headers: { 'content-type': type, 'cache-control': 'no-cache' },
        body: await readFile(join(assetsDir, path.slice(8))),
      };
    } catch {
      return notFound('This file');
    }
  }

  function page(path: string): LabResponse {
    const location = SHORTCUTS[path];
    if (location) return { status: 302, headers: { location }, body: '' };
    if (path === '/login') return loginDocument(randomUUID());
    if (path.startsWith(`/contacts/${PORTAL_ID}/`) || path.startsWith(`/object-builder/${PORTAL_ID}/`))
      return appDocument(site.wire, { csrf, nonce: randomUUID() });
    return notFound('This page');
  }

  async function handle(request: LabRequest): Promise<LabResponse> {
    const path = request.url.pathname;
    if (path.startsWith('/api/')) {
      if (site.delay > 0) await sleep(site.delay);
      return (await site.hold?.(request)) ?? handleApi(store, request);
    }
    if (request.method !== 'GET') return notFound('This path');
    const type = ASSETS[path];
    return type ? asset(path, type) : page(path);
  }

  const site: HubspotSite = {
    hosts: ['app.hubspot.com', 'app-eu1.hubspot.com'],
    wire: { ...USUAL_OPTIONS },
    delay: 0,
    hold: null,
    fill: store.fill,
    idWith: (object, field, value) => store.list(object).find((record) => currentValue(record, field) === value)?.objectId,
    handle,
    reset() {
      store.reset();
      site.wire = { ...USUAL_OPTIONS };
      site.delay = 0;
      site.hold = null;
    },
    valueOf(object, id, field) {
      const record = store.find(object, id);
      return record && currentValue(record, field);
    },
    setValue(object, id, field, value) {
      const record = store.find(object, id);
      if (record) store.write(record, [{ name: field, value: textOf(value) }], 'INTEGRATION');
    },
  };
  return site;
}
