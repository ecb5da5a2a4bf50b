// @vitest-environment node
/** `handrail keygen`, `sign`, `verify` and `rotate`: from a new key to a pack that is taken, or refused with the reason. */
import { describe, expect, it } from 'vitest';
import { openBackup } from '../../../lib/signing/backup';
import { handrail, teamPack } from './world';

const files: Record<string, string> = {
  bad: teamPack.replace('{ field: budget, is: equal, value: true }', '{ field: budgt, is: filled }'),
};
const signed = ['sign', 'team-pack.yaml', '--key', 'k/private.json', '--out', 'team.handrail'];
const day = { now: Date.parse('2026-11-23T12:00:00Z') };

const made = await handrail(['keygen', '--out', 'k/', '--name', 'Acme'], files);
const next = await handrail(['keygen', '--out', 'next'], files);
await handrail([...signed, '--audience', 'acme.example', '--expires', '2026-12-31'], files);

describe('keygen', () => {
  it('writes both halves and says the fingerprint', async () => {
    const about = JSON.parse(files['k/public.json']!) as { fingerprint: string };
    expect(made).toEqual({ status: 0, out: `k/private.json\nk/public.json\nFingerprint: ${about.fingerprint}\n`, err: '' });
    const opened = await openBackup(files['k/private.json']!, 'correct horse battery');
    expect(opened).toMatchObject({ name: 'Acme', key: { publicKey: expect.any(String) as string } });
    const { id, publicKey: key } = 'key' in opened ? opened.key : {};
    expect(about).toEqual({ key, id, fingerprint: about.fingerprint, name: 'Acme' });
    expect(files['k/public.json']).not.toBe(files['next/public.json']);
    expect(next.status).toBe(0);
  });

  it.each<[string, string[], Record<string, string>, object, string]>([
    [
      'a private key that is there',
      ['--out', 'k'],
      { 'k/private.json': 'x' },
      {},
      'k/private.json: is there already, and is left as it is\n',
    ],
    ['a public key that is there', ['--out', 'k'], { 'k/public.json': 'x' }, {}, 'k/public.json: is there already, and is left as it is\n'],
    ['no passphrase', ['--out', 'k'], {}, { passphrase: '' }, 'set HANDRAIL_PASSPHRASE to a passphrase for the key\n'],
    [
      'a short one',
      ['--out', 'k'],
      {},
      { passphrase: 'short' },
      'the passphrase in HANDRAIL_PASSPHRASE is too short: at least 12 characters\n',
    ],
  ])('writes nothing for %s', async (_, args, before, more, err) => {
    const after = { ...before };
    expect(await handrail(['keygen', ...args], after, more)).toEqual({ status: 2, out: '', err });
    expect(after).toEqual(before);
  });
});

describe('sign', () => {
  it('says what it signed', async () => {
    expect(await handrail(signed, { ...files })).toEqual({ status: 0, out: 'team.handrail: acme-new-business 1.2.0, signed\n', err: '' });
  });

  it('signs no pack in which lint finds errors: they are told, and nothing is written', async () => {
    const after = { ...files };
    const { status, out, err } = await handrail(['sign', 'bad', '--key', 'k/private.json', '--out', 'bad.handrail'], after);
    expect([status, err]).toEqual([1, 'Not signed: mend the errors first.\n']);
    expect(out).toContain('"budgt" is not a field of this pack');
    expect(after).toEqual(files);
  });

  it.each<[string, string[], object, string]>([
    [
      'another passphrase',
      signed,
      { passphrase: 'battery horse correct' },
      'k/private.json: HANDRAIL_PASSPHRASE is not the passphrase of this key',
    ],
    ['no passphrase', signed, { passphrase: '' }, 'k/private.json: set HANDRAIL_PASSPHRASE to the passphrase of this key'],
    [
      'the public key',
      ['sign', 'team-pack.yaml', '--key', 'k/public.json', '--out', 'x'],
      {},
      'k/public.json: is not the file of a private key, or is damaged',
    ],
    ['a day that is none', [...signed, '--expires', '31.12.2026'], {}, '--expires "31.12.2026" is not a date, such as 2027-06-30'],
    ['a day that is over', [...signed, '--expires', '2026-11-21'], {}, 'The pack would have expired before it is signed.'],
    ['a statement that is none', [...signed, '--rotation', 'k/public.json'], {}, 'a statement about a new key in it is none'],
    ['itself for the output', ['sign', 'bad', '--key', 'k/private.json', '--out', 'bad'], {}, '--out is the pack itself'],
  ])('cannot be done with %s', async (_, args, more, reason) => {
    const after = { ...files };
    const { status, out, err } = await handrail(args, after, more);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(reason);
    expect(after).toEqual(files);
  });
});

describe('verify', () => {
  it('says what a good pack is and who signed it', async () => {
    const { status, out, err } = await handrail(['verify', 'team.handrail', '--trust', 'k/public.json'], files, day);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^Good\n {2}pack {8}acme-new-business 1\.2\.0\n {2}publisher {3}Acme Sales Operations\n {2}key +(\w{5}-){4}\w{5} \(/,
    );
    expect(out).toContain('for         acme.example\n  signed      2026-11-22 12:00 UTC\n  good until  2027-01-01 00:00 UTC\n');
  });

  const file = (change: (text: string) => string) => ({ f: change(files['team.handrail']!) });
  it.each<[string, string[], Record<string, string>, object, number, string]>([
    ['its organisation', ['--audience', 'acme.example', '--newer-than', '1.1.9'], file((text) => text), {}, 0, ''],
    ['another key', ['--trust', 'next/public.json'], file((text) => text), {}, 1, 'untrusted-key'],
    ['another organisation', ['--audience', 'globex.example'], file((text) => text), {}, 1, 'other-organisation'],
    ['its own version as the least', ['--newer-than', '1.2.0'], file((text) => text), {}, 1, 'older'],
    ['a newer version as the least', ['--newer-than', '1.10.0'], file((text) => text), {}, 1, 'older'],
    ['its last day over', [], file((text) => text), { now: Date.parse('2027-01-01T00:00:00Z') }, 1, 'expired'],
    ['a clock that is behind', [], file((text) => text), { now: Date.parse('2026-11-22T11:49:00Z') }, 1, 'not-yet'],
    ['one letter changed', [], file((text) => text.replace(/"payload":"./, '"payload":"a')), {}, 1, 'forged'],
    ['a line break behind it', [], file((text) => `${text}\n`), {}, 1, 'malformed'],
    ['no signature', [], { f: teamPack }, {}, 1, 'not-signed'],
  ])('with %s', async (_, args, more, world, status, reason) => {
    const trust = args.includes('--trust') ? [] : ['--trust', 'k/public.json'];
    const outcome = await handrail(['verify', 'f', ...trust, ...args], { ...files, ...more }, { ...day, ...world });
    expect(outcome.status, outcome.err).toBe(status);
    if (status === 0) expect(outcome).toMatchObject({ out: expect.stringMatching(/^Good\n/) as string, err: '' });
    else expect(outcome).toMatchObject({ out: '', err: expect.stringMatching(new RegExp(`^Refused \\(${reason}\\): .+\\n$`)) as string });
  });

  it.each<[string, string[], string]>([
    ['a key file that is none', ['verify', 'team.handrail', '--trust', 'team.handrail'], 'team.handrail: is not the file of a public key'],
    [
      'a version that is none',
      ['verify', 'team.handrail', '--trust', 'k/public.json', '--newer-than', '1.2'],
      '--newer-than "1.2" is not a version',
    ],
    ['a file that is not there', ['verify', 'gone.handrail', '--trust', 'k/public.json'], 'gone.handrail: there is no such file'],
  ])('cannot be done with %s', async (_, args, reason) => {
    const { status, out, err } = await handrail(args, files, day);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(reason);
  });
});

describe('rotate', () => {
  it('whoever trusts the old key takes what the new one signs, once the statement comes with it', async () => {
    const world = { ...files };
    const byNext = ['sign', 'team-pack.yaml', '--key', 'next/private.json', '--out', 'next.handrail'];
    const check = () => handrail(['verify', 'next.handrail', '--trust', 'k/public.json'], world, day);
    expect((await handrail(['rotate', '--key', 'k/private.json', '--to', 'next/public.json', '--out', 'rotation.txt'], world)).status).toBe(
      0,
    );
    await handrail(byNext, world);
    expect((await check()).err).toContain('Refused (untrusted-key)');
    expect(await handrail([...byNext, '--rotation', 'rotation.txt'], world)).toMatchObject({ status: 0, err: '' });
    expect((await check()).out).toMatch(/^Good\n/);
  });

  it('a key does not come after itself', async () => {
    const outcome = await handrail(['rotate', '--key', 'k/private.json', '--to', 'k/public.json', '--out', 'rotation.txt'], files);
    expect(outcome).toMatchObject({ status: 2, err: expect.stringContaining('cannot come after itself') as string });
  });
});
