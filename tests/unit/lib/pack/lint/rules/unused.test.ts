/** What a pack defines and nothing works with. */
import { expect, it } from 'vitest';
import { packOfEveryKey } from '../../every-key';
import { lintText } from '../../../../../../lib/pack/lint/lint';
import { at, linted, today } from '../linted';

const line = (place: string, what: string, name: string) =>
  `advice | ${place} | nothing works with the ${what} “${name}” | use it in an SOP, or leave it out`;

it.each([
  ['roles', { id: 'x', title: 'X' }, line('roles[0] "X"', 'role', 'X')],
  ['approvers', { id: 'x', name: 'X', key: 'cfRq50QhjB7ku01QV9FwgYPnAk9QkCiKHf4execRofo' }, line('approvers[0]', 'approver', 'X')],
  ['templates', { id: 'x', title: 'X', kind: 'call', body: 'Hello' }, line('templates[0] "X"', 'template', 'X')],
  ['events', { id: 'x', label: 'X', at: { step: 'ask-budget' } }, line('events[0]', 'event', 'X')],
  ['calendars', { id: 'x', title: 'X', hours: {} }, line('calendars[0] "X"', 'calendar', 'X')],
])('%s that nothing names are told', async (list, entry, expected) => {
  expect(await linted('unused', [[list], [entry]])).toContain(expected);
});

it('an approver is used by each approval that names nobody', async () => {
  const approvers = [
    { id: 'dana', name: 'Dana', key: 'cfRq50QhjB7ku01QV9FwgYPnAk9QkCiKHf4execRofo' },
    { id: 'sam', name: 'Sam', key: '3VWeJjHCJuUxiB2rB2O6aIiZjUZ5nzcCGmW4_ZL79yU' },
  ];
  const roles = [{ id: 'boss', title: 'Boss' }];
  const step = (approval: object) => [{ id: 'ask', title: 'Ask', approval }];
  const with2 = (approval: object) => linted('unused', [['approvers'], approvers], [['roles'], roles], [at.steps, step(approval)]);
  expect(await with2({ by: 'boss' })).not.toContain(line('approvers[1]', 'approver', 'Sam'));
  expect(await with2({ by: 'boss', approvers: ['dana'] })).toContain(line('approvers[1]', 'approver', 'Sam'));
});

it('fields that nothing names are told, those that conditions name are not', async () => {
  expect(await linted('unused')).toEqual([line('fields[0]', 'field', 'Amount'), line('fields[2]', 'field', 'Loss reason')]);
});

it('what an SOP works with is used, in whatever place it names it', async () => {
  const { findings } = await lintText(JSON.stringify(packOfEveryKey()), { today });
  expect(findings.filter(({ rule }) => rule === 'unused').map(({ message }) => message)).toEqual([
    'nothing works with the field “Size”',
    'nothing works with the event “Priced”',
  ]);
});

it('a role that the pack is rolled out to is used', async () => {
  const found = await linted('unused', [['roles'], [{ id: 'boss', title: 'Boss' }]], [['rollout'], { roles: ['boss'] }]);
  expect(found).not.toContain(line('roles[0] "Boss"', 'role', 'Boss'));
});
