/** One running browser with every variant in it, of which one at a time is switched on. */
import type { Page } from 'playwright-core';
import type { Booted } from '../../browser/extension';
import { switchExtension, variantsFor, type Variant } from '../make/extensions';
import { interleave } from '../row';
import { closeOthers, pause, ready, type Setting } from '../setting';

/** Longer than an extension takes to start and to greet its user with a page. Milliseconds. */
const GREETING_MS = 700;

/** `id` is '' where there is no extension. */
type Visit = (name: Variant['name'], page: Page, id: string) => Promise<void>;

/** The id of each unpacked extension by its path. */
async function idsIn({ context }: Booted): Promise<Map<string, string>> {
  const session = await context.browser()?.newBrowserCDPSession();
  // `Extensions` is not in Playwright's protocol types.
  const raw = session as unknown as { send(method: string): Promise<{ extensions: { id: string; path: string }[] }> };
  const { extensions } = await raw.send('Extensions.getExtensions');
  await session?.detach();
  return new Map(extensions.map(({ id, path }) => [path, id]));
}

async function openIn({ context }: Booted, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** Visits a fresh page with each variant but those in `without`, `rounds` times, in the opposite order each time. */
export async function eachVariant(setting: Setting, without: readonly Variant['name'][], rounds: number, visit: Visit): Promise<void> {
  const variants = (await variantsFor(setting)).filter(({ name }) => !without.includes(name));
  const paths = variants.flatMap(({ path }) => path ?? []);
  const switchPath = await switchExtension(setting);
  await setting.inBrowser({ extension: null, also: [switchPath, ...paths] }, async (browser) => {
    await pause(GREETING_MS);
    const ids = await idsIn(browser);
    const worker = browser.context.serviceWorkers().find((each) => each.url().includes(ids.get(switchPath) ?? 'none'));
    if (!worker || paths.some((path) => !ids.has(path))) throw new Error('An extension did not load.');
    const turn = (id: string, on: boolean) => worker.evaluate((which) => chrome.management.setEnabled(which.id, which.on), { id, on });
    for (const path of paths) await turn(ids.get(path) ?? '', false);
    for (const { name, path } of variants) {
      if (name !== 'ours' || path === null) continue;
      const id = ids.get(path) ?? '';
      await turn(id, true);
      await pause(GREETING_MS);
      // Without its pack it would look for nothing, again and again: no measure of what it costs.
      await ready(browser, await openIn(browser, `chrome-extension://${id}/options.html`));
      await turn(id, false);
    }
    await interleave(variants, rounds, async ({ name, path }) => {
      const id = path === null ? '' : (ids.get(path) ?? '');
      if (id) await turn(id, true);
      await pause(GREETING_MS);
      await closeOthers(browser.context.pages());
      const page = await browser.context.newPage();
      await page.bringToFront();
      await visit(name, page, id);
      await page.close();
      if (id) await turn(id, false);
    });
  });
}
