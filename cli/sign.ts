/** `handrail sign PACK`: a pack that a key vouches for. */
import { signPack } from '../lib/pack/signed/envelope';
import { lintText } from '../lib/pack/lint/lint';
import { parseDay } from '../lib/criteria/dates';
import { type Command, Unusable, valueOf } from './command';
import { findingsInWords } from './lint';
import { readPrivateKey } from './key-file';
import { readAs } from './pack-file';
import { painter } from './paint';

const DAY_MS = 86_400_000;

export const sign: Command = {
  operands: ['PACK'],
  summary: 'signs a pack, so that others can tell that it is yours and unchanged',
  help: `HANDRAIL_PASSPHRASE opens the private key. A pack in which lint finds errors is not signed.
Exit status: 0 signed, 1 where lint found errors, 2 for input that cannot be used.

  --key PRIVATE    the private key: private.json, or a backup from the options page
  --out FILE       where the signed pack goes: team.handrail
  --audience ORG   the organisation that it is for; everybody without it
  --expires DATE   the last day on which it is taken: 2027-06-30
  --revokes KEYID  an earlier key of yours that counts no more
  --rotation FILE  a statement that leads from an earlier key to this one (handrail rotate)`,
  options: {
    key: { type: 'string', is: 'PRIVATE', required: true },
    out: { type: 'string', is: 'FILE', required: true },
    audience: { type: 'string', is: 'ORG' },
    expires: { type: 'string', is: 'DATE' },
    revokes: { type: 'string', is: 'KEYID', multiple: true },
    rotation: { type: 'string', is: 'FILE', multiple: true },
  },
  async run(given, io) {
    const [file = ''] = given.operands;
    const out = valueOf(given, 'out');
    if (out === file) throw new Unusable('--out is the pack itself: the signed pack is another file');
    const expires = valueOf(given, 'expires');
    const audience = valueOf(given, 'audience').trim();
    const { text, pack, findings } = await readAs(file, io, async (read) => ({
      text: read,
      ...(await lintText(read, { today: io.today })),
    }));
    const errors = findings.filter(({ level }) => level === 'error');
    if (errors.length > 0) {
      io.write(findingsInWords(errors, painter(io)));
      io.error('Not signed: mend the errors first.\n');
      return 1;
    }
    const key = await readPrivateKey(valueOf(given, 'key'), io);
    const rotations = await Promise.all((given.values.get('rotation') ?? []).map(async (each) => (await io.read(each)).trim()));
    const terms = {
      issuedAt: io.now,
      ...(audience !== '' && { audience }),
      ...(expires !== '' && { expiresAt: endOf(expires) }),
      revokes: given.values.get('revokes') ?? [],
      rotations,
    };
    const signed = await signPack(text, terms, key).catch((error: unknown) => {
      throw error instanceof RangeError ? new Unusable(error.message) : error;
    });
    await io.save(out, signed);
    io.write(`${out}: ${pack.id} ${pack.version}, signed\n`);
    return 0;
  },
};

/** When a day is over, in UTC, in milliseconds since 1970. */
function endOf(day: string): number {
  if (parseDay(day) === null) throw new Unusable(`--expires ${JSON.stringify(day)} is not a date, such as 2027-06-30`);
  return Date.parse(`${day}T00:00:00Z`) + DAY_MS;
}
