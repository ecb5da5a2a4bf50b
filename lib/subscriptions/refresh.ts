/** Looks at subscriptions and keeps what came of it. The pack that is here stays in use whatever happens. */
import type { Checked } from '../messages/protocol';
import type { Policy } from '../policy-schema';
import type { HandrailDb } from '../progress/db';
import type { SubscriptionRow } from '../progress/rows';
import { explain } from '../progress/errors';
import { setLayer } from '../progress/packs';
import type { Admission, Origin } from '../worker/admission';
import { readAddress } from './address';
import { fetchPack, type Fetched, type Limits, type Validators, type Web } from './fetch-pack';
import { dueness, LEASE, nextLook, spreadLook } from './schedule';
import type { Trouble } from './trouble';

/** What stands around: the browser, the clock, chance, the policy, and the way in for packs. */
export interface Around extends Pick<Web, 'fetch' | 'isOnline' | 'now'> {
  /** Whether the person has allowed to read from there, by the pattern of a permission. */
  isAllowed(origin: string): Promise<boolean>;
  /** From 0 up to 1. */
  random(): number;
  policy(): Promise<Pick<Policy, 'choosePacks' | 'privateAddresses'>>;
  admit(text: string, origin: Origin): Promise<Admission>;
  /** Has the worker woken then, in milliseconds since 1970, or sooner; null: not for this. */
  wakeAt(time: number | null): Promise<void>;
  limits?: Limits;
}

/** Has the worker woken when the next subscription is due. */
export async function wakeWhenDue(db: HandrailDb, around: Around): Promise<void> {
  const rows = await followed(db, around);
  await around.wakeAt(rows.length === 0 ? null : Math.min(...rows.map(({ dueAt }) => dueAt)));
}

/**
 * Looks at all that are due, one after another. True where a pack came to be used that was not in use before.
 *
 * The worker may be stopped at any moment: each look is written down before it begins, and the alarm set for whatever is due then.
 */
export async function refreshDue(db: HandrailDb, around: Around): Promise<boolean> {
  let changed = false;
  for (let row = await claimDue(db, around); row; row = await claimDue(db, around)) {
    await wakeWhenDue(db, around);
    const checked = await look(db, row, around);
    if (checked.kind === 'taken' && checked.use === 'now') changed = true;
  }
  await wakeWhenDue(db, around);
  return changed;
}

/** Looks at one, due or not. Rejects where there is no such subscription. */
export async function checkNow(db: HandrailDb, url: string, around: Around, trusts?: string): Promise<Checked> {
  const row = (await followed(db, around)).find((each) => each.url === url);
  if (!row) throw new Error('This subscription is not here any more, or your organisation does not allow it.');
  const checked = await look(db, row, around, trusts);
  await wakeWhenDue(db, around);
  return checked;
}

/** All but those that the policy has switched off. */
async function followed(db: HandrailDb, around: Around): Promise<SubscriptionRow[]> {
  const [rows, { choosePacks }] = await Promise.all([db.subscriptions.toArray(), around.policy()]);
  return rows.filter(({ by }) => by === 'policy' || choosePacks);
}

/** The one that has been due the longest, put off for as long as a look may take; undefined where none is. */
async function claimDue(db: HandrailDb, around: Around): Promise<SubscriptionRow | undefined> {
  const now = around.now();
  const due: SubscriptionRow[] = [];
  for (const row of await followed(db, around)) {
    const when = dueness(row.dueAt, now);
    if (when === 'missed') await db.subscriptions.update(row.url, { dueAt: spreadLook(now, around.random()) });
    if (when === 'now') due.push(row);
  }
  const [first] = due.sort((a, b) => a.dueAt - b.dueAt);
  if (!first) return undefined;
  // Only where nobody has taken it meanwhile.
  const taken = await db.subscriptions
    .where('url')
    .equals(first.url)
    .and(({ dueAt }) => dueAt === first.dueAt)
    .modify({ dueAt: now + LEASE });
  return taken === 1 ? first : claimDue(db, around);
}

async function look(db: HandrailDb, row: SubscriptionRow, around: Around, trusts?: string): Promise<Checked> {
  const fetched = await ask(db, row, around);
  const checked = await takeIn(fetched, row, around, trusts);
  // A policy's subscription brings what the policy says, whoever brought the pack before.
  if (row.by === 'policy' && checked.kind === 'taken') await setLayer(db, checked.pack, row.layer);
  const now = around.now();
  // A file that was refused is looked at again at the usual time: its host did nothing wrong.
  const failed = fetched.kind === 'failed' ? fetched : null;
  // Nor did it where nobody could ask it: a computer that was offline for days is not made to wait for another.
  const isOffline = failed?.trouble.why === 'offline';
  const failures = failed ? row.failures + (isOffline ? 0 : 1) : 0;
  await db.subscriptions.update(row.url, {
    checkedAt: now,
    failures,
    dueAt: nextLook(now, around.random(), isOffline ? 1 : failures, failed?.retryAfter),
    trouble: troubleOf(checked),
    ...(checked.kind === 'same' && { freshAt: now }),
    // What was not taken leaves no validators: it is looked at anew each time, since a key may be trusted by then, or Handrail be newer.
    ...(checked.kind === 'taken' &&
      fetched.kind === 'new' && { freshAt: now, pack: checked.pack, etag: fetched.etag, lastModified: fetched.lastModified }),
  });
  return checked;
}

async function ask(db: HandrailDb, row: SubscriptionRow, around: Around): Promise<Fetched> {
  // Looked at each time: what was allowed once may not be any more.
  const address = readAddress(row.url, await around.policy());
  if (address.kind === 'refused') return { kind: 'failed', trouble: { why: address.why } };
  const [isAllowed, validators] = await Promise.all([around.isAllowed(address.origin), validatorsOf(db, row)]);
  return fetchPack({ ...around, isAllowed }, address.url, validators, around.limits);
}

/** None where the pack is not here any more: then it is wanted, changed or not. */
async function validatorsOf(db: HandrailDb, { pack, etag, lastModified }: SubscriptionRow): Promise<Validators> {
  const isHere = pack !== undefined && (await db.packs.where('id').equals(pack).count()) > 0;
  return isHere ? { etag, lastModified } : {};
}

async function takeIn(fetched: Fetched, { url, layer }: SubscriptionRow, around: Around, trusts?: string): Promise<Checked> {
  if (fetched.kind === 'same') return { kind: 'same' };
  if (fetched.kind === 'failed') return { kind: 'failed', trouble: fetched.trouble };
  try {
    const origin: Origin = { source: 'subscription', url, layer, ...(trusts !== undefined && { trusts }) };
    const admission = await around.admit(fetched.text, origin);
    if (admission.kind !== 'refused') return admission;
    return { kind: 'failed', trouble: { why: 'refused', refusal: admission.refusal } };
  } catch (error) {
    return { kind: 'failed', trouble: { why: 'not-kept', detail: explain(error) } };
  }
}

function troubleOf(checked: Checked): Trouble | undefined {
  if (checked.kind === 'failed') return checked.trouble;
  return checked.kind === 'ask' ? { why: 'new-key' } : undefined;
}
