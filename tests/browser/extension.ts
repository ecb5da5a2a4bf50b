/** Boots a real Chromium with the production build, the lab behind the CRMs' own host names, and the real side panel as a page. */
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page, type Worker } from 'playwright-core';
import { findChromium } from './chromium';

const BUILD = resolve(import.meta.dirname, '../../.output/chrome-mv3');

export interface BootOptions {
  /** The lab's port on loopback. */
  port: number;
  /** The unpacked extension; null for none. */
  extension?: string | null;
  headless?: boolean;
  /** The id of an extension that a policy of the browser installs, in the place of an unpacked one. */
  installed?: string;
  /** More unpacked extensions to load beside it. */
  also?: string[];
  size?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  /** More host names, each with the port on loopback that answers for it. */
  hosts?: Record<string, number>;
  /** Certificates that are good here, by the hash of their key. Others are let through too, but kept out of the browser's cache. */
  certificates?: string[];
}

export interface Booted {
  context: BrowserContext;
  /** The extension's id, pinned by the manifest's key. */
  id: string;
  /** The service worker, woken if need be. */
  worker(): Promise<Worker>;
  /** Stops the service worker as the browser would. False when it was not running. */
  killWorker(): Promise<boolean>;
  /** Brings `page` to the front and opens the side panel by its tab's toolbar button, unless it is open; resolves with the panel as a page. */
  openPanel(page: Page): Promise<Page>;
  /** The browser's question whether Handrail may read from a host, which no test can click on, is answered with yes once it would be asked. */
  sayYesTo(origin: string): Promise<void>;
  /** An extension page in a tab: `options.html`. */
  extensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

const FLAGS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-quic',
  '--disable-gpu',
  '--remote-debugging-port=0',
  '--ignore-certificate-errors',
];

/** The first rule that fits counts, so these stand before the lab's. */
function mapped(hosts: Record<string, number> = {}): string {
  return Object.entries(hosts)
    .map(([host, port]) => `MAP ${host} 127.0.0.1:${port}, `)
    .join('');
}

/** What keeps a browser from installing and updating extensions by itself. The second list is Playwright's own. */
const NO_INSTALLS = ['--disable-background-networking', '--disable-component-update'];
const NO_INSTALLS_BY_DEFAULT = [...NO_INSTALLS, '--disable-extensions'];

/** Reloading an unpacked extension needs developer mode, which is a preference (facts/browser.md §1). */
async function newProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'handrail-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
  return profile;
}

async function debugPort(profile: string): Promise<string> {
  const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  if (!port) throw new Error('Chromium did not open a debugging port.');
  return port;
}

interface Target {
  targetId: string;
  type: string;
  url: string;
}

async function targets(session: CDPSession): Promise<Target[]> {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  return targetInfos;
}

export async function boot(options: BootOptions): Promise<Booted> {
  const { port, installed, headless = true, also = [], size = { width: 1280, height: 860 }, colorScheme = 'light' } = options;
  const extension = installed ? null : options.extension === undefined ? BUILD : options.extension;
  const profile = await newProfile();
  const folders = [...(extension ? [extension] : []), ...also].join(',');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless,
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreHTTPSErrors: true,
    viewport: headless ? size : null,
    colorScheme,
    ...(installed && { ignoreDefaultArgs: NO_INSTALLS_BY_DEFAULT }),
    args: [
      ...FLAGS.filter((flag) => !installed || !NO_INSTALLS.includes(flag)),
      `--window-size=${size.width},${size.height}`,
      ...(folders ? [`--disable-extensions-except=${folders}`, `--load-extension=${folders}`] : []),
      ...(options.certificates ? [`--ignore-certificate-errors-spki-list=${options.certificates.join()}`] : []),
      `--host-resolver-rules=${mapped(options.hosts)}MAP *.lightning.force.com 127.0.0.1:${port}, MAP *.hubspot.com 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    ],
  });
  const browser = context.browser();
  if (!browser) throw new Error('Chromium came without a browser session.');
  const session = await browser.newBrowserCDPSession();
  const attached: Browser[] = [];
  let open: Page | undefined;

  const worker = async (): Promise<Worker> => context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker', { timeout: 15_000 });
  const id = extension || installed ? new URL((await worker()).url()).host : '';

  return {
    context,
    id,
    worker,
    async killWorker() {
      const running = (await targets(session)).find((target) => target.type === 'service_worker' && target.url.includes(id));
      if (!running) return false;
      await session.send('Target.closeTarget', { targetId: running.targetId });
      return true;
    },
    async openPanel(page) {
      await page.bringToFront();
      // One panel serves the whole window; a second click on the toolbar button would close it.
      if (open && !open.isClosed()) return open;
      const tabOf = await context.newCDPSession(page);
      const { targetInfo } = await tabOf.send('Target.getTargetInfo');
      const all = await targets(session);
      const title = targetInfo.url;
      const tab = all.find((target) => target.type === 'tab' && target.url === title);
      if (!tab) throw new Error(`No tab target for ${title}.`);
      // `Extensions` is not in Playwright's protocol types.
      const raw = session as unknown as { send(method: string, params: object): Promise<unknown> };
      await raw.send('Extensions.triggerAction', { id, targetId: tab.targetId });
      const deadline = Date.now() + 10_000;
      while (!(await targets(session)).some((target) => target.url.includes(`${id}/sidepanel.html`))) {
        if (Date.now() > deadline) throw new Error('The side panel did not open.');
        await new Promise((done) => setTimeout(done, 50));
      }
      // A client sees the panel only when it connects after the panel is open (facts/browser.md §1).
      const second = await chromium.connectOverCDP(`http://127.0.0.1:${await debugPort(profile)}`);
      attached.push(second);
      const panel = second
        .contexts()
        .flatMap((each) => each.pages())
        .find((each) => each.url().includes(`${id}/sidepanel.html`));
      if (!panel) throw new Error('The side panel is no page of the second client.');
      await tabOf.detach();
      open = panel;
      return panel;
    },
    async sayYesTo(origin) {
      const page = await context.newPage();
      await page.goto('chrome://extensions/');
      await page.evaluate(
        async (args) => {
          // What the browser's own page of extensions is given is not in the types for extensions.
          const own = chrome as unknown as { developerPrivate: { addHostPermission(id: string, host: string): Promise<void> } };
          await own.developerPrivate.addHostPermission(args.id, args.origin);
        },
        { id, origin },
      );
      await page.close();
    },
    async extensionPage(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/${path}`);
      return page;
    },
    async close() {
      for (const each of attached) await each.close();
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
