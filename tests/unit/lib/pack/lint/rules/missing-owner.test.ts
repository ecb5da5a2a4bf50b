/** SOPs that nobody keeps right. */
import { expect, it } from 'vitest';
import { linted, sop } from '../linted';

it('an SOP without an owner in a pack without one is told', async () => {
  expect(await linted('missing-owner')).toEqual([
    `advice | ${sop} | nobody is named who keeps “Discovery call” right | name an owner of the SOP, or of the whole pack`,
  ]);
});

it.each([
  ['the SOP', ['sops', 0, 'owner']],
  ['the pack', ['owner']],
])('an owner of %s is enough', async (_, path) => {
  expect(await linted('missing-owner', [path, 'Ann'])).toEqual([]);
});
