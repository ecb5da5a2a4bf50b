/** Criteria that stop a rep for good. */
import { expect, it } from 'vitest';
import { at, criterion, exit, linted } from '../linted';

const known = { field: 'budget', is: 'filled' };

it('a block without approval and fix is an error', async () => {
  expect(await linted('block-without-way-out', [at.exit, [criterion('one', known, { severity: 'block' })]])).toEqual([
    `error | ${exit} | “Criterion one” blocks the move, and the rep is not told how to get past it | give it a fix, let an approval meet it as well, or ask for a reason instead of blocking`,
  ]);
});

it.each([
  ['a fix', criterion('one', known, { severity: 'block', fix: { field: 'budget' } })],
  ['an approval', criterion('one', { any: [known, { approval: 'terms', is: 'granted' }] }, { severity: 'block' })],
  ['a milder severity', criterion('one', known, { severity: 'reason' })],
])('%s is a way out', async (_, one) => {
  expect(await linted('block-without-way-out', [at.exit, [one]])).toEqual([]);
});
