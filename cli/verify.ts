/** `handrail verify FILE`: whether a signed pack would be taken by somebody who trusts a key; or why not. */
import { version } from '../lib/pack/primitives';
import { checkSigned, type Checked } from '../lib/pack/signed/check';
import type { Refusal } from '../lib/pack/signed/refusal';
import { refusalWords } from '../lib/pack/signed/words';
import { isNewer } from '../lib/pack/version';
import { fingerprintOf } from '../lib/signing/fingerprint';
import { type Command, NotText, Unusable, valueOf } from './command';
import { readPublicKey } from './key-file';

/** A spoilt byte is most often no text any more. */
const NOT_TEXT: Checked = { kind: 'refused', refusal: { why: 'malformed', detail: 'it is not UTF-8 text' } };

export const verify: Command = {
  operands: ['FILE'],
  summary: 'says whether a signed pack would be taken, or why it must be refused',
  help: `Exit status: 0 good, 1 refused with the reason on stderr, 2 for input that cannot be used.

  --trust PUBLIC        the public key that must have signed it: public.json
  --audience ORG        the organisation that it must be for; a pack for everybody is for each
  --newer-than VERSION  the version that it must be newer than`,
  options: {
    trust: { type: 'string', is: 'PUBLIC', required: true },
    audience: { type: 'string', is: 'ORG' },
    'newer-than': { type: 'string', is: 'VERSION' },
  },
  async run(given, io) {
    const [file = ''] = given.operands;
    const least = valueOf(given, 'newer-than');
    const organisation = valueOf(given, 'audience').trim();
    if (least !== '' && !version.safeParse(least).success)
      throw new Unusable(`--newer-than ${JSON.stringify(least)} is not a version: three numbers, such as 1.4.0`);
    const { id, name } = await readPublicKey(valueOf(given, 'trust'), io);
    const trusting = {
      keys: new Map([[id, { publisher: name, audience: null, how: 'policy' as const }]]),
      revoked: new Set<string>(),
      mayTrust: false,
      organisation: organisation === '' ? null : organisation,
      accepted: [],
    };
    const text = await io.read(file).catch((error: unknown) => {
      if (error instanceof NotText) return null;
      throw error;
    });
    const checked = text === null ? NOT_TEXT : await checkSigned(text, trusting, io.now);
    const refusal = refusalOf(checked, least);
    if (refusal) {
      io.error(`Refused (${refusal.why}): ${refusalWords(refusal, dayOf)}\n`);
      return 1;
    }
    if (checked.kind === 'good') io.write(inWords(checked));
    return 0;
  },
};

function refusalOf(checked: Checked, least: string): Refusal | null {
  switch (checked.kind) {
    case 'refused':
      return checked.refusal;
    case 'ask':
      return { why: 'untrusted-key', key: checked.claims.key };
    case 'good': {
      const { version: found } = checked.claims;
      return least !== '' && !isNewer(found, least) ? { why: 'older', version: found, known: least } : null;
    }
  }
}

function inWords({ claims, digest }: Extract<Checked, { kind: 'good' }>): string {
  const rows = [
    ['pack', `${claims.pack} ${claims.version}`],
    ['publisher', claims.publisher],
    ['key', `${fingerprintOf(claims.key)} (${claims.key})`],
    ['for', claims.audience ?? 'everybody'],
    ['signed', dayOf(claims.issuedAt)],
    ...(claims.expiresAt === null ? [] : [['good until', dayOf(claims.expiresAt)]]),
    ['SHA-256', digest],
  ];
  return `Good\n${rows.map(([what = '', is = '']) => `  ${what.padEnd(10)}  ${is}\n`).join('')}`;
}

function dayOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
