/** Signed packs that are written in another way than the one: bytes more or less, base64 and JSON with a choice, packs that are none. */
import { signPack } from '../../../lib/pack/signed/envelope';
import { encode } from '../../../lib/signing/jws';
import { fileOf, headerOf, ISSUED, type Keys, packText, partsOf, rawFile } from './parts';
import { HEADER_NOT_AS_WRITTEN, HEADER_SPOILT, NOT_AS_WRITTEN, type Row, WRONG_PARTS, wrongHeader } from './row';

export async function encoded({ acme, other }: Keys): Promise<Row[]> {
  const good = await signPack(packText(), { issuedAt: ISSUED }, acme);
  const parts = partsOf(good);
  const { protected: header, payload, signature } = parts;
  const raw = (text: string) => rawFile(text, packText(), acme);
  const written = JSON.stringify(headerOf(acme));
  const padded = packText({ title: 'Sample with bits to spare' });
  const spare = [padded, `${padded} `, `${padded}  `].find((text) => encode(text).length % 4 !== 0) ?? '';
  const loose = partsOf(await rawFile(headerOf(acme), spare, acme));
  return [
    ['bytes behind it', `${good}x`, 'malformed: it is not valid JSON'],
    ['a second file behind it', `${good}${good}`, 'malformed: it is not valid JSON'],
    ['a line break behind it', `${good}\n`, NOT_AS_WRITTEN],
    ['a blank before it', ` ${good}`, NOT_AS_WRITTEN],
    ['a byte order mark before it', `\uFEFF${good}`, 'malformed: it is not valid JSON'],
    ['cut short', good.slice(0, -1), 'malformed: it is not valid JSON'],
    ['a blank between its parts', good.replace(',', ', '), NOT_AS_WRITTEN],
    ['saved again with line breaks', JSON.stringify(parts, null, 2), NOT_AS_WRITTEN],
    ['its parts in another order', JSON.stringify({ protected: header, payload, signature }), NOT_AS_WRITTEN],
    ['an escaped letter', good.replace('"signature"', '"sign\\u0061ture"'), NOT_AS_WRITTEN],
    [
      'a part that is given twice',
      good.replace('{', `{"payload":"${encode(packText({ title: 'Another' }))}",`),
      'malformed: it "payload" is given twice',
    ],
    [
      'a signature that is given twice',
      good.replace(',"signature"', `,"signature":"${'A'.repeat(86)}","signature"`),
      'malformed: it "signature" is given twice',
    ],
    ['a part more', good.replace('{', '{"header":{},'), WRONG_PARTS],
    ['a part that nobody knows', good.replace(/\}$/, ',"more":1}'), WRONG_PARTS],
    ['an unprotected algorithm', fileOf(parts, { alg: 'none' }), WRONG_PARTS],
    ['no statements, where there should be some', fileOf(parts, { rotations: [] }), WRONG_PARTS],
    ['more statements than anybody needs', fileOf(parts, { rotations: Array.from({ length: 11 }, () => 'x') }), WRONG_PARTS],
    ['padding behind the signature', good.replace(/"\}$/, '=="}'), WRONG_PARTS],
    ['a signature with spare bits', fileOf({ ...parts, signature: `${signature.slice(0, -1)}${nextLetter(signature)}` }), WRONG_PARTS],
    [
      'a pack with spare bits',
      fileOf({ ...loose, payload: `${loose.payload.slice(0, -1)}${nextLetter(loose.payload)}` }),
      'malformed: the pack in it is not UTF-8 in base64url',
    ],
    ['a pack with padding', fileOf({ ...loose, payload: `${loose.payload}=` }), 'malformed: the pack in it is not UTF-8 in base64url'],
    ['a pack that is not UTF-8', fileOf({ ...parts, payload: '_w' }), 'malformed: the pack in it is not UTF-8 in base64url'],
    ['a header that is no base64', fileOf({ ...parts, protected: '{}' }), 'malformed: the header is not base64url'],
    [
      'a header with a line break in it',
      fileOf({ ...parts, protected: `${header.slice(0, 8)}\n${header.slice(8)}` }),
      'malformed: the header is not base64url',
    ],
    ['a blank in the header', await raw(written.replace(',', ', ')), HEADER_NOT_AS_WRITTEN],
    ['bytes behind the header', await raw(`${written}x`), HEADER_SPOILT],
    ['the header’s keys in another order', await raw(JSON.stringify({ iat: ISSUED / 1000, ...headerOf(acme) })), HEADER_NOT_AS_WRITTEN],
    ['a key id that is given twice', await raw(written.replace('"kid"', `"kid":"${other.id}","kid"`)), HEADER_SPOILT],
    ['a header that is a list', await raw('[]'), HEADER_SPOILT],
    ['nothing in the header', await raw('null'), HEADER_SPOILT],
    ['a publisher that turns the direction of reading', await raw(written.replace('"Acme"', '"\u202EemcA"')), HEADER_NOT_AS_WRITTEN],
    ['a time that is none', await raw(written.replace(/"iat":\d+/, '"iat":1')), wrongHeader('“iat”')],
    [
      'a public key that anybody can sign for',
      await rawFile(headerOf(acme, { key: 'A'.repeat(43) }), packText(), acme),
      wrongHeader('“key”'),
    ],
    ['a pack that is given keys twice', await rawFile(headerOf(acme), packText().replace('{', '{"id":"other",'), acme), 'invalid'],
    ['a pack that is none', await rawFile(headerOf(acme), '{}', acme), 'invalid'],
    ['a pack with another id than its signature says', await rawFile(headerOf(acme, { pack: 'other' }), packText(), acme), 'other-pack'],
    ['with another version', await rawFile(headerOf(acme, { version: '9.0.0' }), packText(), acme), 'other-pack'],
    ['with another publisher', await rawFile(headerOf(acme, { publisher: 'Globex' }), packText(), acme), 'other-pack'],
  ];
}

/** The letter after the last one of some base64url, which differs from it in the lowest bit. */
function nextLetter(encoded: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return letters[letters.indexOf(encoded.at(-1) ?? '') ^ 1] ?? '';
}
