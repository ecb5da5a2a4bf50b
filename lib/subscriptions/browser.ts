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
    policy: () => policy.known(),
    admit,
    wakeAt: (time) => browser.alarms.create(PACKS_ALARM, { when: Math.min(time ?? Infinity, nextDay()) }),
  };
}

/** With each day a pack may come to be used that has waited for it. Whether any does is not worth reading all of them at each start. */
function nextDay(): number {
  const day = new Date();
  day.setHours(24, 0, 1, 0);
  return day.getTime();
}

/** An alarm may be lost with the browser's session, and the worker may be stopped before it has read when the next is due: this one stands in. */
export function wakeSoon(): void {
  void browser.alarms.create(PACKS_ALARM, { when: Date.now() + MINUTE });
}

export function giveBack(db: HandrailDb): Promise<void> {
  return giveBackPermissions(db, browser.permissions, allHosts);
}
