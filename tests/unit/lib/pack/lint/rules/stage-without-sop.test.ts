/** Stages in which reps see nothing. */
import { expect, it } from 'vitest';
import { linted } from '../linted';

it('each open stage without an SOP is told; won and lost ones need none', async () => {
  const line = (position: number, title: string) =>
    `advice | pipelines[0] "Sales" › stages[${position}] "${title}" | reps see nothing in the stage “${title}”: no SOP is for it | add it to the stages of an SOP, or write one for it`;
  expect(await linted('stage-without-sop')).toEqual([line(1, 'Show'), line(2, 'Offer')]);
});

it('an SOP of several stages covers them all', async () => {
  expect(
    await linted('stage-without-sop', [
      ['sops', 0, 'stages'],
      ['talk', 'show', 'offer'],
    ]),
  ).toEqual([]);
});
