/** SOPs that no rep ever sees. */
import { expect, it } from 'vitest';
import { samplePack } from '../../sample';
import { type Change, linted, sop } from '../linted';

const noValues: Change = [['pipelines', 0, 'stages', 0, 'in'], {}];

it('an SOP whose stages no record can be in, and that no branch leads to, is an error', async () => {
  expect(await linted('unreachable-sop', noValues)).toEqual([
    `error | ${sop} › stages | nothing leads to the SOP “Discovery call”: no record is ever in its stages, and no branch leads to it | give it a stage that the CRM has, or a branch that leads to it`,
  ]);
});

it.each([
  ['the SOP', { sop: 'talking' }],
  ['one of its steps', { step: 'ask-budget' }],
])('a branch of another SOP that leads to %s makes up for it', async (_, to) => {
  const decision = [
    { id: 'yes', label: 'Yes', to },
    { id: 'no', label: 'No' },
  ];
  const phases = [{ id: 'all', title: 'All', steps: [{ id: 'decide', title: 'Decide', decision }] }];
  const other = { ...samplePack().sops[0], id: 'other', stages: ['show'], phases, exit: [] };
  expect(await linted('unreachable-sop', noValues, [['sops', 1], other])).toEqual([]);
});

it('an SOP for records that cannot be is an error', async () => {
  const when = {
    all: [
      { field: 'amount', is: 'above', value: 100 },
      { field: 'amount', is: 'below', value: 50 },
    ],
  };
  expect(await linted('unreachable-sop', [['sops', 0, 'when'], when])).toEqual([
    `error | ${sop} › when | no record can ever have the SOP “Discovery call”: its condition cannot hold | look for parts of the condition that contradict each other`,
  ]);
});

it('an SOP in a stage of the CRM is reached', async () => {
  expect(await linted('unreachable-sop')).toEqual([]);
});
