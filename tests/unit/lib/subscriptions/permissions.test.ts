import { expect, it } from 'vitest';
import { addSubscription } from '../../../../lib/progress/subscriptions';
import { giveBackPermissions } from '../../../../lib/subscriptions/permissions';
import { newDb, stamp } from '../progress/fixtures';

const CRM = 'https://*.hubspot.com/*';

it('a permission that no subscription needs any more is given back, and no other', async () => {
  const db = newDb();
  await addSubscription(db, { url: 'https://packs.acme.com/a', by: 'rep', layer: 'team', dueAt: 0 }, stamp());
  const removed: string[][] = [];
  const permissions = {
    getAll: async () => ({ origins: [CRM, 'https://packs.acme.com/*', 'https://old.example/*'] }),
    remove: async ({ origins }: { origins: string[] }) => removed.push(origins) > 0,
  };
  await giveBackPermissions(db, permissions, [CRM]);
  expect(removed).toEqual([['https://old.example/*']]);
});

it('where all are needed the browser is not asked', async () => {
  const permissions = { getAll: async () => ({ origins: [CRM] }), remove: () => Promise.reject(new Error('asked')) };
  await giveBackPermissions(newDb(), permissions, [CRM]);
});
