/** The word that a typo most likely stands for. */
import { expect, it } from 'vitest';
import { nearest } from '../../../../lib/criteria/nearest';

const operators = [
  'filled',
  'empty',
  'equal',
  'oneOf',
  'contains',
  'above',
  'atLeast',
  'below',
  'atMost',
  'between',
  'before',
  'after',
  'within',
];

it.each([
  ['fillled', 'filled'],
  ['fliled', 'filled'],
  ['FILLED', 'filled'],
  ['equals', 'equal'],
  ['atleast', 'atLeast'],
  ['betwen', 'between'],
  ['oneOff', 'oneOf'],
  ['befor', 'before'],
  ['befoer', 'before'],
])('%s means %s', (typed, meant) => {
  expect(nearest(typed, operators)).toBe(meant);
});

it('the first of several that are as near', () => {
  expect(nearest('befter', ['before', 'after', 'better'])).toBe('better');
  expect(nearest('atMist', ['atMost', 'atMint'])).toBe('atMost');
});

it.each(['greaterThan', '>', '', 'x', '__proto__'])('"%s" means none of them', (typed) => {
  expect(nearest(typed, operators)).toBeNull();
});
