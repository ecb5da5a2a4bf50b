/** The worker's reach to tabs: asking every CRM tab, and the badge. */
import { browser } from 'wxt/browser';
import { allHosts } from '../crm';

/** Tabs that are still loading, discarded or older than the extension do not answer, and need not. */
export async function everyCrmTab(ask: (tabId: number) => Promise<unknown>): Promise<void> {
  const tabs = await browser.tabs.query({ url: allHosts });
  await Promise.allSettled(tabs.flatMap((tab) => (tab.id === undefined ? [] : [ask(tab.id)])));
}

/** @param open required steps that are still open; nothing is shown for null and 0. */
export async function showBadge(tabId: number, open: number | null): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: open ? String(open) : '' });
}
