/** Due times that cannot be met. */
import { expect, it } from 'vitest';
import { at, call, linted } from '../linted';

const events = ['first', 'second', 'third'].map((step) => ({ id: `${step}-done`, label: `${step} done`, at: { step } }));
const withDue = (due: object) => ['first', 'second', 'third'].map((id) => ({ id, title: id, ...(id === 'second' && { due }) }));
const place = `${call} › steps[1] "second" › due`;
const earlier = 'count from an event that happens before it, such as stage-entered';
const later = 'count back from an event that is still to come, or say `after`';

it.each([
  [
    'after its own tick',
    { after: 'PT1H', event: 'second-done' },
    `it is due after “second done”, which happens when this step is done | ${earlier}`,
  ],
  [
    'after a later step',
    { after: 'PT1H', event: 'third-done' },
    `it is due after “third done”, which happens when a later step is done | ${earlier}`,
  ],
  [
    'before its own tick',
    { before: 'PT1H', event: 'second-done' },
    `it is due before “second done”, which happens when this step is done | ${later}`,
  ],
  ['before an earlier step', { before: 'PT1H', event: 'first-done' }, `it is due before “first done”, which is over by then | ${later}`],
  ['before the stage', { before: 'PT1H', event: 'stage-entered' }, `it is due before “Stage entered”, which is over by then | ${later}`],
])('%s is an error', async (_, due, rest) => {
  expect(await linted('impossible-due', [['events'], events], [at.steps, withDue(due)])).toEqual([
    `error | ${place} | “second” can never be in time: ${rest}`,
  ]);
});

it.each([
  ['after an earlier step', { after: 'PT1H', event: 'first-done' }],
  ['before a later step', { before: 'PT1H', event: 'third-done' }],
  ['after the stage was entered', { after: 'PT1H', event: 'stage-entered' }],
])('%s is right', async (_, due) => {
  expect(await linted('impossible-due', [['events'], events], [at.steps, withDue(due)])).toEqual([]);
});
