/** Conditions that contradict themselves. What can hold is decided by satisfy.ts, and tested there. */
import { expect, it } from 'vitest';
import { at, call, exit, linted } from '../linted';

const never = {
  all: [
    { field: 'amount', is: 'empty' },
    { field: 'amount', is: 'above', value: 1000 },
  ],
};
const fix = 'change what it asks of “Amount”: nothing passes all of it';

it('a criterion that can never be met is an error', async () => {
  expect(await linted('never-met', [at.when, never])).toEqual([
    `error | ${exit} › when | “Budget known” can never be met: its parts contradict each other | ${fix}`,
  ]);
});

it('so is what ticks a step, and what suggests a branch', async () => {
  const decision = [
    { id: 'yes', label: 'Yes', when: never },
    { id: 'no', label: 'No' },
  ];
  const steps = [
    { id: 'ask', title: 'Ask', doneWhen: never },
    { id: 'decide', title: 'Decide', decision },
  ];
  expect(await linted('never-met', [at.steps, steps])).toEqual([
    `error | ${call} › steps[0] "Ask" › doneWhen | what ticks “Ask” can never be met: its parts contradict each other | ${fix}`,
    `error | ${call} › steps[1] "Decide" › decision[0] › when | when “Yes” is suggested can never be met: its parts contradict each other | ${fix}`,
  ]);
});

it('one that can be met is right', async () => {
  expect(await linted('never-met', [at.when, { any: [never, { field: 'amount', is: 'filled' }] }])).toEqual([]);
});
