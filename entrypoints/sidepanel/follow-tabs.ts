/** Keeps the store at the tab that is in view in the panel's own window: asks its watcher, and hears it when it speaks up. */
import { browser } from '#imports';
import type { PanelStore } from '../../components/panel/store';
import { crmOf } from '../../lib/crm';
import { tabState } from '../../lib/messages/parse';
import type { ToWorker } from '../../lib/messages/protocol';
import { askTab, listen } from '../../lib/messages/send';

/** Runs for as long as the panel's page does. */
export function followTabs(store: PanelStore): void {
  const { follow } = store.getState();
  const following = () => store.getState().following;

  async function ask(): Promise<void> {
    const { tabId, asked } = following();
    if (tabId === null) return;
    try {
      const state = tabState.parse(await askTab(tabId, 'tell-state', null));
      follow({ type: 'answered', asked, state });
    } catch {
      const tab = await browser.tabs.get(tabId).catch(() => null);
      follow({ type: 'unanswered', asked, crm: isCrm(tab?.url), loading: tab?.status === 'loading' });
    }
  }

  function look(tabId: number | null): void {
    follow({ type: 'looked', tabId });
    void ask();
  }

  function askAgain(tabId: number): void {
    follow({ type: 'asked-again', tabId });
    void ask();
  }

  listen<ToWorker>({
    'tab-state': (data, { tab, frameId }) => {
      const state = tabState.safeParse(data);
      if (tab?.id !== undefined && frameId === 0 && state.success) follow({ type: 'spoke', tabId: tab.id, state: state.data });
    },
  });

  void browser.windows.getCurrent().then(async ({ id: ownWindow }) => {
    const lookAtActive = async (): Promise<void> => {
      const [tab] = await browser.tabs.query({ active: true, windowId: ownWindow });
      look(tab?.id ?? null);
    };
    browser.tabs.onActivated.addListener(({ tabId, windowId }) => {
      if (windowId === ownWindow) look(tabId);
    });
    browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
      if (tabId === following().tabId && (status !== undefined || url !== undefined)) askAgain(tabId);
    });
    browser.tabs.onReplaced.addListener((added, removed) => {
      if (removed === following().tabId) look(added);
    });
    browser.windows.onFocusChanged.addListener((windowId) => {
      if (windowId === ownWindow) void lookAtActive();
    });
    await lookAtActive();
  });
}

function isCrm(url: string | undefined): boolean {
  return url !== undefined && URL.canParse(url) && crmOf(new URL(url).hostname) !== null;
}
