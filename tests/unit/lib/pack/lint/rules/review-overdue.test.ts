/** SOPs that should have been looked at again. */
import { expect, it } from 'vitest';
import { linted, sop, today } from '../linted';

it('a day that is over is told', async () => {
  expect(await linted('review-overdue', [['sops', 0, 'reviewBy'], '2026-11-21'])).toEqual([
    `advice | ${sop} › reviewBy | “Discovery call” was to be reviewed by 2026-11-21 | go through it with its reviewers, then set the next date`,
  ]);
});

it('today is not over yet', async () => {
  expect(await linted('review-overdue', [['sops', 0, 'reviewBy'], today])).toEqual([]);
});
