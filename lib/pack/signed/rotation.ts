/**
 * How a publisher goes over to a new key: the old key signs which one comes after it, and whoever trusts the old one trusts the new one by that.
 * Such a statement travels with the packs that the new key signs.
 */
import { decode, sign, verify } from '../../signing/jws';
import { keyIdOf, type SigningKey } from '../../signing/key';
import { z } from '../../zod';
import { publicKey } from '../primitives';
import { seconds } from './header';

const rotationType = 'handrail-rotation+1';

/** More links than a publisher makes in decades. */
export const mostRotations = 10;
const longest = 1000;

/** `key`: the old one, which signs. `next`: the one that comes after it. Public halves. */
const statement = z.strictObject({ key: publicKey, next: publicKey, at: seconds });

/** Keys by their ids, and the new one’s public half. `at`: milliseconds since 1970. */
export interface Rotation {
  from: string;
  to: string;
  publicKey: string;
  at: number;
}

/**
 * The statement that another key comes after this one, as a compact JWS.
 * @param at milliseconds since 1970
 */
export async function signRotation(next: string, at: number, { id, publicKey: key, privateKey }: SigningKey): Promise<string> {
  const payload = statement.parse({ key, next, at: Math.floor(at / 1000) });
  return sign(JSON.stringify(payload), rotationType, { id, privateKey });
}

/** What a statement says, once its signature is found good. Whether anybody trusts the old key is another question. */
export async function readRotation(jws: string): Promise<Rotation | { refused: 'malformed' | 'forged' }> {
  const text = jws.length > longest ? null : decode(jws.split('.')[1] ?? '');
  const said = text === null ? null : statementIn(text);
  if (!said) return { refused: 'malformed' };
  const from = await keyIdOf(said.key);
  const signed = await verify(jws, rotationType, new Map([[from, { publicKey: said.key }]]));
  if (signed.kind !== 'signed') return { refused: signed.kind === 'forged' ? 'forged' : 'malformed' };
  return { from, to: await keyIdOf(said.next), publicKey: said.next, at: said.at * 1000 };
}

/**
 * The keys that are trusted because a trusted one names them, or one that such a key names in turn: by id, each with the link that led to it.
 * @param trusted the ids of the keys that are trusted, and whose word still counts
 */
export function followRotations(rotations: readonly Rotation[], trusted: ReadonlySet<string>): ReadonlyMap<string, Rotation> {
  const found = new Map<string, Rotation>();
  const isNext = ({ from, to }: Rotation) => (trusted.has(from) || found.has(from)) && !trusted.has(to) && !found.has(to);
  for (let next = rotations.find(isNext); next; next = rotations.find(isNext)) found.set(next.to, next);
  return found;
}

function statementIn(text: string): z.infer<typeof statement> | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = statement.safeParse(data);
  return parsed.success && JSON.stringify(parsed.data) === text ? parsed.data : null;
}
