import { expect, it } from 'vitest';
import { isFor, type Audience } from '../../../../lib/pack/rollout';

const audience: Audience = { now: Date.parse('2026-12-01T07:00:00Z'), timeZone: 'Europe/Berlin', roles: ['ae'], groups: ['pilot'] };

it.each<[string, NonNullable<Parameters<typeof isFor>[0]['rollout']>, Partial<Audience>, boolean]>([
  ['on its day', { from: '2026-12-01' }, {}, true],
  ['the day before', { from: '2026-12-02' }, {}, false],
  [
    'where the day has begun already',
    { from: '2026-12-02' },
    { timeZone: 'Pacific/Kiritimati', now: Date.parse('2026-12-01T11:00:00Z') },
    true,
  ],
  ['where the day is still to come', { from: '2026-12-01' }, { timeZone: 'America/Los_Angeles' }, false],
  ['to one of its groups', { groups: ['emea', 'pilot'] }, {}, true],
  ['to nobody who is in none of them', { groups: ['emea'] }, {}, false],
  ['to nobody who has said no group', { groups: ['emea'] }, { groups: [] }, false],
  ['to one of its roles', { roles: ['ae', 'sdr'] }, {}, true],
  ['to nobody of another role', { roles: ['sdr'] }, {}, false],
  ['to somebody who has said no role, who has all of them', { roles: ['sdr'] }, { roles: [] }, true],
  ['only where all of it is so', { from: '2026-12-01', groups: ['pilot'], roles: ['sdr'] }, {}, false],
  ['to everybody, where it names nobody', {}, { groups: [], roles: [] }, true],
])('is given %s', (_what, rollout, change, given) => {
  expect(isFor({ rollout }, { ...audience, ...change })).toBe(given);
});

it('is given to everybody at once where nothing is said of it', () => {
  expect(isFor({}, audience)).toBe(true);
});
