/** The service worker: listens, asks lib/, answers. Holds no state: it may be stopped at any moment. */
import { browser, defineBackground } from '#imports';
import { lookOf } from '../components/overlay/look';
import type { ToWorker } from '../lib/messages/protocol';
import * as parse from '../lib/messages/parse';
import { askTab, listen } from '../lib/messages/send';
import { watchOf } from '../lib/pack/load';
import { policy } from '../lib/policy';
import { db } from '../lib/progress/db';
import { settings } from '../lib/settings';
import type { Moment } from '../lib/worker/case';
import { decideHeld } from '../lib/worker/decide';
import { judgeHeld, noteMissed } from '../lib/worker/held';
import { installStarter } from '../lib/worker/install';
import { activeIndex } from '../lib/worker/pack';
import { everyCrmTab, showBadge } from '../lib/worker/tabs';
import { noteView } from '../lib/worker/view';
import { tellWrongHere } from '../lib/worker/wrong-here';

async function moment(): Promise<Moment> {
  const { roles, name } = await settings.get();
  return { now: Date.now(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, roles, name };
}

const id = () => crypto.randomUUID();

const stamp = () => ({ now: Date.now(), id });

/** Once the answer is out. That it fails keeps nobody waiting: a save that nothing explains is asked about later. */
function later(write: () => Promise<void>): void {
  setTimeout(() => void write().catch(() => undefined));
}

async function refreshTabs(): Promise<void> {
  await everyCrmTab((tabId) => askTab(tabId, 'refresh-watch', null));
}

/** Shows a rep who installed Handrail how to open it. Where an admin installed it, nobody asked for a new tab. */
async function welcome(): Promise<void> {
  const { installType } = await browser.management.getSelf();
  if (installType !== 'admin') await browser.tabs.create({ url: browser.runtime.getURL('/options.html?welcome' as '/options.html') });
}

export default defineBackground(() => {
  void browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });

  // At every start, since a policy may change while the worker sleeps.
  policy.follow(refreshTabs);

  browser.runtime.onInstalled.addListener(({ reason }) => {
    void installStarter(db, stamp()).then(refreshTabs);
    if (reason === 'install') void welcome();
  });

  listen<ToWorker>({
    'open-panel': (_data, { tab }) =>
      // First of all and at once: the browser opens a panel only while the gesture is fresh.
      tab?.id === undefined ? Promise.reject(new Error('Only a tab can open its panel.')) : browser.sidePanel.open({ tabId: tab.id }),

    'tab-state': async (data, { tab }) => {
      const open = await noteView(db, parse.tabState.parse(data), await moment(), id);
      if (tab?.id !== undefined) await showBadge(tab.id, open);
    },

    'watch-list': async (data) => {
      const { crm } = parse.watchListAsk.parse(data);
      const [index, { handle, readAtMove }, allowed] = await Promise.all([activeIndex(db), settings.get(), policy.get()]);
      const watch = index ? watchOf(index, crm) : { stageFields: [], fields: [] };
      return { ...watch, handle, readAtMove: readAtMove && allowed.readAtMove };
    },

    judge: async (data) => {
      const judgement = await judgeHeld(db, parse.held.parse(data), moment(), later);
      return { ...judgement, look: judgement.card && lookOf(judgement.card, new Date()) };
    },

    decided: async (data) => {
      const { held, decision } = parse.decided.parse(data);
      return decideHeld(db, held, decision, await moment());
    },

    'wrong-here': async (data) => tellWrongHere(db, parse.wrongHere.parse(data), stamp()),

    missed: async (data) => {
      const { moves, why } = parse.missed.parse(data);
      await noteMissed(db, moves, why, stamp());
    },

    'progress-changed': () =>
      everyCrmTab(async (tabId) => {
        const state = parse.tabState.parse(await askTab(tabId, 'tell-state', null));
        await showBadge(tabId, await noteView(db, state, await moment(), id));
      }),

    'settings-changed': () => refreshTabs(),
  });
});
