// @vitest-environment node
/** The real process: files, standard input, exit statuses, and what a shell sees. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json';

function shell(args: string[], input = '', env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'cli/handrail.ts', ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

describe('the command line as a process', { timeout: 60_000 }, () => {
  it('reads files and writes JSON where nobody looks on', () => {
    const { status, stdout, stderr } = shell(['judge', 'docs/examples/team-pack.yaml', 'docs/examples/case.json']);
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'block' });
  });

  it('reads standard input', () => {
    const { status, stdout } = shell(['judge', 'docs/examples/team-pack.yaml', '-'], '{}');
    expect([status, stdout]).toEqual([2, '']);
  });

  it('names a file that is not there, one that is a folder and one that is no text', () => {
    expect(shell(['lint', 'nope.yaml'])).toEqual({ status: 2, stdout: '', stderr: 'nope.yaml: there is no such file\n' });
    expect(shell(['lint', 'docs'])).toEqual({ status: 2, stdout: '', stderr: 'docs: is a folder, not a file\n' });
    expect(shell(['lint', 'docs/pictures/panel.png']).stderr).toBe('docs/pictures/panel.png: is not UTF-8 text\n');
  });

  it('finds files from where the person is, not from where npm runs it', () => {
    const env = { npm_lifecycle_event: 'handrail', INIT_CWD: `${process.cwd()}/docs/examples` };
    expect(shell(['diff', 'team-pack.yaml', 'team-pack.yaml'], '', env)).toEqual({ status: 0, stdout: 'No differences.\n', stderr: '' });
  });

  it('makes a key, signs and verifies, in folders that it makes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'handrail-cli-'));
    const env = { HANDRAIL_PASSPHRASE: 'correct horse battery' };
    const [keys, out] = [join(folder, 'a/keys'), join(folder, 'b/team.handrail')];
    try {
      expect(shell(['keygen', '--out', keys], '', env)).toMatchObject({ status: 0, stderr: '' });
      expect(statSync(join(keys, 'private.json')).mode & 0o077).toBe(0);
      expect(shell(['keygen', '--out', keys], '', env)).toMatchObject({ status: 2, stdout: '' });
      const sign = ['sign', 'docs/examples/team-pack.yaml', '--key', join(keys, 'private.json'), '--out'];
      expect(shell([...sign, out], '', env)).toMatchObject({ status: 0, stderr: '' });
      expect(shell([...sign, keys], '', env).stderr).toBe(`${keys}: is a folder, not a file\n`);
      expect(shell([...sign, join(out, 'x')], '', env).stderr).toBe(
        `${join(out, 'x')}: cannot be written: a part of its path is no folder\n`,
      );
      expect(shell(['verify', out, '--trust', join(keys, 'public.json')])).toMatchObject({ status: 0, stderr: '' });
      const bytes = readFileSync(out);
      bytes[20]! ^= 0x80;
      writeFileSync(out, bytes);
      const spoilt = shell(['verify', out, '--trust', join(keys, 'public.json')]);
      expect(spoilt).toMatchObject({ status: 1, stdout: '' });
      expect(spoilt.stderr).toContain('Refused (malformed): ');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('tells the version of the package', () => {
    expect(shell(['--version']).stdout).toBe(`${manifest.version}\n`);
  });
});
