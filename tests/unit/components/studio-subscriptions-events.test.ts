import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { subscriptionsEvents, subscriptionsShown } from '../../../entrypoints/options/subscriptions';
import type { Checked } from '../../../lib/messages/protocol';
import type { HandrailDb } from '../../../lib/progress/db';
import { addSubscription } from '../../../lib/progress/subscriptions';
import { newDb, pack, stamp } from '../lib/progress/fixtures';

const URL_HERE = 'https://packs.acme.com/sales.handrail';
const refused = ({ why }: { why: string }) => `refused: ${why}`;

let db: HandrailDb;
let told: string[];
let answers: Checked;
/** What the person says to the browser's question. */
let says: boolean;
let rules: { choosePacks: boolean; privateAddresses: boolean };

beforeEach(() => {
  fakeBrowser.reset();
  [db, told, rules] = [newDb(), [], { choosePacks: true, privateAddresses: false }];
  answers = { kind: 'same' };
  says = true;
});

// The fake asks nobody, and answers nothing.
Object.assign(fakeBrowser.permissions, {
  request: async ({ origins }: { origins: string[] }) => {
    told.push(`ask ${origins.join()}`);
    return says;
  },
});
Object.assign(fakeBrowser.runtime, {
  sendMessage: async (message: unknown) => {
    told.push(JSON.stringify(message));
    return { done: answers };
  },
});

const events = () => subscriptionsEvents(db, () => rules, refused);

describe('adding a subscription', () => {
  it('asks for the permission on the click itself, for that one host, and then looks', async () => {
    const adding = events().onAddSubscription(` ${URL_HERE} `);
    // Nothing has been waited for yet: a moment later the browser would not take it for the person's own wish.
    expect(told).toEqual(['ask https://packs.acme.com/*']);
    expect(await adding).toEqual({ kind: 'same' });
    expect(told.slice(1)).toEqual([JSON.stringify({ handrail: 'check-now', data: { url: URL_HERE } })]);
    expect(await db.subscriptions.toArray()).toMatchObject([{ url: URL_HERE, by: 'rep', layer: 'team' }]);
  });

  it('adds it where the person says no too: the host may let any site read it', async () => {
    says = false;
    answers = { kind: 'failed', trouble: { why: 'no-permission' } };
    expect(await events().onAddSubscription(URL_HERE)).toMatchObject({
      kind: 'failed',
      trouble: { why: 'no-permission', words: expect.stringContaining('packs.acme.com') as string },
    });
    expect(await db.subscriptions.count()).toBe(1);
  });

  it.each([
    ['https://10.0.0.1/p', 'private network'],
    ['http://packs.acme.com/p', 'https://'],
  ])('refuses %s in words, and asks for nothing', async (text, words) => {
    expect(events().addressProblem(text)).toContain(words);
    await expect(events().onAddSubscription(text)).rejects.toThrow(words);
    expect(told).toEqual([]);
    expect(await db.subscriptions.count()).toBe(0);
  });

  it('tells where it is there already', async () => {
    await addSubscription(db, { url: URL_HERE, by: 'policy', layer: 'company', dueAt: 1 }, stamp());
    await expect(events().onAddSubscription(URL_HERE)).rejects.toThrow('already');
    expect((await db.subscriptions.get(URL_HERE))?.by).toBe('policy');
  });

  it('is refused where the organisation chooses the packs', async () => {
    rules.choosePacks = false;
    await expect(events().onAddSubscription(URL_HERE)).rejects.toThrow('Your organisation');
    expect(told).toEqual([]);
  });
});

describe('a subscription that is there', () => {
  beforeEach(() => addSubscription(db, { url: URL_HERE, by: 'rep', layer: 'team', dueAt: 7 }, stamp(5)));

  it('can be looked at, with the key that the person has decided to trust', async () => {
    answers = { kind: 'failed', trouble: { why: 'refused', refusal: { why: 'forged' } } };
    expect(await events().onCheckSubscription(URL_HERE, 'k')).toEqual({
      kind: 'failed',
      trouble: { why: 'refused', words: 'refused: forged' },
    });
    expect(told).toEqual([JSON.stringify({ handrail: 'check-now', data: { url: URL_HERE, trusts: 'k' } })]);
  });

  it('can be allowed later, on the click itself', async () => {
    const allowing = events().onAllowSubscription(URL_HERE);
    expect(told).toEqual(['ask https://packs.acme.com/*']);
    await allowing;
    expect(told).toHaveLength(2);
  });

  it('is removed, and its permission with it, but for the pack that it brought', async () => {
    await db.packs.add({
      ...{ id: 'acme-sales', version: '1.0.0', pack: pack(), source: 'subscription', layer: 'team' },
      ...{ url: URL_HERE, addedAt: 1, active: 1 },
    });
    await events().onRemoveSubscription(URL_HERE);
    expect(await db.subscriptions.count()).toBe(0);
    expect(told).toEqual([JSON.stringify({ handrail: 'subscriptions-changed', data: null })]);
    expect(await db.packs.count()).toBe(1);
  });

  it('is shown with its pack, its age and its trouble in words; the policy’s come first', async () => {
    await addSubscription(db, { url: 'https://packs.acme.com/company', by: 'policy', layer: 'company', dueAt: 9 }, stamp(6));
    await db.packs.add({
      ...{ id: 'acme-sales', version: '1.0.0', pack: pack(), source: 'subscription', layer: 'team' },
      ...{ url: URL_HERE, addedAt: 1, active: 1 },
    });
    await db.subscriptions.update(URL_HERE, { pack: 'acme-sales', freshAt: 3, checkedAt: 4, trouble: { why: 'http', detail: '404' } });
    const shown = await subscriptionsShown(db, { ...rules, choosePacks: false }, refused);
    expect(shown).toMatchObject([
      { by: 'policy', layer: 'company', isOff: false, dueAt: 9 },
      {
        ...{ url: URL_HERE, host: 'packs.acme.com', by: 'rep', isOff: true, freshAt: 3, checkedAt: 4, dueAt: 7 },
        pack: { id: 'acme-sales', title: 'Acme sales', version: '1.0.0' },
        trouble: { why: 'http', words: expect.stringContaining('no file at this address') as string },
      },
    ]);
  });
});
