import { expect, it } from 'vitest';
import { policySchema } from '../../../lib/policy-schema';
import { ruled } from '../../../lib/ruled';
import { settings } from '../../../lib/settings';

const mine = settings.schema.parse({ roles: ['bdr'], groups: ['early'], handle: true, readAtMove: true });
const policy = (rules: object) => policySchema.parse(rules);
const free = { roles: false, handle: false, readAtMove: false, groups: false };

it('where the organisation rules nothing, the rep’s settings count', () => {
  expect(ruled(mine, policy({}))).toEqual({ roles: ['bdr'], groups: ['early'], handle: true, readAtMove: true, guard: true, fixed: free });
});

it.each([
  ['roles that the organisation names', { roles: ['ae', 'lead'] }, { roles: ['ae', 'lead'] }, { roles: true }],
  ['pilot groups', { groups: ['pilot'] }, { groups: ['pilot'] }, { groups: true }],
  ['a handle that is not shown', { handle: 'off' }, { handle: false }, { handle: true }],
  ['a handle that is shown', { handle: 'on' }, { handle: true }, { handle: true }],
  ['no reads at a held move', { readAtMove: false }, { readAtMove: false }, { readAtMove: true }],
  ['a guard that asks nothing', { guard: false }, { guard: false }, {}],
])('%s go before the rep’s settings, and are fixed where the rep could choose', (_what, rules, counts, fixed) => {
  expect(ruled(mine, policy(rules))).toMatchObject({ ...counts, fixed: { ...free, ...fixed } });
});

it.each([
  [{ handle: false }, { handle: 'on' }, { handle: true }],
  [{ handle: false }, { handle: 'rep' }, { handle: false }],
  [{ readAtMove: false }, { readAtMove: true }, { readAtMove: false }],
])('the rep’s %j under %j makes %j', (own, rules, counts) => {
  expect(ruled({ ...mine, ...own }, policy(rules))).toMatchObject(counts);
});
