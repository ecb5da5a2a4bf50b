/** Loads one variant after the other into one running browser, each with a fresh page. */
import type { Booted } from '../../browser/extension';
import type { Page } from 'playwright-core';
import type { Variant } from '../make/extensions';
import { closeOthers, pause } from '../setting';

/** Longer than an extension takes to greet its user with a page. Milliseconds. */
const GREETING_MS = 700;

/** `id` is '' where there is no extension. */
export async function withVariant<Result>(
  { context }: Booted,
  { path }: Variant,
  work: (page: Page, id: string) => Promise<Result>,
): Promise<Result> {
  const browser = context.browser();
  if (!browser) throw new Error('Chromium came without a browser session.');
  const session = await browser.newBrowserCDPSession();
  // `Extensions` is not in Playwright's protocol types.
  const raw = session as unknown as { send(method: string, params: object): Promise<{ id?: string }> };
  const id = path === null ? '' : ((await raw.send('Extensions.loadUnpacked', { path })).id ?? '');
  try {
    await pause(GREETING_MS);
    await closeOthers(context.pages());
    const page = await context.newPage();
    await page.bringToFront();
    const result = await work(page, id);
    await page.close();
    return result;
  } finally {
    if (id !== '') await raw.send('Extensions.uninstall', { id });
    await session.detach();
  }
}
