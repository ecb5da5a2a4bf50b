/** The service worker: listens, asks lib/, answers. Holds no state: it may be stopped at any moment. */
import { browser, defineBackground } from '#imports';
import { lookOf } from '../components/overlay/look';
import type { ToWorker } from '../lib/messages/protocol';
import * as parse from '../lib/messages/parse';
import { askTab, listen } from '../lib/messages/send';
import { policy } from '../lib/policy';
import { db } from '../lib/progress/db';
import { ruled } from '../lib/ruled';
import { settings } from '../lib/settings';
import { browserAround, giveBack, PACKS_ALARM, wakeSoon } from '../lib/subscriptions/browser';
import { followPolicySubscriptions } from '../lib/subscriptions/policy';
import { checkNow, refreshDue, wakeWhenDue } from '../lib/subscriptions/refresh';
import { admitHere, audienceHere } from '../lib/worker/admit-here';
import type { Moment } from '../lib/worker/case';
import { decideHeld } from '../lib/worker/decide';
import { heedPolicy, useWaiting } from '../lib/worker/heed-policy';
import { judgeHeld, noteMissed } from '../lib/worker/held';
import { installStarter } from '../lib/worker/install';
import { packsInUse } from '../lib/worker/pack';
import { everyCrmTab, showBadge } from '../lib/worker/tabs';
import { noteView } from '../lib/worker/view';
import { tellWrongHere } from '../lib/worker/wrong-here';

async function moment(): Promise<Moment> {
  const [kept, rules] = await Promise.all([settings.get(), policy.get()]);
  return { now: Date.now(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, roles: ruled(kept, rules).roles, name: kept.name };
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

const around = browserAround((text, origin) => admitHere(db, text, origin));

/** Packs that are due, and those whose day or group has come. */
async function bringPacks(): Promise<void> {
  const isNew = await refreshDue(db, around);
  if ((await useWhatWaited()) || isNew) await refreshTabs();
}

async function useWhatWaited(): Promise<boolean> {
  return useWaiting(db, await policy.get(), await audienceHere(), id);
}

/** What the policy, the person's settings and the day say of packs. */
async function heedRules(): Promise<void> {
  const { policy: rules, isKnown } = await policy.state();
  // Until the browser has told the policy, what it brought and allowed before stays.
  if (isKnown) {
    await followPolicySubscriptions(db, rules, stamp(), () => Math.random());
    await heedPolicy(db, rules, stamp());
  }
  await useWhatWaited();
  await refreshTabs();
  await wakeWhenDue(db, around);
}

/** The page's scripts could speak through a broken watcher: what decides on packs and keys is heard from our own pages only. */
function fromOwnPage({ url }: { url?: string }): void {
  if (url?.startsWith(browser.runtime.getURL('/')) !== true) throw new Error('Only a page of the extension may ask this.');
}

/** Shows a rep who installed Handrail how to open it. Where an admin installed it, nobody asked for a new tab. */
async function welcome(): Promise<void> {
  const { installType } = await browser.management.getSelf();
  if (installType !== 'admin') await browser.tabs.create({ url: browser.runtime.getURL('/options.html?welcome' as '/options.html') });
}

export default defineBackground(() => {
  void browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });

  // At every start, since a policy may change while the worker sleeps, and alarms may be lost.
  wakeSoon();
  policy.follow(heedRules);
  void wakeWhenDue(db, around);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === PACKS_ALARM) void bringPacks();
  });

  // A day may have come while the worker slept; with the browser closed, a policy's too.
  void useWhatWaited().then((isReady) => (isReady ? refreshTabs() : undefined));
  browser.runtime.onStartup.addListener(() => void heedRules());

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
      const [packs, kept, rules] = await Promise.all([packsInUse(db), settings.get(), policy.get()]);
      const { handle, readAtMove } = ruled(kept, rules);
      return { ...packs.watch(crm), handle, readAtMove };
    },

    judge: async (data) => {
      const { guard } = await policy.get();
      const judgement = await judgeHeld(db, parse.held.parse(data), moment(), later, { asks: guard });
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

    // A role or a group may be what a pack has waited for; and what was imported goes by the policy too.
    'settings-changed': () => heedRules(),

    'check-now': async (data, sender) => {
      fromOwnPage(sender);
      const { url, trusts } = parse.checkNow.parse(data);
      const checked = await checkNow(db, url, around, trusts);
      await refreshTabs();
      return checked;
    },

    'subscriptions-changed': async (_data, sender) => {
      fromOwnPage(sender);
      await giveBack(db);
      await wakeWhenDue(db, around);
    },
  });
});
