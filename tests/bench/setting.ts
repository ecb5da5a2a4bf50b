/** What all measurements share: the lab, a copy of the build that nobody rebuilds meanwhile, and a folder for this run. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { boot, type Booted, type BootOptions } from '../browser/extension';
import { startLab, type Lab } from '../lab/server';

const BUILD = resolve(import.meta.dirname, '../../.output/chrome-mv3');

export interface Setting {
  lab: Lab;
  /** The unpacked extension under measurement. */
  build: string;
  /** Deleted after the run. */
  folder: string;
  /** Runs `work` in a browser of its own and closes it, whatever happens. */
  inBrowser<Result>(options: Partial<BootOptions>, work: (browser: Booted) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export async function prepare(): Promise<Setting> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-bench-'));
  const build = join(folder, 'handrail');
  await cp(BUILD, build, { recursive: true });
  const lab = await startLab();
  return {
    lab,
    build,
    folder,
    async inBrowser(options, work) {
      const browser = await boot({ port: lab.port, extension: build, ...options });
      try {
        // The compiler that runs this file names functions by a helper, which code sent into a page then lacks.
        await browser.context.addInitScript('globalThis.__name = (named) => named');
        if (browser.id) await ready(browser, await browser.extensionPage('options.html'));
        return await work(browser);
      } finally {
        await browser.close();
      }
    },
    async close() {
      await lab.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until the starter pack is in use and the page that welcomes a new user is away, `desk` among them: it would keep the tab behind it from painting. */
export async function ready({ context }: Booted, desk: Page): Promise<void> {
  await desk.getByText('B2B sales cycle').first().waitFor();
  await closeOthers(context.pages());
}

/** Closes every page but the first, which keeps the browser open. */
export async function closeOthers(pages: readonly Page[]): Promise<void> {
  for (const page of pages.slice(1)) await page.close();
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
