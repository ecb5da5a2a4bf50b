/** The practice Salesforce: a Lightning-like org over in-memory records, for the tour and the browser tests. */
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LabRequest, LabResponse, LabSite } from '../site';
import { answerAura } from './server/aura';
import { assetAt } from './server/assets';
import { answerRest } from './server/rest';
import { CONTENT_SECURITY_POLICY, shellHtml, siteHtml } from './server/shell';
import type { PathSave } from './server/shell';
import { coerce, Store } from './server/store';

export interface SalesforceLab extends LabSite {
  /** Puts `while(1);` before each answer of `/aura`, as some live orgs do. */
  prefix: boolean;
  /** Milliseconds before each answer of `/aura`. */
  delay: number;
  /** How Path saves, for pages loaded from now on. */
  pathSave: PathSave;
  /** The ids of an object's records with that name, the oldest first. */
  named(object: string, name: string): string[];
}

/**
 * `assetsDir` is the folder that buildSalesforce filled. `?lab=` in a page's address says in words with commas between them what is different in it:
 * `native` runs without synthetic shadow, `lwc-path` has the newer Path, `dynamic-forms` shows the fields one by one on the page, `console` is
 * the app with tabs.
 */
export function createSalesforce(assetsDir: string): SalesforceLab {
  const assets = resolve(assetsDir);
  const store = new Store();

  async function handle(this: void, request: LabRequest): Promise<LabResponse> {
    const { pathname, searchParams } = request.url;
    if (pathname === '/aura') {
      if (site.delay > 0) await sleep(site.delay);
      return answerAura(request, store, site.prefix);
    }
    const rest = answerRest(request, store);
    if (rest) return rest;
    if (pathname === '/') return { status: 302, headers: { location: '/lightning/page/home' }, body: '' };
    if (pathname.startsWith('/partners/')) return page(siteHtml());
    if (pathname.startsWith('/lightning/')) {
      const options = (searchParams.get('lab') ?? '').split(',').filter((word) => /^[a-z-]+$/.test(word));
      return page(shellHtml(options, site.pathSave));
    }
    return (await assetAt(assets, pathname)) ?? { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' };
  }

  const site: SalesforceLab = {
    hosts: ['acme.lightning.force.com'],
    prefix: false,
    delay: 0,
    pathSave: 'updateRecord',
    handle,
    reset() {
      store.reset();
      site.prefix = false;
      site.delay = 0;
      site.pathSave = 'updateRecord';
    },
    valueOf: (object, id, field) => {
      const record = store.find(id);
      return record?.object.apiName === object ? record.fields[field] : undefined;
    },
    named: (object, name) =>
      store
        .list(object)
        .filter((record) => record.fields[record.object.nameField ?? 'Name'] === name)
        .map(({ id }) => id),
    setValue(object, id, field, value) {
      const record = store.find(id);
      const info = record?.object.fields[field];
      if (record?.object.apiName !== object || !info) throw new Error(`No ${object} ${id} with a field ${field} in the practice org`);
      record.fields[field] = coerce(info, value);
    },
  };
  return site;
}

function page(body: string): LabResponse {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
  };
  return { status: 200, headers, body };
}
