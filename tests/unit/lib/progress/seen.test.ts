import { beforeEach, describe, expect, it } from 'vitest';
import type { HandrailDb } from '../../../../lib/progress/db';
import { lastSeen, noteSeen } from '../../../../lib/progress/seen';
import { deal, newDb, opportunity, unsaved } from './fixtures';

let db: HandrailDb;
beforeEach(() => {
  db = newDb();
});

describe('the stage a record was last seen in', () => {
  it('is written when it changed, and only then', async () => {
    expect(await noteSeen(db, deal, 'qualifiedtobuy', 1)).toBe(true);
    expect(await noteSeen(db, deal, 'qualifiedtobuy', 2)).toBe(false);
    expect(await lastSeen(db, deal)).toEqual({ record: deal, stage: 'qualifiedtobuy', at: 1 });
    expect(await noteSeen(db, deal, 'contractsent', 3)).toBe(true);
    expect(await lastSeen(db, deal)).toEqual({ record: deal, stage: 'contractsent', at: 3 });
  });

  it('is each record’s own', async () => {
    await noteSeen(db, deal, 'contractsent', 1);
    expect(await lastSeen(db, opportunity)).toBeUndefined();
  });

  it('is not kept for a record that the CRM has not saved yet', async () => {
    expect(await noteSeen(db, unsaved, 'Prospecting', 1)).toBe(false);
    expect(await db.seen.count()).toBe(0);
  });
});
