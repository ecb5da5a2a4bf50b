/** The browser as subscriptions need it: its network, permissions and alarm. */
import { browser } from 'wxt/browser';
import { allHosts } from '../crm';
import { policy } from '../policy';
import type { HandrailDb } from '../progress/db';
import { giveBackPermissions } from './permissions';
import type { Around } from './refresh';

/** The one alarm that wakes the worker for packs. */
export const PACKS_ALARM = 'packs';

const MINUTE = 60_000;

export function browserAround(admit: Around['admit']): Around {
  return {
    fetch: (url, init) => fetch(url, init),
    isOnline: () => navigator.onLine,
    now: () => Date.now(),
    isAllowed: (origin) => browser.permissions.contains({ origins: [origin] }),
    random: () => Math.random(),
    policy: () => policy.get(),
    admit,
    wakeAt: async (time) => {
      if (time === null) await browser.alarms.clear(PACKS_ALARM);
      else await browser.alarms.create(PACKS_ALARM, { when: time });
    },
  };
}

/** An alarm may be lost with the browser's session, and the worker may be stopped before it has read when the next is due: this one stands in. */
export function wakeSoon(): void {
  void browser.alarms.create(PACKS_ALARM, { when: Date.now() + MINUTE });
}

export function giveBack(db: HandrailDb): Promise<void> {
  return giveBackPermissions(db, browser.permissions, allHosts);
}
