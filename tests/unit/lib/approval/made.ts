/** Two approvers with their keys, a stranger with one, and a request and a code to try things with. */
import { grantCode, grantType } from '../../../../lib/approval/grant';
import type { ApprovalRequest } from '../../../../lib/approval/request';
import { type GrantRefusal, verifyGrant, type Wanted } from '../../../../lib/approval/verify';
import { makeKey } from '../../../../lib/signing/key';
import { rawJws } from '../signing/raw';

export const NOW = Date.parse('2026-11-24T10:42:00Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const RECORD = 'salesforce|acme.lightning.force.com|Opportunity|0065g00000LzAbCAAV';

export const [dana, sam, stranger] = await Promise.all([makeKey(), makeKey(), makeKey()]);

export const request: ApprovalRequest = {
  record: RECORD,
  pack: 'acme-sales',
  approval: 'approve-discount',
  title: 'Get the discount approved',
  by: 'Ana Ruiz',
  note: '18 % for a two-year term, they sign this week',
  at: NOW - HOUR,
};

export const wanted: Wanted = {
  record: RECORD,
  pack: 'acme-sales',
  approval: { id: 'approve-discount' },
  approvers: [
    { id: 'dana', name: 'Dana Lind', key: dana.publicKey },
    { id: 'sam', name: 'Sam Okafor', key: sam.publicKey },
  ],
  now: NOW,
  used: async () => false,
};

/** A code of Dana's, made now and good for a day, but for what is said otherwise. */
export function made(otherwise: Partial<ApprovalRequest & { now: number; until: number; key: typeof dana }> = {}): Promise<string> {
  const { now = NOW, until = now + DAY, key = dana, ...rest } = otherwise;
  return grantCode({ ...request, ...rest }, { now, until, key });
}

/** A code whose payload, or header, an honest Handrail would not write; truly signed. */
export async function odd(payload: unknown, header: unknown = { alg: 'Ed25519', kid: dana.id, typ: grantType }): Promise<string> {
  return `${grantType}.${await rawJws(header, payload, dana.privateKey)}`;
}

/** Why a code is refused; null for one that is taken. */
export async function refusalOf(text: string, otherwise: Partial<Wanted> = {}): Promise<GrantRefusal | null> {
  const verified = await verifyGrant(text, { ...wanted, ...otherwise });
  return 'row' in verified ? null : verified.refused;
}
