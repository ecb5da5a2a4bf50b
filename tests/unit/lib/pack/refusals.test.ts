/** What a manager is told about a pack that cannot be used: each mistake, its place, and what would be right. */
import { describe, expect, it } from 'vitest';
import { PackError, parsePack } from '../../../../lib/pack/load';
import { problemsOf } from './problems-of';
import { samplePack, spoilt } from './sample';

const sop = 'sops[0] "Discovery call"';
const step = `${sop} › phases[0] "On the call" › steps[0] "Ask for the budget"`;

describe('a reference that leads nowhere is refused with the nearest name', () => {
  it.each([
    [
      'a field',
      ['sops', 0, 'exit', 0, 'when', 'field'],
      'bugdet',
      `${sop} › exit[0] › when › field: "bugdet" is not a field of this pack; did you mean "budget"?`,
    ],
    [
      'a field deep in a condition',
      ['sops', 0, 'exit', 0, 'when'],
      { atLeast: 1, of: [{ field: 'amount', is: 'filled' }, { not: { any: [{ field: 'amont', is: 'filled' }] } }] },
      `${sop} › exit[0] › when › of[1] › not › any[0] › field: "amont" is not a field of this pack; did you mean "amount"?`,
    ],
    [
      'a field in a score',
      ['sops', 0, 'exit', 0, 'when'],
      { score: 5, of: [{ points: 5, when: { field: 'zzz', is: 'filled' } }] },
      `${sop} › exit[0] › when › of[0] › when › field: "zzz" is not a field of this pack`,
    ],
    [
      'a field by which a step ticks itself',
      ['sops', 0, 'phases', 0, 'steps', 0, 'doneWhen', 'field'],
      'budgets',
      `${step} › doneWhen › field: "budgets" is not a field of this pack; did you mean "budget"?`,
    ],
    [
      'a step',
      ['sops', 0, 'exit', 0, 'when'],
      { step: 'ask-buget', is: 'done' },
      `${sop} › exit[0] › when › step: "ask-buget" is not a step of this pack; did you mean "ask-budget"?`,
    ],
    [
      'the field of a fix',
      ['sops', 0, 'exit', 0, 'fix'],
      { field: 'x' },
      `${sop} › exit[0] › fix › field: "x" is not a field of this pack`,
    ],
    [
      'the step of a fix',
      ['sops', 0, 'exit', 0, 'fix'],
      { step: 'ask-byer' },
      `${sop} › exit[0] › fix › step: "ask-byer" is not a step of this pack; did you mean "ask-buyer"?`,
    ],
    ['a pipeline', ['sops', 0, 'pipeline'], 'sale', `${sop} › pipeline: "sale" is not a pipeline of this pack; did you mean "sales"?`],
    [
      'a stage',
      ['sops', 0, 'stages'],
      ['talk', 'shwo'],
      `${sop} › stages[1]: "shwo" is not a stage of the pipeline "sales"; did you mean "show"?`,
    ],
    [
      'a target stage',
      ['sops', 0, 'exit', 0, 'to'],
      ['losst'],
      `${sop} › exit[0] › to[0]: "losst" is not a stage of the pipeline "sales"; did you mean "lost"?`,
    ],
    [
      'a reason code',
      ['sops', 0, 'exit', 0, 'reasonCodes'],
      ['othr'],
      `${sop} › exit[0] › reasonCodes[0]: "othr" is not a reason code of this pack; did you mean "other"?`,
    ],
  ])('%s', async (_, path, value, message) => {
    expect(await problemsOf(spoilt(path, value))).toEqual([message]);
  });
});

describe('a name that is taken twice is refused', () => {
  const { fields, pipelines, sops, reasonCodes } = samplePack();
  const [talk, show] = pipelines[0]?.stages ?? [];
  it.each([
    ['fields', ['fields'], [...fields, { ...fields[0], in: {} }], 'fields[3] › id: "amount" is already the id of fields[0]'],
    [
      'pipelines',
      ['pipelines'],
      [...pipelines, ...pipelines],
      'pipelines[1] "Sales" › id: "sales" is already the id of pipelines[0] "Sales"',
    ],
    [
      'stages',
      ['pipelines', 0, 'stages', 1, 'id'],
      'talk',
      'pipelines[0] "Sales" › stages[1] "Show" › id: "talk" is already the id of pipelines[0] "Sales" › stages[0] "Talk"',
    ],
    ['reason codes', ['reasonCodes'], [...reasonCodes, reasonCodes[0]], 'reasonCodes[2] › id: "told" is already the id of reasonCodes[0]'],
    [
      'criteria of an SOP, even one of each side',
      ['sops', 0, 'entry'],
      sops[0]?.exit,
      `${sop} › exit[0] › id: "budget-known" is already the id of ${sop} › entry[0]`,
    ],
    [
      'a step and a sub-step anywhere in the pack',
      ['sops', 0, 'phases', 0, 'steps', 1, 'steps', 0, 'id'],
      'ask-budget',
      `${sop} › phases[0] "On the call" › steps[1] "Ask who decides" › steps[0] "Who pays" › id: "ask-budget" is already the id of ${step}`,
    ],
    [
      'a stage value in two stages of a pipeline, however it is typed',
      ['pipelines', 0, 'stages', 1],
      { ...show, in: { salesforce: ['Needs Analysis', '  PROSPECTING '] } },
      `pipelines[0] "Sales" › stages[1] "Show" › in › salesforce[1]: "PROSPECTING" already means the stage "${talk?.id}"`,
    ],
    [
      'two CRM fields of one object for one field',
      ['fields', 0, 'in', 'salesforce'],
      ['Opportunity.Amount', 'Opportunity.Total__c'],
      'fields[0] › in › salesforce[1]: "Opportunity" has a field here already; give one for each object',
    ],
  ])('%s', async (_, path, value, message) => {
    expect(await problemsOf(spoilt(path, value))).toEqual([message]);
  });

  it('but a stage may list the same value twice, as a value and as its label', async () => {
    expect(await problemsOf(spoilt(['pipelines', 0, 'stages', 0, 'in', 'salesforce'], ['prospecting', 'Prospecting']))).toEqual([]);
  });
});

describe('a step may not wait for a step', () => {
  it('to tick itself', async () => {
    const text = spoilt(['sops', 0, 'phases', 0, 'steps', 0, 'doneWhen'], { not: { step: 'ask-buyer', is: 'done' } });
    expect(await problemsOf(text)).toEqual([
      `${step} › doneWhen › not › step: a step cannot tick itself by another step; ask for a field instead`,
    ]);
  });

  it('and one with sub-steps does not tick itself at all', async () => {
    const text = spoilt(['sops', 0, 'phases', 0, 'steps', 1, 'doneWhen'], { field: 'amount', is: 'filled' });
    expect(await problemsOf(text)).toEqual([
      `${sop} › phases[0] "On the call" › steps[1] "Ask who decides" › doneWhen: a step with sub-steps is done when they are; give doneWhen to a sub-step`,
    ]);
  });
});

describe('a part of the wrong shape is refused in plain words', () => {
  it.each([
    [
      'a key that is not known',
      ['sops', 0, 'exit', 0, 'sevrity'],
      'warn',
      `${sop} › exit[0]: "sevrity" is not known here; did you mean "severity"?`,
    ],
    [
      'a key that is not known in a sub-step',
      ['sops', 0, 'phases', 0, 'steps', 1, 'steps', 0, 'titel'],
      'x',
      `${sop} › phases[0] "On the call" › steps[1] "Ask who decides" › steps[0] "Who pays": "titel" is not known here; did you mean "title"?`,
    ],
    ['a key at the top', ['pipeline'], [], '"pipeline" is not known here; did you mean "pipelines"?'],
    ['a key like none', ['sops', 0, 'zzzzzz'], 1, `${sop}: "zzzzzz" is not known here`],
    ['a missing key', ['sops', 0, 'purpose'], undefined, `${sop} › purpose: is missing`],
    ['a missing list', ['sops'], undefined, 'sops: is missing'],
    ['a number for text', ['title'], 7, 'title: must be text: put it in quotes'],
    ['a list for text', ['title'], [], 'title: must be text, not a list'],
    ['nothing for text', ['title'], null, 'title: must be text, not nothing'],
    ['text for a list', ['sops'], 'none', 'sops: must be a list, not text'],
    [
      'text for true or false',
      ['sops', 0, 'phases', 0, 'steps', 0, 'required'],
      'yes',
      `${step} › required: must be true or false, not text`,
    ],
    ['empty text', ['title'], '  ', 'title: must not be empty'],
    ['text that is too long', ['publisher'], 'x'.repeat(201), 'publisher: is too long: at most 200 characters'],
    ['too many', ['sops', 0, 'stages'], Array.from({ length: 51 }, () => 'talk'), `${sop} › stages: holds too many: at most 50`],
    ['an empty list', ['sops', 0, 'stages'], [], `${sop} › stages: must not be empty`],
    [
      'a word that is not on the list',
      ['sops', 0, 'exit', 0, 'severity'],
      'wran',
      `${sop} › exit[0] › severity: must be one of tip, warn, reason, block; did you mean "warn"?`,
    ],
    ['a format that is none', ['format'], 0, 'format: must be 1'],
    ['an id with capitals', ['fields', 2, 'id'], 'Reason', 'fields[2] › id: must be lower-case letters, digits and hyphens'],
    ['a version of two numbers', ['version'], '1.0', 'version: must be three numbers, such as 1.4.0'],
    [
      'a CRM field without its object',
      ['fields', 0, 'in', 'hubspot'],
      'amount',
      'fields[0] › in › hubspot: must be Object.Field, such as Opportunity.Amount or deal.amount',
    ],
    [
      'a fix that leads nowhere',
      ['sops', 0, 'exit', 0, 'fix'],
      {},
      `${sop} › exit[0] › fix: must name one of field, step or url (an https link)`,
    ],
    [
      'an approver’s key that is cut short',
      ['approvers'],
      [{ id: 'dana', name: 'Dana', key: 'cfRq50QhjB7ku01QV9FwgYPnAk9Qk' }],
      'approvers[0] › key: must be a public key of 43 characters, as the options page shows it',
    ],
    [
      'a placeholder for an approver’s key',
      ['approvers'],
      [{ id: 'dana', name: 'Dana', key: 'A'.repeat(43) }],
      'approvers[0] › key: is a placeholder: put in the public key that the options page shows',
    ],
    ['a whole file that is a list', [], [], 'must be a group of keys, not a list'],
  ])('%s', async (_, path, value, message) => {
    expect(await problemsOf(path.length === 0 ? JSON.stringify(value) : spoilt(path, value))).toEqual([message]);
  });
});

it('every mistake is told at once, wrong shapes and wrong names together', async () => {
  const pack = { ...samplePack(), title: '', extra: 1, sops: samplePack().sops.map((one) => ({ ...one, pipeline: 'nope' })) };
  const problems = await problemsOf(JSON.stringify(pack));
  expect(problems.toSorted()).toEqual(
    ['"extra" is not known here', `${sop} › pipeline: "nope" is not a pipeline of this pack`, 'title: must not be empty'].toSorted(),
  );
});

it('a PackError carries each problem with its place, for a screen to list', async () => {
  const error: unknown = await parsePack(spoilt(['sops', 0, 'pipeline'], 'sale')).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PackError);
  expect(error).toHaveProperty('problems', [
    { path: `${sop} › pipeline`, message: '"sale" is not a pipeline of this pack; did you mean "sales"?' },
  ]);
});
