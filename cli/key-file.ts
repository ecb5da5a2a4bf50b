/** The two files of a key: the private one, which a passphrase opens, and the public one. */
import { openBackup } from '../lib/signing/backup';
import { keyIdOf, type SigningKey } from '../lib/signing/key';
import { publicKey } from '../lib/pack/primitives';
import { z } from '../lib/zod';
import { type Io, Unusable } from './command';
import { nameOf } from './pack-file';

/** What others may know of a key. Only `key` counts: the rest is worked out from it, and is there for people. */
const publicFile = z.object({ key: publicKey, name: z.string().optional() });

export async function readPrivateKey(file: string, io: Io): Promise<SigningKey> {
  const text = await io.read(file);
  if (io.passphrase === '') throw new Unusable(`${nameOf(file)}: set HANDRAIL_PASSPHRASE to the passphrase of this key`);
  const opened = await openBackup(text, io.passphrase);
  if (!('refused' in opened)) return opened.key;
  const reasons = {
    malformed: 'is not the file of a private key, or is damaged',
    'wrong-passphrase': 'HANDRAIL_PASSPHRASE is not the passphrase of this key',
  };
  throw new Unusable(`${nameOf(file)}: ${reasons[opened.refused]}`);
}

/** `name`: as the file calls whose key it is, '' where it does not. */
export async function readPublicKey(file: string, io: Io): Promise<{ id: string; key: string; name: string }> {
  const parsed = publicFile.safeParse(dataIn(await io.read(file)));
  if (!parsed.success) throw new Unusable(`${nameOf(file)}: is not the file of a public key`);
  const { key, name = '' } = parsed.data;
  return { id: await keyIdOf(key), key, name };
}

function dataIn(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
