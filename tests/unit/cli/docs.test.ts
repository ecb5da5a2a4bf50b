/** docs/cli.md shows what the command line really writes, and docs/examples holds what really works. */
import { readdirSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { handrail, teamPack } from './world';

const page = readFileSync('docs/cli.md', 'utf8');
const examples = [...page.matchAll(/```console\n\$ handrail (.*)\n([^]*?)```/g)].map(([, command = '', output = '']) => ({
  command,
  output,
}));

/** Each text must be there, so that an edit that finds nothing is noticed. */
function replaced(text: string, pairs: readonly [string | RegExp, string][]): string {
  return pairs.reduce((result, [from, to]) => {
    const next = result.replace(from, to);
    if (next === result) throw new Error(`nothing to replace: ${String(from)}`);
    return next;
  }, text);
}

const files = {
  'public.json': '{ "key": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" }',
  'spoilt.yaml': replaced(teamPack, [['severity: warn', 'severity: wran']]),
  'mistyped.json': replaced(readFileSync('docs/examples/case.json', 'utf8'), [['"budget"', '"budgt"']]),
  'old.yaml': replaced(teamPack, [
    ['version: 1.2.0', 'version: 1.1.0'],
    [/changes:\n( {2}.*\n)+/, 'changes: []\n'],
    ['template: agenda\n', 'template: agenda\n            required: false\n'],
    ['severity: reason', 'severity: warn'],
    [/ {4}entry:\n {6}- id: discount-approved\n( {8}.*\n)+/, ''],
    ['title: Thank them for their time', 'title: Say thanks'],
    ['reasonCodes:\n  -', 'reasonCodes:\n  - { id: hurry, label: The customer is in a hurry }\n  -'],
  ]),
};

describe('the reference', () => {
  it('has an example of each command whose output is the same each time', () => {
    expect(new Set(examples.map(({ command }) => command.split(' ')[0]))).toEqual(new Set(['lint', 'judge', 'diff', 'verify']));
  });

  it.each(examples)('handrail $command', async ({ command, output }) => {
    const { out, err } = await handrail(command.split(' '), files, { isTerminal: true });
    expect(out + err).toBe(output);
  });
});

describe('the examples', () => {
  it('are all mentioned', () => {
    for (const file of readdirSync('docs/examples')) expect(page).toContain(`](examples/${file})`);
  });

  it('the pack has nothing that a lint would say', async () => {
    expect(await handrail(['lint', 'team-pack.yaml', '--strict'])).toEqual({ status: 0, out: 'No errors, no advice\n', err: '' });
  });

  it('the workflow uses no actions but those of GitHub, gets no text into a script but by the environment, and its scripts are scripts', () => {
    const workflow: unknown = parse(readFileSync('docs/examples/packs.yml', 'utf8'));
    const text = JSON.stringify(workflow);
    expect([...text.matchAll(/"uses":"([^"@]+)@/g)].map(([, action]) => action)).toEqual(['actions/checkout', 'actions/setup-node']);
    const scripts = [...text.matchAll(/"run":("(?:[^"\\]|\\.)*")/g)].map(([, script = '']) => String(JSON.parse(script)));
    expect(scripts).toHaveLength(3);
    for (const script of scripts) {
      expect(script).not.toContain('${{');
      expect(spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' }).stderr).toBe('');
    }
  });
});
