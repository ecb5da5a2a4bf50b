/** One browser with Handrail on the lab, for a test file: boot, reset between tests, and a look into the local database. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { boot, type Booted, type BootOptions } from '../browser/extension';
import { startLab, type Lab } from '../lab/server';

export interface Bench {
  lab: Lab;
  browser: Booted;
  /** A fresh tab; closed after the test. */
  tab(): Promise<Page>;
  /** Resolves once the browser has told the policy, seconds after a cold start: until then nothing is read from the CRM. */
  policyTold(): Promise<void>;
  /** The rows of a table of the database `handrail`. */
  rows(table: string): Promise<Record<string, unknown>[]>;
}

/** Far more than anything takes: two browsers share a small machine. */
const SETTLE_MS = 15_000;

/** Reads a table the way any of the extension's own pages could; the page stays open for the next look. */
async function readTable(page: Page, table: string): Promise<Record<string, unknown>[]> {
  return page.evaluate(
    (name) =>
      new Promise<Record<string, unknown>[]>((resolve) => {
        const opening = indexedDB.open('handrail');
        // Not there yet: it is for the extension to make, not for whoever only looks.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => resolve([]);
        opening.onsuccess = () => {
          const request = opening.result.transaction(name).objectStore(name).getAll();
          request.onsuccess = () => {
            opening.result.close();
            resolve(request.result as Record<string, unknown>[]);
          };
        };
      }),
    table,
  );
}

/** Call at the top of a test file; the fields are there from the first test on. */
export function useBench(options: Partial<BootOptions> = {}): Bench {
  const bench = {} as Bench;
  let desk: Page | undefined;
  const tabs: Page[] = [];

  beforeAll(async () => {
    bench.lab = await startLab();
    bench.browser = await boot({ port: bench.lab.port, ...options });
    bench.tab = async () => {
      const page = await bench.browser.context.newPage();
      tabs.push(page);
      return page;
    };
    bench.policyTold = () =>
      until(
        async () => {
          const worker = await bench.browser.worker();
          return worker.evaluate(async () => 'policy' in (await chrome.storage.local.get('policy')));
        },
        'The policy was not told.',
        30_000,
      );
    bench.rows = async (table) => {
      // An update of the extension closes its pages.
      if (!desk || desk.isClosed()) desk = await bench.browser.extensionPage('options.html');
      return readTable(desk, table);
    };
    await until(async () => (await bench.rows('packs')).length > 0, 'The starter pack is not there.');
  });
  afterEach(async () => {
    for (const page of tabs.splice(0)) await page.close();
    bench.lab.salesforce.reset();
    bench.lab.hubspot.reset();
    bench.lab.log.length = 0;
  });
  afterAll(async () => {
    await bench.browser.close();
    await bench.lab.close();
  });
  return bench;
}

/** Waits until `holds`; fails with `what` after some seconds. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, timeout = SETTLE_MS): Promise<void> {
  const deadline = Date.now() + timeout;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(what);
    await new Promise((done) => setTimeout(done, 25));
  }
}
