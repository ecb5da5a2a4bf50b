/** `handrail keygen --out FOLDER`: a new key, as two files. */
import { makeKeyWithBackup, shortestPassphrase } from '../lib/signing/backup';
import { fingerprintOf } from '../lib/signing/fingerprint';
import { type Command, Unusable, valueOf } from './command';

export const keygen: Command = {
  operands: [],
  summary: 'makes a key that signs packs',
  help: `Writes private.json, which the passphrase in HANDRAIL_PASSPHRASE opens and the options page can open too, and public.json. Nothing is
overwritten. Keep private.json and its passphrase apart and safe; give public.json to whoever trusts your packs. Exit status: 0.

  --out FOLDER  where to write them
  --name NAME   whose key it is`,
  options: { out: { type: 'string', is: 'FOLDER', required: true }, name: { type: 'string', is: 'NAME' } },
  async run(given, io) {
    const name = valueOf(given, 'name');
    const folder = valueOf(given, 'out').replace(/[/\\]+$/, '');
    const [privateFile, publicFile] = [`${folder}/private.json`, `${folder}/public.json`];
    for (const file of [privateFile, publicFile])
      if (await io.exists(file)) throw new Unusable(`${file}: is there already, and is left as it is`);
    if (io.passphrase === '') throw new Unusable('set HANDRAIL_PASSPHRASE to a passphrase for the key');
    const made = await makeKeyWithBackup(name, io.passphrase);
    if ('refused' in made)
      throw new Unusable(`the passphrase in HANDRAIL_PASSPHRASE is too short: at least ${shortestPassphrase} characters`);
    const { id, publicKey: key } = made.key;
    const fingerprint = fingerprintOf(id);
    await io.save(privateFile, made.backup, { isNew: true, isSecret: true });
    await io.save(publicFile, `${JSON.stringify({ key, id, fingerprint, name }, null, 2)}\n`, { isNew: true });
    io.write(`${privateFile}\n${publicFile}\nFingerprint: ${fingerprint}\n`);
    return 0;
  },
};
