// @vitest-environment node
/** A request travels as a code and comes back as it was; whatever else is pasted is refused in time. */
import { describe, expect, it } from 'vitest';
import { type ApprovalRequest, readRequest, requestCode } from '../../../../lib/approval/request';
import { encode } from '../../../../lib/signing/jws';
import { made, RECORD, request } from './made';

const code = requestCode(request);
const read = (text: string) => readRequest(text);
const refusal = (text: string) => {
  const found = read(text);
  return 'refused' in found ? found.refused : null;
};
const payload = { r: RECORD, p: 'acme-sales', a: 'approve-discount', t: 'T', b: '', n: '', w: 1_795_000_000 };
const handMade = (otherwise: object | string) =>
  `HRQ1.${encode(typeof otherwise === 'string' ? otherwise : JSON.stringify({ ...payload, ...otherwise }))}`;

describe('a request', () => {
  it('comes back as it was', () => {
    expect(read(code)).toEqual({ request });
  });

  it.each<[what: string, otherwise: Partial<ApprovalRequest>]>([
    ['without name and note', { by: '', note: '' }],
    ['for a deal in HubSpot', { record: 'hubspot|12345678|deal|9876543210' }],
    ['in another script', { by: 'Ana Ruíz Ñandú', note: '折扣 18 % – für zwei Jahre 🙂', title: 'Rabatt genehmigen lassen' }],
    ['with quotes and brackets', { note: '"18 %" {"a":1} <b>now</b> \\ end' }],
  ])('%s does too', (_, otherwise) => {
    expect(read(requestCode({ ...request, ...otherwise }))).toEqual({ request: { ...request, ...otherwise } });
  });

  it('takes no more than the letters of a long text message', () => {
    expect(code.length).toBeLessThanOrEqual(310);
    expect(requestCode({ ...request, record: 'hubspot|12345678|deal|9876543210', note: '' }).length).toBeLessThanOrEqual(210);
  });

  it('holds what it is asked with, and nothing else', () => {
    expect(Object.keys(JSON.parse(atob(code.slice(5))) as object)).toEqual(['r', 'p', 'a', 't', 'b', 'n', 'w']);
  });

  it.each<[what: string, said: string, travels: string]>([
    ['line breaks and tabs', 'one\ntwo\r\n\tthree', 'one two three'],
    ['blanks around it', '  note  ', 'note'],
    ['a turned direction of reading', 'pay \u202Etxt.exe', 'pay txt.exe'],
    ['what cannot be seen', 'no\u200Bte\u2066\uFEFF', 'note'],
    ['control characters', 'a\u0000b\u001B[31m', 'a b [31m'],
    ['half a character', 'a\uD83Db', 'ab'],
    ['more than there is room for', 'x'.repeat(300), `${'x'.repeat(199)}…`],
    ['a character that the end would cut in two', `${'x'.repeat(198)}🙂🙂`, `${'x'.repeat(198)}…`],
  ])('takes %s out of the note', (_, said, travels) => {
    expect(read(requestCode({ ...request, note: said }))).toEqual({ request: { ...request, note: travels } });
  });

  it('with the longest of everything can still be read', () => {
    const longest = { title: '世'.repeat(200), by: '"'.repeat(100), note: '世'.repeat(500), record: `salesforce|${'h'.repeat(300)}|O|0` };
    expect(refusal(requestCode({ ...request, ...longest, pack: 'p'.repeat(64), approval: 'a'.repeat(64) }))).toBeNull();
  });
});

describe('what a mail does to a code is undone:', () => {
  const wrapped = (every: number, by: string) => code.match(new RegExp(`.{1,${every}}`, 'g'))?.join(by) ?? '';
  it.each([
    ['blanks around it', `  \n${code}\n\n`],
    ['lines of 76 letters', wrapped(76, '\r\n')],
    ['lines of 76 letters in an answer', `> ${wrapped(76, '\n> ')}`],
    ['an answer to an answer', `>> ${wrapped(60, '\n>> ')}`],
    ['blanks that do not break', wrapped(40, '\u00A0')],
    ['soft hyphens', wrapped(30, '\u00AD')],
    ['blanks without width', wrapped(20, '\u200B')],
    ['the mark at the start of a file', `\uFEFF${code}`],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({ request });
  });
});

describe('is no request:', () => {
  it.each<[why: string, text: string]>([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['some words', 'Please approve 18 %'],
    ['the beginning alone', 'HRQ1.'],
    ['a code with words around it', `Here you are: ${code} Thanks`],
    ['a code with a letter too many', `${code}A`],
    ['a code that is cut short', code.slice(0, -3)],
    ['a later version', code.replace('HRQ1', 'HRQ2')],
    ['small letters', code.toLowerCase()],
    ['letters that only look the same', code.replace('HRQ1', 'НRQ1')],
    ['letters of full width', code.replace('HRQ1.', 'ＨＲＱ１．')],
    ['no JSON', handMade('{"r":')],
    ['JSON of another kind', handMade('[]')],
    ['nothing in it', handMade('{}')],
    ['a key too many', handMade({ x: 1 })],
    ['a key too few', handMade({ n: undefined })],
    ['a key that is given twice', handMade(JSON.stringify(payload).replace('"p":', '"p":"other-pack","p":'))],
    ['a blank between its parts', handMade(JSON.stringify(payload, null, 1))],
    ['keys in another order', handMade(JSON.stringify(Object.fromEntries(Object.entries(payload).reverse())))],
    ['a number written otherwise', handMade(JSON.stringify(payload).replace('1795000000', '1.795e9'))],
    ['a record that is none', handMade({ r: 'Opportunity 006' })],
    ['a record of another CRM', handMade({ r: 'pipedrive|acme|deal|1' })],
    ['a record that is not saved yet', handMade({ r: 'hubspot|1|deal|' })],
    ['a record that is written otherwise', handMade({ r: 'hubspot|1|deal|%2525%41' })],
    ['a record that turns the direction of reading', handMade({ r: 'hubspot|1|deal|\u202E99' })],
    ['a pack’s id that is none', handMade({ p: '../acme' })],
    ['a step’s id that is none', handMade({ a: '<img src=x onerror=alert(1)>' })],
    ['a name that hides something', handMade({ b: 'Ana\u202E' })],
    ['a note of several lines', handMade({ n: 'a\nb' })],
    ['a note longer than there is room for', handMade({ n: 'x'.repeat(201) })],
    ['a title longer than there is room for', handMade({ t: 'x'.repeat(81) })],
    ['a time that is none', handMade({ w: -1 })],
    ['a time with a fraction', handMade({ w: 1_795_000_000.5 })],
    ['a text for a time', handMade({ w: 'now' })],
    ['a hidden key', handMade(JSON.stringify(payload).replace('"p":', '"__proto__":{"a":"x"},"p":'))],
  ])('%s', (_, text) => {
    expect(refusal(text)).toBe('not-a-request');
  });

  it('but a code that answers one, which is told', async () => {
    expect(refusal(await made())).toBe('a-grant');
  });

  it.each([
    ['a long text', 'x'.repeat(6001)],
    ['a novel that begins as a code', code + 'A'.repeat(5_000_000)],
    ['ten million blanks', `${' '.repeat(10_000_000)}${code}`],
  ])('%s, which is not even looked at', (_, text) => {
    expect(refusal(text)).toBe('too-long');
  });
});
