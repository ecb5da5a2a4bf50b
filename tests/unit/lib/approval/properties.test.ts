// @vitest-environment node
/** No code but those that an approver's key made is ever taken, and nothing that is pasted is a bug. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRequest, requestCode } from '../../../../lib/approval/request';
import { made, refusalOf, request, stranger } from './made';

const good = await made();
/** Each is truly signed, and good for something else. */
const others = await Promise.all([made({ approval: 'legal' }), made({ record: 'hubspot|1|deal|2' }), made({ key: stranger })]);

/** One change to a code that a blank in a mail would not make. */
const mutation = fc.oneof(
  fc
    .tuple(fc.nat(good.length - 1), fc.nat(7))
    .map(([at, bit]) => good.slice(0, at) + String.fromCharCode(good.charCodeAt(at) ^ (1 << bit)) + good.slice(at + 1)),
  fc
    .tuple(fc.nat(good.length - 1), fc.string({ minLength: 1, maxLength: 4 }))
    .map(([at, more]) => good.slice(0, at) + more + good.slice(at)),
  fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 60 })).map(([at, less]) => good.slice(0, at) + good.slice(at + less)),
  fc.tuple(fc.nat(good.length - 2), fc.nat(good.length - 2)).map(([a, b]) => {
    const letters = [...good];
    [letters[a], letters[b]] = [letters[b] ?? '', letters[a] ?? ''];
    return letters.join('');
  }),
  fc.tuple(fc.nat(others.length - 1), fc.nat(good.length - 1)).map(([which, at]) => good.slice(0, at) + (others[which] ?? '').slice(at)),
  fc
    .array(fc.constantFrom(...good.split('.'), ...others.flatMap((one) => one.split('.'))), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join('.')),
);

/** A mutation that says the same to whoever reads it aloud: it differs by what a mail puts in, and is the code. */
const asPasted = (text: string) => text.replace(/^[\s>]+/gmu, '').replace(/[\s\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '');

it('no mutated code is taken', async () => {
  await fc.assert(
    fc.asyncProperty(mutation, async (text) => {
      fc.pre(asPasted(text) !== good);
      expect(await refusalOf(text)).not.toBeNull();
    }),
    { numRuns: 3000 },
  );
});

it('no text at all is taken, and none is a bug', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary', maxLength: 500 }), fc.json(), fc.base64String()), async (text) => {
      for (const prefix of ['', 'HRA1.', 'HRQ1.', `${good.split('.').slice(0, 2).join('.')}.`]) {
        expect(await refusalOf(prefix + text)).not.toBeNull();
        const found = readRequest(prefix + text);
        expect('refused' in found).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

it('whatever a rep writes comes through, but for what hides or is too long, and comes through the same again', () => {
  const words = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(words, words, words, (title, by, note) => {
      const first = readRequest(requestCode({ ...request, title, by, note }));
      if (!('request' in first)) throw new Error(first.refused);
      expect(readRequest(requestCode(first.request))).toEqual(first);
    }),
    { numRuns: 2000 },
  );
});
