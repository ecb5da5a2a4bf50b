/** What is more than a side panel shows well. */
import { expect, it } from 'vitest';
import { at, call, criterion, exit, linted, sop } from '../linted';

const short = 'say it in fewer words';
const title = 'x'.repeat(81);

it.each([
  ['a title', [...at.steps, 1, 'title'], 80, `${call} › steps[1] "${'x'.repeat(69)}…" › title`, short],
  ['a criterion’s label', [...at.exit, 0, 'label'], 80, `${exit} › label`, short],
  [
    'a step’s detail',
    [...at.steps, 0, 'detail'],
    1200,
    `${call} › steps[0] "Ask for the budget" › detail`,
    'split the step, or link to a page',
  ],
  ['a purpose', ['sops', 0, 'purpose'], 400, `${sop} › purpose`, short],
])('%s that is too long is told, one that fits is not', async (_, path, most, place, fix) => {
  expect(await linted('too-long', [path, 'x'.repeat(most + 1)])).toEqual([
    `advice | ${place} | is ${most + 1} characters long; a panel shows ${most} well | ${fix}`,
  ]);
  expect(await linted('too-long', [path, 'x'.repeat(most)])).toEqual([]);
});

it('the longest translation counts', async () => {
  expect(await linted('too-long', [['languages'], ['de']], [['sops', 0, 'title'], { en: 'Talk', de: title }])).toHaveLength(1);
});

it('too many steps are told, sub-steps counted', async () => {
  const steps = (count: number) => Array.from({ length: count }, (_, number) => ({ id: `s${number}`, title: 'Do it' }));
  const lists = (parts: number) => [{ id: 'whole', title: 'Whole', steps: steps(parts) }];
  expect(await linted('too-long', [at.steps, lists(25)])).toEqual([
    `advice | ${sop} › phases | “Discovery call” has 26 steps; reps work well with 25 | leave out what everybody does anyway, or make two SOPs of it`,
  ]);
  expect(await linted('too-long', [at.steps, lists(24)])).toEqual([]);
});

it('so are too many criteria', async () => {
  const criteria = (count: number) =>
    Array.from({ length: count }, (_, number) => criterion(`c${number}`, { field: 'budget', is: 'filled' }));
  expect(await linted('too-long', [at.exit, criteria(16)])).toEqual([
    `advice | ${sop} › exit | “Discovery call” has 16 exit criteria; reps work well with 15 | keep those that decide whether the deal moves on, and make steps of the others`,
  ]);
  expect(await linted('too-long', [at.exit, criteria(15)])).toEqual([]);
});
