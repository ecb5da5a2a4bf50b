/** The worker's reach to tabs: asking every CRM tab, and the toolbar button. */
import { browser } from 'wxt/browser';
import { allHosts } from '../crm';
import type { OpenWork } from './view';

/** Tabs that are still loading, discarded or older than the extension do not answer, and need not. */
export async function everyCrmTab(ask: (tabId: number) => Promise<unknown>): Promise<void> {
  const tabs = await browser.tabs.query({ url: allHosts });
  await Promise.allSettled(tabs.flatMap((tab) => (tab.id === undefined ? [] : [ask(tab.id)])));
}

/** The number on the toolbar button, and in its tooltip what it counts. Nothing is shown where nothing is open. */
export async function showBadge(tabId: number, open: OpenWork | null): Promise<void> {
  const { steps, debts, catchUps } = open ?? { steps: 0, debts: 0, catchUps: 0 };
  const counts = [
    inWords(steps, 'required step open', 'required steps open'),
    inWords(debts, 'override to make good', 'overrides to make good'),
    inWords(catchUps, 'move made elsewhere to catch up on', 'moves made elsewhere to catch up on'),
  ].filter((count) => count !== null);
  const total = steps + debts + catchUps;
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: total > 0 ? String(total) : '' }),
    browser.action.setTitle({ tabId, title: ['Open Handrail', ...(counts.length > 0 ? [counts.join(', ')] : [])].join(': ') }),
  ]);
}

const inWords = (count: number, one: string, many: string): string | null => (count > 0 ? `${count} ${count === 1 ? one : many}` : null);
