/** Criteria that the steps say nothing about. */
import { describe, expect, it } from 'vitest';
import { at, criterion, linted, sop } from '../linted';

const amount = { field: 'amount', is: 'filled' };

it('a criterion that no step mentions and that has no fix is told', async () => {
  expect(await linted('no-help', [at.exit, [criterion('one', { any: [amount, { field: 'reason', is: 'filled' }] })]])).toEqual([
    `advice | ${sop} › exit[0] | nothing in this SOP helps to meet “Criterion one” | add a step that asks for “Amount” or “Loss reason”, or give the criterion a fix`,
  ]);
});

describe('help is', () => {
  it.each<[why: string, step: object, when: object]>([
    ['a step that asks for the field', { fields: ['amount'] }, amount],
    ['a step that ticks itself by the field', { doneWhen: amount }, amount],
    ['a template that is filled with the field', { template: 'mail' }, amount],
    ['the step that is asked for', {}, { step: 'help', is: 'done' }],
    ['the question that is asked for', { question: { type: 'text' } }, { answer: 'help', is: 'filled' }],
    ['the approval that is asked for', { approval: { by: 'boss' } }, { approval: 'help', is: 'granted' }],
    ['the step of an event', {}, { elapsed: 'PT1H', since: 'helped', until: 'helped' }],
  ])('%s', async (_, step, when) => {
    const templates = [{ id: 'mail', title: 'Mail', kind: 'email', body: 'About {{amount}}' }];
    const events = [{ id: 'helped', label: 'Helped', at: { step: 'help' } }];
    expect(
      await linted(
        'no-help',
        [['templates'], templates],
        [['events'], events],
        [['roles'], [{ id: 'boss', title: 'Boss' }]],
        [at.steps, [{ id: 'help', title: 'Help', ...step }]],
        [at.exit, [criterion('one', when)]],
      ),
    ).toEqual([]);
  });

  it('the criterion’s own fix', async () => {
    expect(await linted('no-help', [at.exit, [criterion('one', amount, { fix: { field: 'amount' } })]])).toEqual([]);
  });
});

it('what must hold to enter a stage may be worked on in the stages before', async () => {
  const entering = { id: 'next', title: 'Next', purpose: 'Go on.', pipeline: 'sales', stages: ['show'] };
  const when = { step: 'ask-budget', is: 'done' };
  expect(await linted('no-help', [['sops', 1], { ...entering, entry: [criterion('one', when)] }])).toEqual([]);
  expect(await linted('no-help', [['sops', 1], { ...entering, exit: [criterion('one', when)] }])).toHaveLength(1);
});
