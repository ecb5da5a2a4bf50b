/** Criteria of one move that cannot all be met. */
import { expect, it } from 'vitest';
import { samplePack } from '../../sample';
import { at, criterion, exit, linted, sop } from '../linted';

const high = { field: 'amount', is: 'atLeast', value: 100 };
const low = { field: 'amount', is: 'below', value: 100 };
const fix = 'change one of the two, or aim them at different moves with `to`';
const other = (rest: object) => ({ ...samplePack().sops[0], id: 'other', title: 'Other', stages: ['show'], phases: [], exit: [], ...rest });
const together = (place: string) =>
  `error | ${place} › when | “Criterion low” and “Criterion high” of “Discovery call” can never be met together | ${fix}`;

it('two for leaving a stage', async () => {
  const criteria = [criterion('high', high), criterion('fine', { field: 'budget', is: 'filled' }), criterion('low', low)];
  expect(await linted('contradiction', [at.exit, criteria])).toEqual([together(`${sop} › exit[2]`)]);
});

it('one for leaving a stage and one for entering the next, of another SOP', async () => {
  const sops = [{ ...samplePack().sops[0], exit: [criterion('high', high)] }, other({ entry: [criterion('low', low)] })];
  expect(await linted('contradiction', [['sops'], sops])).toEqual([together('sops[1] "Other" › entry[0]')]);
});

it('an SOP of two stages tells of it once', async () => {
  const criteria = [criterion('high', high), criterion('low', low)];
  expect(
    await linted(
      'contradiction',
      [
        ['sops', 0, 'stages'],
        ['talk', 'show'],
      ],
      [at.exit, criteria],
    ),
  ).toEqual([together(`${sop} › exit[1]`)]);
});

it('whom an SOP is for counts as well', async () => {
  const sops = [
    { ...samplePack().sops[0], exit: [criterion('high', high)] },
    other({ stages: ['talk'], when: low, exit: [criterion('fine', low)] }),
  ];
  expect(await linted('contradiction', [['sops'], sops])).toHaveLength(1);
});

const both = (first: object, second: object) => [
  { ...samplePack().sops[0], exit: [criterion('high', high)], ...first },
  other({ stages: ['talk'], exit: [criterion('low', low)], ...second }),
];
it.each([
  ['are for different records', both({ when: high }, { when: low })],
  ['are for different roles', both({ roles: ['rep'] }, { roles: ['boss'] })],
  [
    'are for different moves',
    both({ exit: [criterion('high', high, { to: ['show'] })] }, { exit: [criterion('low', low, { to: ['lost'] })] }),
  ],
])('two that %s do not meet', async (_, sops) => {
  const roles = ['rep', 'boss'].map((id) => ({ id, title: id }));
  expect(await linted('contradiction', [['roles'], roles], [['sops'], sops])).toEqual([]);
});

it('one that contradicts itself is left to never-met', async () => {
  expect(await linted('contradiction', [at.exit, [criterion('never', { all: [high, low] }), criterion('high', high)]])).toEqual([]);
  expect(await linted('never-met', [at.exit, [criterion('never', { all: [high, low] })]])).toEqual([expect.stringContaining(exit)]);
});
