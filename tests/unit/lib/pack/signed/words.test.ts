// @vitest-environment node
/** Every refusal in words: what is the matter, and what to do. */
import { expect, it } from 'vitest';
import type { Refusal } from '../../../../../lib/pack/signed/refusal';
import { refusalWords } from '../../../../../lib/pack/signed/words';

const [key, known] = ['A'.repeat(43), `f${'_'.repeat(42)}`];
const at = Date.parse('2026-11-24T00:00:00Z');

/** One of each, so that the compiler asks for the words of a new one here too. */
const every: { [Why in Refusal['why']]: [Extract<Refusal, { why: Why }>, RegExp] } = {
  'not-signed': [{ why: 'not-signed' }, /not signed.*Ask/],
  malformed: [{ why: 'malformed', detail: 'it is cut short' }, /it is cut short\. Get the file again/],
  forged: [{ why: 'forged' }, /changed after it was signed.*Do not use it/],
  'untrusted-key': [{ why: 'untrusted-key', key }, /babab-babab-babab-babab-babab.*Ask whoever runs Handrail/],
  'revoked-key': [{ why: 'revoked-key', key }, /babab-.*revoked.*new key/],
  'other-key': [{ why: 'other-key', key, known }, /another key \(luz.*than this one \(babab-.*Ask the publisher, by phone/],
  'other-pack': [{ why: 'other-pack', claimed: 'a 1.0.0, Acme', found: 'b 1.0.0, Acme' }, /for a 1\.0\.0, Acme, but.* is b 1\.0\.0/],
  'other-organisation': [{ why: 'other-organisation', audience: 'Globex', expected: 'Acme' }, /is for Globex,.*only packs for Acme/],
  older: [{ why: 'older', version: '1.0.0', known: '1.1.0' }, /1\.0\.0 is not newer than 1\.1\.0.*options page/],
  'other-bytes': [{ why: 'other-bytes', version: '1.0.0' }, /another version 1\.0\.0.*new version number/],
  expired: [{ why: 'expired', expiresAt: at }, /until 2026-11-24\. Ask/],
  'not-yet': [{ why: 'not-yet', issuedAt: at }, /signed on 2026-11-24.*Set the clock right/],
  'clock-back': [{ why: 'clock-back', known: at }, /clock is behind.*2026-11-24.*Set the clock right/],
  'needs-newer': [{ why: 'needs-newer', minimum: '2.0.0', have: '1.0.0' }, /needs Handrail 2\.0\.0.*this is 1\.0\.0\. Update/],
  'not-allowed': [{ why: 'not-allowed' }, /organisation chooses the packs/],
  invalid: [
    { why: 'invalid', problems: Array.from({ length: 7 }, (_, n) => ({ path: n === 0 ? '' : `sops[${n}]`, message: 'is missing' })) },
    /cannot be used\. is missing; sops\[1\]: is missing;.*; and 2 more$/,
  ],
};

it.each(Object.entries(every))('%s', (_, [refusal, words]) => {
  expect(refusalWords(refusal, (time) => new Date(time).toISOString().slice(0, 10))).toMatch(words);
});
