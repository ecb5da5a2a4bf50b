/** Conditions that ask for what nothing makes. */
import { expect, it } from 'vitest';
import { at, exit, linted } from '../linted';

const question = { id: 'who-signs', title: 'Who signs?', question: { type: 'text' } };
const approval = { id: 'terms', title: 'Get the terms approved', approval: { by: 'boss' } };

it.each([
  [
    'an answer',
    { answer: 'who-sings', is: 'filled' },
    `error | ${exit} › when › answer | no question or decision of this pack is called “who-sings”; did you mean "who-signs"? | name the step that asks the question, or add one`,
  ],
  [
    'an approval',
    { all: [{ approval: 'big-discount', is: 'granted' }] },
    `error | ${exit} › when › all[0] › approval | no approval of this pack is called “big-discount” | name the step that gets the approval, or add one`,
  ],
  [
    'an event',
    { elapsed: 'PT2H', since: 'stage-enterd', until: 'stage-entered' },
    `error | ${exit} › when › since | no event of this pack is called “stage-enterd”; did you mean "stage-entered"? | add it to events with the field or step that it happens at`,
  ],
])('%s that nothing makes is an error', async (_, when, line) => {
  expect(await linted('undeclared', [[...at.steps, 0], question], [at.when, when])).toEqual([line]);
});

it('what a question, an approval and Handrail itself make is there', async () => {
  const when = {
    all: [
      { answer: 'who-signs', is: 'filled' },
      { approval: 'terms', is: 'granted' },
      { elapsed: 'PT2H', since: 'stage-entered', until: 'stage-entered', calendar: 'business' },
    ],
  };
  const roles = [{ id: 'boss', title: 'Boss' }];
  expect(await linted('undeclared', [at.steps, [question, approval]], [['roles'], roles], [at.when, when])).toEqual([]);
});
