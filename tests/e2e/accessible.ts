/** What a page of the extension owes everybody: no violation that axe can find, and no sideways scrolling. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Every WCAG 2.2 A and AA rule, each violation with its elements. */
export async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** By how many pixels a page is wider than its window, at each of these widths: the panel's narrowest, and half of that for 200 % zoom. */
export async function sideways(page: Page, widths: readonly number[] = [320, 180]): Promise<number[]> {
  const over: number[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 700 });
    over.push(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth));
  }
  return over;
}
