/** `handrail rotate`: the statement that another key comes after this one. */
import { signRotation } from '../lib/pack/signed/rotation';
import { fingerprintOf } from '../lib/signing/fingerprint';
import { type Command, Unusable, valueOf } from './command';
import { readPrivateKey, readPublicKey } from './key-file';

export const rotate: Command = {
  operands: [],
  summary: 'makes the statement by which an old key hands over to a new one',
  help: `HANDRAIL_PASSPHRASE opens the old key. Sign packs with the new key and this statement (sign --rotation FILE): whoever trusts the old key then
trusts the new one. Exit status: 0.

  --key OLDPRIVATE  the key that counts so far
  --to NEWPUBLIC    the public file of the one that comes after it
  --out FILE        where the statement goes`,
  options: {
    key: { type: 'string', is: 'OLDPRIVATE', required: true },
    to: { type: 'string', is: 'NEWPUBLIC', required: true },
    out: { type: 'string', is: 'FILE', required: true },
  },
  async run(given, io) {
    const old = await readPrivateKey(valueOf(given, 'key'), io);
    const next = await readPublicKey(valueOf(given, 'to'), io);
    if (next.id === old.id) throw new Unusable('a key cannot come after itself: --to must be another key');
    const out = valueOf(given, 'out');
    await io.save(out, `${await signRotation(next.key, io.now, old)}\n`);
    io.write(`${out}: ${fingerprintOf(old.id)} is followed by ${fingerprintOf(next.id)}\n`);
    return 0;
  },
};
