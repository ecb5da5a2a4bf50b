/** A manager's approval as a code that only the manager's key can make: `HRA1.` and a compact JWS. */
import { sign } from '../signing/jws';
import type { SigningKey } from '../signing/key';
import { granted, written } from './payload';
import type { ApprovalRequest } from './request';

/** What the signature means. */
export const grantType = 'HRA1';

/** The longest that an approval is good for, in days. */
export const mostDays = 30;

const DAY_MS = 86_400_000;
/** The last of those days counts to its end, and one of them may have an hour more. */
export const mostMs = (mostDays + 1) * DAY_MS + 3_600_000;

/**
 * The code that approves what a request asks for, for its record and its approval only.
 * @param now and until in milliseconds since 1970; counted in seconds
 */
export async function grantCode(
  { record, pack, approval }: Pick<ApprovalRequest, 'record' | 'pack' | 'approval'>,
  { now, until, key }: { now: number; until: number; key: Pick<SigningKey, 'id' | 'privateKey'> },
): Promise<string> {
  if (!(until > now && until - now <= mostMs)) throw new RangeError(`An approval is good for ${mostDays} days at most.`);
  const payload = { r: record, p: pack, a: approval, f: Math.floor(now / 1000), u: Math.floor(until / 1000) };
  return `${grantType}.${await sign(written(granted, payload), grantType, key)}`;
}
