/** What every command has in common: help, and input that cannot be used. */
import { describe, expect, it } from 'vitest';
import { handrail, teamPack } from './world';

describe('help', () => {
  it('lists every command', async () => {
    const { status, out } = await handrail(['--help']);
    expect(status).toBe(0);
    for (const usage of ['lint PACK', 'schema', 'judge PACK CASE', 'diff OLD NEW', 'keygen', 'sign PACK', 'verify FILE', 'rotate'])
      expect(out).toContain(usage);
  });

  it.each([
    ['lint', 'usage: handrail lint PACK [--strict] [--json]'],
    ['schema', 'usage: handrail schema'],
    ['judge', 'usage: handrail judge PACK CASE [--json]'],
    ['diff', 'usage: handrail diff OLD NEW [--json]'],
    ['keygen', 'usage: handrail keygen --out FOLDER [--name NAME]'],
    ['sign', 'usage: handrail sign PACK --key PRIVATE --out FILE [--audience ORG] [--expires DATE] [--revokes KEYID]… [--rotation FILE]…'],
    ['verify', 'usage: handrail verify FILE --trust PUBLIC [--audience ORG] [--newer-than VERSION]'],
    ['rotate', 'usage: handrail rotate --key OLDPRIVATE --to NEWPUBLIC --out FILE'],
  ])('%s says how it is used', async (command, usage) => {
    const { status, out, err } = await handrail([command, '--help']);
    expect([status, out.split('\n')[0], err]).toEqual([0, usage, '']);
  });

  it('tells the version', async () => {
    expect(await handrail(['--version'])).toEqual({ status: 0, out: '1.2.3\n', err: '' });
  });
});

describe('input that cannot be used ends with 2, the reason on stderr and nothing on stdout', () => {
  it.each<[string, string[], string]>([
    ['no command', [], 'which command?'],
    ['an unknown command, with the one that was meant', ['lnit', 'p'], '"lnit" is not a command; did you mean "lint"?'],
    ['a name that every object has', ['constructor'], '"constructor" is not a command'],
    [
      'an unknown option, with the one that was meant',
      ['lint', 'team-pack.yaml', '--strit'],
      '--strit is not an option here; did you mean "--strict"?',
    ],
    ['an option of another command', ['diff', 'a', 'b', '--strict'], '--strict is not an option here'],
    ['an option with a value that it does not take', ['lint', 'team-pack.yaml', '--json=yes'], '--json takes no value'],
    ['an option without its value', ['keygen', '--out'], '--out needs FOLDER\nusage: handrail keygen'],
    ['an option with the next one for its value', ['keygen', '--out', '--name', 'x'], '--out needs FOLDER'],
    ['an option with nothing for its value', ['keygen', '--out='], '--out needs FOLDER'],
    ['an option that is needed', ['keygen', '--name', 'x'], '--out FOLDER is missing\nusage: handrail keygen'],
    ['an option that counts once, twice', ['keygen', '--out', 'a', '--out', 'b'], '--out is given twice'],
    ['a file too few', ['diff', 'team-pack.yaml'], 'NEW is missing\nusage: handrail diff OLD NEW'],
    ['a file too many', ['lint', 'team-pack.yaml', 'b.yaml'], '"b.yaml" is one thing too many'],
    ['standard input twice', ['diff', '-', '-'], '- can stand for one file only'],
    ['a file that is not there', ['lint', 'nope.yaml'], 'nope.yaml: there is no such file'],
  ])('%s', async (_, args, reason) => {
    const { status, out, err } = await handrail(args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(reason);
  });

  it.each([
    ['lint', ['lint', '-']],
    ['judge', ['judge', '-', 'case.json']],
    ['diff', ['diff', 'team-pack.yaml', '-']],
  ])('%s of a pack of the wrong shape: file, place and reason, one line each', async (_, args) => {
    const spoilt = teamPack.replace('severity: warn', 'severity: wran').replace('kind: email', 'kind: letter');
    const { status, out, err } = await handrail(args, { '-': spoilt });
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(
      'standard input: sops[0] "Discovery" › exit[1] › severity: must be one of tip, warn, reason, block; did you mean "warn"?\n',
    );
    expect(err).toContain('standard input: templates[0] "Agenda of the first call" › kind: must be one of');
    expect(err.trimEnd().split('\n')).toHaveLength(2);
  });
});
