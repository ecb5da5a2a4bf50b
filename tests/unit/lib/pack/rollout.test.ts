import { expect, it } from 'vitest';
import { isFor, type Audience } from '../../../../lib/pack/rollout';
import type { PackFile } from '../../../../lib/pack/schema';

const NOON = Date.parse('2026-11-24T12:00:00Z');
const ann: Audience = { now: NOON, timeZone: 'UTC', roles: [], groups: [] };

it.each<[string, PackFile['rollout'], Partial<Audience>, boolean]>([
  ['without a rollout it is for everybody, at once', undefined, {}, true],
  ['an empty one says nothing', {}, {}, true],
  ['the day before its day', { from: '2026-11-25' }, {}, false],
  ['on its day', { from: '2026-11-24' }, {}, true],
  ['a year after its day', { from: '2025-11-24' }, {}, true],
  ['on the last of a month, before the first of the next', { from: '2026-12-01' }, { now: Date.parse('2026-11-30T23:59:59Z') }, false],
  ['where its day has begun already', { from: '2026-11-25' }, { timeZone: 'Pacific/Kiritimati' }, true],
  [
    'where its day has not begun yet',
    { from: '2026-11-24' },
    { timeZone: 'Pacific/Honolulu', now: Date.parse('2026-11-24T09:00:00Z') },
    false,
  ],
  ['for a person in one of its groups', { groups: ['pilot', 'south'] }, { groups: ['south', 'north'] }, true],
  ['for a person in other groups', { groups: ['pilot'] }, { groups: ['south'] }, false],
  ['for a person who has said no group', { groups: ['pilot'] }, {}, false],
  ['for a person with one of its roles', { roles: ['ae', 'sdr'] }, { roles: ['sdr'] }, true],
  ['for a person with other roles', { roles: ['ae'] }, { roles: ['sdr'] }, false],
  ['for a person who has said no role, and so has all of them', { roles: ['ae'] }, {}, true],
  ['in its group, but not its role', { groups: ['pilot'], roles: ['ae'] }, { groups: ['pilot'], roles: ['sdr'] }, false],
  [
    'in its group and role, before its day',
    { from: '2026-12-01', groups: ['pilot'], roles: ['ae'] },
    { groups: ['pilot'], roles: ['ae'] },
    false,
  ],
  [
    'in its group and role, on its day',
    { from: '2026-11-24', groups: ['pilot'], roles: ['ae'] },
    { groups: ['pilot'], roles: ['ae'] },
    true,
  ],
])('%s', (_what, rollout, person, expected) => {
  expect(isFor({ ...(rollout && { rollout }) }, { ...ann, ...person })).toBe(expected);
});
