import { beforeEach, describe, expect, it } from 'vitest';
import type { HandrailDb } from '../../../../lib/progress/db';
import type { TrustRow } from '../../../../lib/progress/rows';
import { OvertakenError } from '../../../../lib/progress/errors';
import { forgetKey, learn, trustedKeys, type Learned } from '../../../../lib/progress/trust';
import { newDb, stamp } from './fixtures';

const key = (id: string): Omit<TrustRow, 'at'> => ({
  key: id,
  publicKey: `${id}-public`,
  publisher: 'Acme',
  audience: null,
  how: 'first-use',
});
const brought = (version: string, more: Partial<Learned> = {}): Learned => ({
  keys: [],
  revokes: [],
  accepted: { key: 'old', pack: 'sales', version, digest: version, issuedAt: 10 },
  ...more,
});

let db: HandrailDb;
beforeEach(() => {
  db = newDb();
});

const learned = (what: Learned, now = 1) => db.transaction('rw', db.trust, db.accepted, db.journal, () => learn(db, what, stamp(now)));
const types = async () => (await db.journal.toArray()).map(({ type }) => type);

describe('what a signed pack leaves behind', () => {
  it('is its key, once, and the newest version that it brought', async () => {
    await learned(brought('1.0.0', { keys: [key('old')] }), 1);
    await learned(brought('1.1.0', { keys: [key('old')] }), 2);
    expect(await trustedKeys(db)).toEqual([{ ...key('old'), at: 1 }]);
    expect(await db.accepted.toArray()).toMatchObject([{ key: 'old', pack: 'sales', version: '1.1.0', at: 2 }]);
    expect(await types()).toEqual(['key-trusted']);
  });

  it('nothing where a newer version came in since it was looked at', async () => {
    await learned(brought('2.0.0'));
    await expect(learned(brought('1.0.0', { keys: [key('old')] }))).rejects.toThrow(OvertakenError);
    expect(await db.accepted.toArray()).toMatchObject([{ version: '2.0.0' }]);
    expect(await db.trust.count()).toBe(0);
  });

  it('nothing where its key was revoked since', async () => {
    await learned(brought('1.0.0', { keys: [key('old')] }));
    await learned({ keys: [key('new')], revokes: [key('old')], accepted: { ...brought('1.1.0').accepted, key: 'new' } });
    await expect(learned(brought('1.2.0'))).rejects.toThrow(OvertakenError);
    expect(await db.trust.get('old')).toMatchObject({ revokedBy: 'new' });
  });

  it('the later time of two signatures of one version, in whichever order they come', async () => {
    await learned(brought('1.0.0', { accepted: { ...brought('1.0.0').accepted, issuedAt: 20 } }));
    await learned(brought('1.0.0'));
    expect(await db.accepted.toArray()).toMatchObject([{ issuedAt: 20 }]);
  });
});

describe('a key that is forgotten', () => {
  it('is gone, once', async () => {
    await learned(brought('1.0.0', { keys: [key('old')] }));
    await forgetKey(db, 'old', stamp());
    await forgetKey(db, 'old', stamp());
    expect(await db.trust.count()).toBe(0);
    expect(await types()).toEqual(['key-trusted', 'key-forgotten']);
  });

  it('stays where it is revoked: nobody is asked about it again', async () => {
    await db.trust.add({ ...key('old'), at: 1, revokedAt: 2, revokedBy: 'new' });
    await forgetKey(db, 'old', stamp());
    expect(await db.trust.get('old')).toMatchObject({ revokedAt: 2 });
  });
});
