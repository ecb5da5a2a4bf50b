import { beforeEach, describe, expect, it } from 'vitest';
import { approvalsOf, grantApproval, refuseApproval } from '../../../../lib/progress/approvals';
import type { HandrailDb } from '../../../../lib/progress/db';
import { CodeUsedError, explain, UnsavedRecordError } from '../../../../lib/progress/errors';
import { deal, everyMatching, newDb, newDisk, opportunity, stamp, unsaved } from './fixtures';

const approval = { record: opportunity, pack: 'acme-sales', approval: 'discount-ok', by: 'Dana Lind', key: 'k1', code: 'c1', until: 100 };

let db: HandrailDb;
beforeEach(() => {
  db = newDb();
});

describe('an approval that a code granted', () => {
  it('is kept until it runs out, and journalled', async () => {
    await grantApproval(db, approval, stamp(5));
    expect(await approvalsOf(db, opportunity)).toEqual([{ ...approval, at: 5 }]);
    expect(await approvalsOf(db, deal)).toEqual([]);
    expect(await db.journal.toArray()).toMatchObject([{ type: 'approval-granted', ...approval, at: 5 }]);
  });

  it('gives way to a newer one of the same step', async () => {
    await grantApproval(db, approval, stamp(5));
    await grantApproval(db, { ...approval, code: 'c2', until: 900 }, stamp(6));
    expect(await approvalsOf(db, opportunity)).toMatchObject([{ code: 'c2', until: 900 }]);
  });

  it.each<[string, Partial<typeof approval>]>([
    ['for the same step', {}],
    ['for another step', { approval: 'legal-ok' }],
    ['on another record', { record: deal }],
    ['under another pack', { pack: 'other' }],
  ])('is refused a second time: its code again %s', async (_what, change) => {
    await grantApproval(db, approval, stamp());
    const refusal = await grantApproval(db, { ...approval, ...change }, stamp()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(CodeUsedError);
    expect(explain(refusal)).toMatch(/used before.*Ask for a new one/);
    expect(await db.approvals.count()).toBe(1);
    expect(await db.journal.count()).toBe(1);
  });

  it('is refused a second time also when another code has taken its place since', async () => {
    await grantApproval(db, approval, stamp());
    await grantApproval(db, { ...approval, code: 'c2' }, stamp());
    await expect(grantApproval(db, approval, stamp())).rejects.toThrow(CodeUsedError);
    expect(await approvalsOf(db, opportunity)).toMatchObject([{ code: 'c2' }]);
  });

  it('entered in two tabs at once counts once', async () => {
    const disk = newDisk();
    const [one, other] = [newDb(disk), newDb(disk)];
    await Promise.all([one.open(), other.open()]);
    const outcomes = await Promise.allSettled([
      grantApproval(one, approval, stamp()),
      grantApproval(other, { ...approval, record: deal }, stamp()),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await one.approvals.count()).toBe(1);
  });

  it.each([unsaved, everyMatching])('is not kept for what is no one record: %s', async (record) => {
    await expect(grantApproval(db, { ...approval, record }, stamp())).rejects.toThrow(UnsavedRecordError);
    expect(await db.journal.count()).toBe(0);
  });
});

it('a code that was not taken is in the journal, with the reason', async () => {
  await refuseApproval(db, { record: opportunity, pack: 'acme-sales', approval: 'discount-ok', why: 'It has run out.' }, stamp(5));
  expect(await db.journal.toArray()).toMatchObject([
    { type: 'approval-refused', record: opportunity, approval: 'discount-ok', why: 'It has run out.', at: 5 },
  ]);
  expect(await db.approvals.count()).toBe(0);
});
