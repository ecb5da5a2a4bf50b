// @vitest-environment node
/** A code grants one approval on one record for some days, once. Whatever else is pasted is refused, and the reason told. */
import { describe, expect, it } from 'vitest';
import { grantCode, grantType, mostMs } from '../../../../lib/approval/grant';
import { requestCode } from '../../../../lib/approval/request';
import { verifyGrant, type GrantRefusal, type Wanted } from '../../../../lib/approval/verify';
import { decode } from '../../../../lib/signing/jws';
import { hmacJws } from '../signing/raw';
import { dana, DAY, HOUR, made, NOW, odd, RECORD, refusalOf, request, sam, stranger, wanted } from './made';

const code = await made();
const [header = '', payload = '', signature = ''] = code.slice(grantType.length + 1).split('.');
const granted = { r: RECORD, p: 'acme-sales', a: 'approve-discount', f: NOW / 1000, u: NOW / 1000 + 3600 };

describe('a code', () => {
  it('grants what was asked for', async () => {
    expect(await verifyGrant(code, wanted)).toEqual({
      row: {
        record: RECORD,
        pack: 'acme-sales',
        approval: 'approve-discount',
        by: 'Dana Lind',
        key: dana.id,
        code: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/) as string,
        until: NOW + DAY,
      },
    });
  });

  it('says no more than which approval, which record, and from when to when', () => {
    expect(JSON.parse(decode(payload) ?? '')).toEqual({ ...granted, u: (NOW + DAY) / 1000 });
  });

  it('takes no more than some lines of a mail', async () => {
    expect(code.length).toBeLessThanOrEqual(395);
    expect((await made({ record: 'hubspot|12345678|deal|9876543210' })).length).toBeLessThanOrEqual(350);
  });

  it.each<[when: string, otherwise: Parameters<typeof made>[0], now: number]>([
    ['at its last moment', { until: NOW + HOUR }, NOW + HOUR - 1],
    ['made by a clock that is ten minutes ahead', { now: NOW + 10 * 60_000 }, NOW],
    ['for 30 days, to the end of the last', { until: NOW + 31 * DAY - 1 }, NOW],
    ['of the other approver', { key: sam }, NOW],
  ])('counts %s', async (_, otherwise, now) => {
    expect(await refusalOf(await made(otherwise), { now })).toBeNull();
  });

  it('of an approver whom the step names counts', async () => {
    expect(await refusalOf(code, { approval: { id: 'approve-discount', approvers: ['sam', 'dana'] } })).toBeNull();
  });

  it('has an id of its own, and the same one however it is pasted', async () => {
    const idOf = async (text: string) => {
      const verified = await verifyGrant(text, wanted);
      return 'row' in verified ? verified.row.code : '';
    };
    const ids = [
      code,
      ` ${code.replace(/.{60}/g, '$&\n> ')} `,
      await made({ now: NOW - 1000 }),
      await made({ key: sam }),
      await made({ until: NOW + 2 * DAY }),
    ];
    const [first, again, ...others] = await Promise.all(ids.map(idOf));
    expect(again).toBe(first);
    expect(new Set([first, ...others]).size).toBe(4);
  });

  it.each([
    ['with an end before its beginning', NOW - 1],
    ['that never begins', NOW],
    ['for a year', NOW + 365 * DAY],
    ['without end', Infinity],
    ['until no time at all', NaN],
  ])('%s is not made', async (_, until) => {
    await expect(grantCode(request, { now: NOW, until, key: dana })).rejects.toThrow(RangeError);
  });
});

describe('what a mail does to a code is undone:', () => {
  const wrapped = (every: number, by: string) => code.match(new RegExp(`.{1,${every}}`, 'g'))?.join(by) ?? '';
  it.each([
    ['blanks around it', `\t${code}\r\n`],
    ['lines of 76 letters', wrapped(76, '\n')],
    ['lines of 76 letters in an answer', `> ${wrapped(76, '\r\n> ')}`],
    ['blanks that do not break', wrapped(33, '\u00A0')],
    ['blanks without width', wrapped(11, '\u200B')],
    ['the mark at the start of a file', `\uFEFF${code}`],
  ])('%s', async (_, text) => {
    expect(await refusalOf(text)).toBeNull();
  });
});

describe('is refused, and why:', () => {
  const year = 365 * DAY;
  it.each<[what: string, text: () => string | Promise<string>, refusal: GrantRefusal, otherwise?: Partial<Wanted>]>([
    ['nothing', () => '', { why: 'not-a-code' }],
    ['some words', () => 'Approved. Dana', { why: 'not-a-code' }],
    ['the beginning alone', () => 'HRA1.', { why: 'not-a-code' }],
    ['words before it', () => `Your code: ${code}`, { why: 'not-a-code' }],
    ['words behind it', () => `${code} Thanks, Dana`, { why: 'not-a-code' }],
    ['a letter behind it', () => `${code}A`, { why: 'not-a-code' }],
    ['a code that is cut short', () => code.slice(0, 380), { why: 'not-a-code' }],
    ['the code twice', () => `${code}${code}`, { why: 'not-a-code' }],
    ['a later version', () => code.replace('HRA1.', 'HRA2.'), { why: 'not-a-code' }],
    ['small letters', () => code.toLowerCase(), { why: 'not-a-code' }],
    ['letters that only look the same', () => code.replace('HRA1.', 'НRА1.'), { why: 'not-a-code' }],
    ['letters of full width', () => code.replace('HRA1.', 'ＨＲＡ１.'), { why: 'not-a-code' }],
    ['a dot that only looks like one', () => code.replace(/\.(?=[^.]*$)/, '․'), { why: 'not-a-code' }],
    ['a request', () => requestCode(request), { why: 'a-request' }],
    ['a very long text', () => `${code}${' '.repeat(10_000_000)}`, { why: 'too-long' }],

    [
      'the payload of another code',
      async () => `HRA1.${header}.${(await made({ approval: 'legal' })).split('.')[2] ?? ''}.${signature}`,
      { why: 'forged' },
    ],
    [
      'the signature of another code',
      async () => `HRA1.${header}.${payload}.${(await made({ approval: 'legal' })).split('.')[3] ?? ''}`,
      { why: 'forged' },
    ],
    ['somebody else’s key under an approver’s name', async () => made({ key: { ...stranger, id: dana.id } }), { why: 'forged' }],
    ['one approver’s key under the other’s name', async () => made({ key: { ...dana, id: sam.id } }), { why: 'forged' }],
    ['somebody else’s key', () => made({ key: stranger }), { why: 'unknown-key' }],
    [
      'the key of somebody whom the pack does not name any more',
      () => code,
      { why: 'unknown-key' },
      { approvers: wanted.approvers.slice(1) },
    ],
    ['any key, where the pack names nobody', () => code, { why: 'unknown-key' }, { approvers: [] }],
    ['no algorithm', () => odd(granted, { alg: 'none', kid: dana.id, typ: grantType }), { why: 'not-a-code' }],
    [
      'the public key as a shared secret',
      async () =>
        `HRA1.${await hmacJws({ alg: 'HS256', kid: dana.id, typ: grantType }, granted, new TextEncoder().encode(dana.publicKey))}`,
      { why: 'not-a-code' },
    ],
    [
      'a signature that was made for something else',
      () => odd(granted, { alg: 'Ed25519', kid: dana.id, typ: 'PACK1' }),
      { why: 'not-a-code' },
    ],

    [
      'a signed payload with a key that is given twice',
      () => odd(JSON.stringify(granted).replace('"a":', '"a":"legal","a":')),
      { why: 'not-a-code' },
    ],
    ['a signed payload with a key too many', () => odd({ ...granted, x: 1 }), { why: 'not-a-code' }],
    ['a signed payload with a key too few', () => odd({ ...granted, u: undefined }), { why: 'not-a-code' }],
    ['a signed payload with a blank', () => odd(JSON.stringify(granted, null, 1)), { why: 'not-a-code' }],
    [
      'a signed payload with its keys in another order',
      () => odd(Object.fromEntries(Object.entries(granted).reverse())),
      { why: 'not-a-code' },
    ],
    ['a signed payload that is a list', () => odd([granted]), { why: 'not-a-code' }],
    ['a signed payload that is no JSON', () => odd('approved'), { why: 'not-a-code' }],
    ['a signed time without end', () => odd(JSON.stringify(granted).replace(/"u":\d+/, '"u":1e999')), { why: 'not-a-code' }],
    ['a signed time that is text', () => odd({ ...granted, u: String(granted.u) }), { why: 'not-a-code' }],
    ['a signed record in another spelling', () => odd({ ...granted, r: RECORD.replace('0065g', '0065%67') }), { why: 'not-a-code' }],

    ['another pack', () => made({ pack: 'acme-emea' }), { why: 'other-pack', pack: 'acme-emea' }],
    ['another record', () => made({ record: `${RECORD.slice(0, -1)}W` }), { why: 'other-record', record: `${RECORD.slice(0, -1)}W` }],
    [
      'the same id in another org',
      () => made({ record: RECORD.replace('acme', 'evil') }),
      { why: 'other-record', record: RECORD.replace('acme', 'evil') },
    ],
    ['another approval', () => made({ approval: 'legal-approved' }), { why: 'other-approval', approval: 'legal-approved' }],
    [
      'an approver whom the step does not name',
      () => code,
      { why: 'not-allowed', by: 'Dana Lind', allowed: ['Sam Okafor'] },
      { approval: { id: 'approve-discount', approvers: ['sam'] } },
    ],
    ['a code from the future', () => made({ now: NOW + HOUR }), { why: 'not-yet', from: NOW + HOUR }],
    ['a code whose day is over', () => made({ now: NOW - 2 * DAY, until: NOW - DAY }), { why: 'expired', until: NOW - DAY }],
    ['a code at the moment it runs out', () => made({ now: NOW - DAY, until: NOW }), { why: 'expired', until: NOW }],
    ['a code for a year', () => odd({ ...granted, u: (NOW + year) / 1000 }), { why: 'too-many-days' }],
    ['a code for a moment too long', () => odd({ ...granted, u: (NOW + mostMs) / 1000 + 1 }), { why: 'too-many-days' }],
    ['a code that was entered before', () => code, { why: 'used' }, { used: async () => true }],
  ])('%s', async (_, text, refusal, otherwise) => {
    expect(await refusalOf(await text(), otherwise)).toEqual(refusal);
  });

  it('whether it was entered before is asked of codes that would count, by their id, and of no others', async () => {
    const asked: string[] = [];
    const used = async (id: string) => {
      asked.push(id);
      return false;
    };
    await refusalOf(await made({ pack: 'other' }), { used });
    await refusalOf(await made({ key: stranger }), { used });
    expect(asked).toEqual([]);
    const verified = await verifyGrant(code, { ...wanted, used });
    expect(asked).toEqual(['row' in verified ? verified.row.code : null]);
  });
});
