/** Criteria that ask for nothing. */
import { expect, it } from 'vitest';
import { at, exit, linted } from '../linted';

it('a criterion that holds either way is told', async () => {
  const when = {
    any: [
      { field: 'budget', is: 'empty' },
      { field: 'budget', is: 'filled' },
    ],
  };
  expect(await linted('always-met', [at.when, when])).toEqual([
    `advice | ${exit} › when | “Budget known” is always met: it holds whatever “Budget” says | ask for something that can be missing, or leave the criterion out`,
  ]);
});

it('one that fails for an empty field only is not: that is what it is for', async () => {
  const when = {
    any: [
      { field: 'amount', is: 'above', value: 5 },
      { field: 'amount', is: 'atMost', value: 5 },
    ],
  };
  expect(await linted('always-met', [at.when, when])).toEqual([]);
});
