/** `handrail lint`: what is written and the exit status. What the rules find: tests/unit/lib/pack/lint. */
import { describe, expect, it } from 'vitest';
import { lintText } from '../../../lib/pack/lint/lint';
import { handrail, teamPack } from './world';

const broken = teamPack.replace('when: { field: budget, is: equal, value: true }', 'when: { field: budgt, is: filled }');
const advised = teamPack.replace("    reviewBy: '2027-06-30'\n", "    reviewBy: '2020-01-31'\n");

describe('the exit status', () => {
  it.each<[string, string, string[], number]>([
    ['nothing found', teamPack, [], 0],
    ['nothing found, strictly', teamPack, ['--strict'], 0],
    ['advice alone', advised, [], 0],
    ['advice alone, strictly', advised, ['--strict'], 1],
    ['an error', broken, [], 1],
    ['an error, as JSON', broken, ['--json'], 1],
  ])('%s', async (_, p, options, status) => {
    expect((await handrail(['lint', 'p', ...options], { p })).status).toBe(status);
  });
});

describe('what it prints', () => {
  it('every finding under its place, with what to do, and a closing line', async () => {
    const { findings } = await lintText(broken, { today: '2026-11-22' });
    const { out, err } = await handrail(['lint', 'p'], { p: broken });
    expect(err).toBe('');
    for (const { place, message, fix } of findings) {
      expect(out.split('\n')).toContain(place);
      expect(out).toContain(message);
      expect(out).toContain(fix);
    }
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^\d+ errors?, (no|\d+ pieces? of) advice$/);
  });

  it('each place once', async () => {
    const { out } = await handrail(['lint', 'p'], { p: broken.replace('severity: warn', 'severity: block') });
    const places = out.split('\n').filter((line) => line !== '' && !line.startsWith(' '));
    expect(new Set(places).size).toBe(places.length);
  });

  it('that there is nothing', async () => {
    expect((await handrail(['lint', 'team-pack.yaml'])).out).toBe('No errors, no advice\n');
  });

  it('the pack and its findings as JSON', async () => {
    const { findings } = await lintText(broken, { today: '2026-11-22' });
    expect(JSON.parse((await handrail(['lint', 'p', '--json'], { p: broken })).out)).toEqual({
      pack: { id: 'acme-new-business', version: '1.2.0' },
      findings,
    });
  });
});
