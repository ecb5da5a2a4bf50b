/** Branches that lead back. */
import { expect, it } from 'vitest';
import { at, call, linted } from '../linted';

const first = { id: 'first', title: 'First' };
const later = { id: 'later', title: 'Later' };
const decide = (to: object) => ({
  id: 'decide',
  title: 'Decide',
  decision: [
    { id: 'yes', label: 'Yes', to },
    { id: 'no', label: 'No' },
  ],
});
const place = `${call} › steps[1] "Decide" › decision[0] › to`;

it.each([
  [
    'to its own step',
    { step: 'decide' },
    `error | ${place} | the branch “Yes” of “Decide” leads back to the decision itself | lead to the step that comes next, or leave \`to\` out`,
  ],
  [
    'to an earlier step',
    { step: 'first' },
    `advice | ${place} | the branch “Yes” of “Decide” leads back to an earlier step, “First” | lead to a later step, or make sure that the rep gets out of the circle`,
  ],
  [
    'to its own SOP',
    { sop: 'talking' },
    `advice | ${place} | the branch “Yes” of “Decide” leads back to the start of its own SOP | lead to the step or SOP that comes next, or leave \`to\` out`,
  ],
])('%s is told', async (_, to, line) => {
  expect(await linted('branch-back', [at.steps, [first, decide(to), later]])).toEqual([line]);
});

it('a branch that leads on is right', async () => {
  expect(await linted('branch-back', [at.steps, [first, decide({ step: 'later' }), later]])).toEqual([]);
});
