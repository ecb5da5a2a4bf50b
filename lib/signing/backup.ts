/**
 * A key's backup: a small file that a passphrase opens. It is written when the key is made; from then on the key in the browser cannot be read.
 * The private half is a JWK in a compact JWE (RFC 7516, RFC 7518 §4.8), so that other tools can open it too.
 */
import { compactDecrypt, CompactEncrypt, errors, exportJWK } from 'jose';
import { keyIdOf, publicJwk, type SigningKey } from './key';

const alg = 'PBES2-HS512+A256KW';
const enc = 'A256GCM';
/** So many that each guess at a passphrase costs a good part of a second. */
const rounds = 600_000;
/** A file that asks for more would only keep this computer busy. */
const mostRounds = 2_000_000;
const longestFile = 10_000;

export const shortestPassphrase = 12;

/** Why a passphrase is not taken. */
type PassphraseRefusal = 'short-passphrase';

/** The name is the person’s own for the key, and the only part that the passphrase does not protect. */
interface BackupFile {
  format: 'handrail-key';
  version: 1;
  name: string;
  /** The public half. */
  key: string;
  private: string;
}

/** What is wrong with a passphrase; null for one that will do. */
export function passphraseProblem(passphrase: string): PassphraseRefusal | null {
  return [...normal(passphrase)].length < shortestPassphrase ? 'short-passphrase' : null;
}

/**
 * A new key, and the text of its backup file. Only here can the private half be read, and only until this returns.
 * @param name what the person calls the key
 */
export async function makeKeyWithBackup(
  name: string,
  passphrase: string,
): Promise<{ key: SigningKey; backup: string } | { refused: PassphraseRefusal }> {
  const refused = passphraseProblem(passphrase);
  if (refused) return { refused };
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']);
  const { x, d } = await exportJWK(pair.privateKey);
  if (x === undefined || d === undefined) throw new Error('An Ed25519 key without its halves.');
  const sealed = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify({ ...publicJwk(x), d })))
    .setProtectedHeader({ alg, enc, cty: 'jwk+json' })
    .setKeyManagementParameters({ p2c: rounds })
    .encrypt(new TextEncoder().encode(normal(passphrase)));
  const file: BackupFile = { format: 'handrail-key', version: 1, name, key: x, private: sealed };
  return { key: await imported(x, d), backup: `${JSON.stringify(file, null, 2)}\n` };
}

/** The key of a backup file: it signs, and cannot be read. */
export async function openBackup(
  text: string,
  passphrase: string,
): Promise<{ key: SigningKey; name: string } | { refused: 'malformed' | 'wrong-passphrase' }> {
  const file = readBackup(text);
  if (!file) return { refused: 'malformed' };
  try {
    const { plaintext } = await compactDecrypt(file.private, new TextEncoder().encode(normal(passphrase)), {
      keyManagementAlgorithms: [alg],
      contentEncryptionAlgorithms: [enc],
      maxPBES2Count: mostRounds,
    });
    const jwk = objectIn(new TextDecoder().decode(plaintext));
    if (jwk?.x !== file.key || typeof jwk.d !== 'string') return { refused: 'malformed' };
    return { key: await imported(file.key, jwk.d), name: file.name };
  } catch (error) {
    return { refused: error instanceof errors.JWEDecryptionFailed ? 'wrong-passphrase' : 'malformed' };
  }
}

/** What can be read of a backup without its passphrase; null where it is none. */
function readBackup(text: string): BackupFile | null {
  const { format, version, name, key, private: sealed } = (text.length <= longestFile && objectIn(text)) || {};
  if (format !== 'handrail-key' || version !== 1 || typeof name !== 'string' || typeof sealed !== 'string') return null;
  return typeof key === 'string' && /^[A-Za-z0-9_-]{43}$/.test(key) ? { format, version, name, key, private: sealed } : null;
}

async function imported(x: string, d: string): Promise<SigningKey> {
  const privateKey = await crypto.subtle.importKey('jwk', { ...publicJwk(x), d }, { name: 'Ed25519' }, false, ['sign']);
  return { id: await keyIdOf(x), publicKey: x, privateKey };
}

/** Two keyboards write the same letters in two ways. */
function normal(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

/** The keys of a JSON object; null for what is none. */
function objectIn(json: string): Partial<Record<string, unknown>> | null {
  try {
    const data: unknown = JSON.parse(json);
    return typeof data === 'object' && data !== null ? { ...data } : null;
  } catch {
    return null;
  }
}
