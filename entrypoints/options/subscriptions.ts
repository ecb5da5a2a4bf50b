/** Subscriptions on the options page: what is shown of them, and what a person does with them. */
import { browser } from '#imports';
import type { CheckOutcome, SubscriptionView, SubscriptionsEvents } from '../../components/studio/subscriptions/model';
import { askWorker } from '../../lib/messages/send';
import type { Checked } from '../../lib/messages/protocol';
import { localise } from '../../lib/pack/localise';
import type { Refusal } from '../../lib/pack/signed/refusal';
import type { Policy } from '../../lib/policy-schema';
import type { HandrailDb } from '../../lib/progress/db';
import type { PackRow, SubscriptionRow } from '../../lib/progress/rows';
import { addSubscription, removeSubscription } from '../../lib/progress/subscriptions';
import { type Address, readAddress } from '../../lib/subscriptions/address';
import type { Trouble } from '../../lib/subscriptions/trouble';
import { addressWords, troubleWords } from '../../lib/subscriptions/words';

type RefusedWords = (refusal: Refusal) => string;
type Rules = Pick<Policy, 'choosePacks' | 'privateAddresses'>;

/** The policy's first, then by age. */
export async function subscriptionsShown(db: HandrailDb, { choosePacks }: Rules, refused: RefusedWords): Promise<SubscriptionView[]> {
  const rows = await db.subscriptions.toArray();
  const shown = rows.sort((a, b) => Number(a.by === 'rep') - Number(b.by === 'rep') || a.addedAt - b.addedAt);
  return Promise.all(shown.map(async (row) => view(row, await newestFrom(db, row), row.by === 'rep' && !choosePacks, refused)));
}

function view(row: SubscriptionRow, pack: PackRow | undefined, isOff: boolean, refused: RefusedWords): SubscriptionView {
  const { url, by, layer, checkedAt, freshAt, dueAt, trouble } = row;
  const shown = pack && { id: pack.id, title: localise(pack.pack, navigator.languages).title, version: pack.version };
  return {
    ...{ url, host: hostOf(url), by, layer, isOff, checkedAt, freshAt, dueAt, pack: shown },
    trouble: trouble && inWords(trouble, url, refused),
  };
}

async function newestFrom(db: HandrailDb, { pack, url }: SubscriptionRow): Promise<PackRow | undefined> {
  if (pack === undefined) return undefined;
  const rows = await db.packs.where('id').equals(pack).toArray();
  return rows.filter((row) => row.url === url).sort((a, b) => b.addedAt - a.addedAt)[0];
}

/** A policy may name an address that cannot be read. */
function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}

function inWords(trouble: Trouble, url: string, refused: RefusedWords): { why: string; words: string } {
  return { why: trouble.why, words: troubleWords(trouble, hostOf(url), refused) };
}

/** @param rules the policy as it was read last: a click leaves no time to read it */
export function subscriptionsEvents(db: HandrailDb, rules: () => Rules, refused: RefusedWords): SubscriptionsEvents {
  const stamp = () => ({ now: Date.now(), id: () => crypto.randomUUID() });

  const outcome = (checked: Checked, url: string): CheckOutcome =>
    checked.kind === 'failed' ? { kind: 'failed', trouble: inWords(checked.trouble, url, refused) } : checked;

  const check = async (url: string, trusts?: string): Promise<CheckOutcome> =>
    outcome(await askWorker('check-now', { url, ...(trusts !== undefined && { trusts }) }), url);

  /** Whether the person allows it is seen when the address is read: a host that lets any site read the file needs no permission. */
  const allow = (address: Address & { kind: 'good' }) => browser.permissions.request({ origins: [address.origin] }).catch(() => false);

  /** Throws in words. */
  const good = (text: string): Address & { kind: 'good' } => {
    const address = readAddress(text, rules());
    if (address.kind === 'refused') throw new Error(addressWords(address.why));
    return address;
  };

  return {
    addressProblem(text) {
      const address = readAddress(text, rules());
      return address.kind === 'refused' ? addressWords(address.why) : null;
    },

    async onAddSubscription(text) {
      const address = good(text);
      if (!rules().choosePacks) throw new Error('Your organisation chooses the rule packs. Ask whoever looks after your browser.');
      await allow(address);
      const isNew = await addSubscription(db, { url: address.url, by: 'rep', layer: 'team', dueAt: Date.now() }, stamp());
      if (!isNew) throw new Error('This address is subscribed to already.');
      return check(address.url);
    },

    onCheckSubscription: check,

    async onAllowSubscription(url) {
      await allow(good(url));
      return check(url);
    },

    async onRemoveSubscription(url) {
      await removeSubscription(db, url, stamp());
      await askWorker('subscriptions-changed', null).catch(() => undefined);
    },
  };
}
