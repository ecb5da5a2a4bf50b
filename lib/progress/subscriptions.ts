/** The addresses that packs are fetched from, as rows. Each change in one transaction, journalled where a person or a policy made it. */
import type { Layer } from '../pack/layers';
import type { HandrailDb } from './db';
import type { SubscriptionRow } from './rows';
import { append, type Stamp } from './journal';

/** What a subscription is from the start. */
export interface NewSubscription {
  url: string;
  by: SubscriptionRow['by'];
  layer: Layer;
  /** When to look first, in milliseconds since 1970. */
  dueAt: number;
}

/** False where the address is subscribed to already, by whomever. */
export function addSubscription(db: HandrailDb, { url, by, layer, dueAt }: NewSubscription, stamp: Stamp): Promise<boolean> {
  return db.transaction('rw', db.subscriptions, db.journal, async () => {
    if (await db.subscriptions.get(url)) return false;
    await db.subscriptions.add({ url, by, layer, dueAt, failures: 0, addedAt: stamp.now });
    await append(db, [{ type: 'subscription-added', url }], stamp);
    return true;
  });
}

/** The pack that it brought stays as it is. Does nothing where there is none. */
export function removeSubscription(db: HandrailDb, url: string, stamp: Stamp): Promise<void> {
  return db.transaction('rw', db.subscriptions, db.journal, async () => {
    if (!(await db.subscriptions.get(url))) return;
    await db.subscriptions.delete(url);
    await append(db, [{ type: 'subscription-removed', url }], stamp);
  });
}
