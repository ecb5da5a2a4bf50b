/** Whether a code that a rep enters grants this approval on this record, now; or why not. */
import type { ApprovalRow } from '../progress/rows';
import type { RecordKey } from '../progress/record-key';
import { encode, verify } from '../signing/jws';
import { keyIdOf } from '../signing/key';
import { grantType, mostMs } from './grant';
import { granted, read } from './payload';
import { unwrapped } from './text';

/** A person that the pack names. `key` is the public half. */
interface Approver {
  id: string;
  name: string;
  key: string;
}

/** What the code is to grant, and what is known here. */
export interface Wanted {
  record: RecordKey;
  /** The pack's id. */
  pack: string;
  /** The approval step. `approvers`: whose codes count for it, all of the pack's where it does not say. */
  approval: { id: string; approvers?: readonly string[] };
  /** Those of the pack. */
  approvers: readonly Approver[];
  /** Milliseconds since 1970. */
  now: number;
  /** Whether a code was entered here before. */
  used(code: string): Promise<boolean>;
}

/** Times are in milliseconds since 1970, names are those of the pack. */
export type GrantRefusal =
  | { why: 'too-long' | 'not-a-code' | 'a-request' | 'forged' | 'unknown-key' | 'too-many-days' | 'used' }
  | { why: 'not-allowed'; by: string; allowed: string[] }
  | { why: 'other-pack'; pack: string }
  | { why: 'other-record'; record: RecordKey }
  | { why: 'other-approval'; approval: string }
  | { why: 'not-yet'; from: number }
  | { why: 'expired'; until: number };

/** Clocks of two computers differ by so much. */
const SKEW_MS = 10 * 60_000;

/** @returns the approval to keep, or why there is none. `at` is left to whoever keeps it. */
export async function verifyGrant(text: string, wanted: Wanted): Promise<{ row: Omit<ApprovalRow, 'at'> } | { refused: GrantRefusal }> {
  const { record, pack, approval, approvers, now, used } = wanted;
  const refused = (refusal: GrantRefusal) => ({ refused: refusal });
  const code = unwrapped(text);
  if (code === null) return refused({ why: 'too-long' });
  if (code.startsWith('HRQ1.')) return refused({ why: 'a-request' });
  if (!code.startsWith(`${grantType}.`)) return refused({ why: 'not-a-code' });

  const jws = code.slice(grantType.length + 1);
  const signed = await verify(jws, grantType, await byKeyId(approvers));
  if (signed.kind === 'malformed') return refused({ why: 'not-a-code' });
  if (signed.kind !== 'signed') return refused({ why: signed.kind });
  const payload = read(granted, signed.payload);
  if (!payload) return refused({ why: 'not-a-code' });

  const { id: by, name, keyId } = signed.key;
  const [from, until] = [payload.f * 1000, payload.u * 1000];
  if (payload.p !== pack) return refused({ why: 'other-pack', pack: payload.p });
  if (payload.r !== record) return refused({ why: 'other-record', record: payload.r });
  if (payload.a !== approval.id) return refused({ why: 'other-approval', approval: payload.a });
  if (approval.approvers && !approval.approvers.includes(by)) {
    const allowed = approvers.filter(({ id }) => approval.approvers?.includes(id)).map((one) => one.name);
    return refused({ why: 'not-allowed', by: name, allowed });
  }
  if (from > now + SKEW_MS) return refused({ why: 'not-yet', from });
  if (until <= now) return refused({ why: 'expired', until });
  if (until - from > mostMs) return refused({ why: 'too-many-days' });
  const codeId = await idOf(jws);
  if (await used(codeId)) return refused({ why: 'used' });
  return { row: { record, pack, approval: approval.id, by: name, key: keyId, code: codeId, until } };
}

type Known = Approver & { keyId: string; publicKey: string };

async function byKeyId(approvers: readonly Approver[]): Promise<ReadonlyMap<string, Known>> {
  const known = await Promise.all(
    approvers.map(async (one): Promise<Known> => ({ ...one, keyId: await keyIdOf(one.key), publicKey: one.key })),
  );
  return new Map(known.map((one) => [one.keyId, one]));
}

/** By what was signed and by whom: entered once more, it is the same code, however it is spelt. */
async function idOf(jws: string): Promise<string> {
  const signed = new TextEncoder().encode(jws.slice(0, jws.lastIndexOf('.')));
  return encode(new Uint8Array(await crypto.subtle.digest('SHA-256', signed)).subarray(0, 16));
}
