/** What a pack is refused for because its parts do not fit together: each kind of name, test, text and span. Fields, steps and stages: refusals.test.ts. */
import { describe, expect, it } from 'vitest';
import { askedBy } from '../../../../lib/pack/asked';
import { needsNewer } from '../../../../lib/pack/needs-newer';
import { everyKeyWith, packOfEveryKey, put } from './every-key';
import { problemsOf } from './problems-of';

type Place = readonly (string | number)[];

const sop = 'sops[0] "Discovery call"';
const steps = `${sop} › phases[0] "On the call" › steps`;
const step = (at: number, ...rest: Place): Place => ['sops', 0, 'phases', 0, 'steps', at, ...rest];
const when = ['sops', 0, 'exit', 0, 'when'];
const exit = `${sop} › exit[0]`;
const otherKey = 'cfRq50QhjB7ku01QV9FwgYPnAk9QkCiKHf4execRofo';

it('a pack in which everything fits is refused for nothing', async () => {
  expect(await problemsOf(JSON.stringify(packOfEveryKey()))).toEqual([]);
});

describe('a name that leads nowhere is refused:', () => {
  it.each<[what: string, path: Place, value: unknown, line: string]>([
    ['a role of an SOP', ['sops', 0, 'roles'], ['rpe'], `${sop} › roles[0]: "rpe" is not a role of this pack; did you mean "rep"?`],
    ['a role of a rollout', ['rollout', 'roles'], ['x'], 'rollout › roles[0]: "x" is not a role of this pack'],
    ['a role of a step', step(0, 'roles'), ['x'], `${steps}[0] "Step prepare" › roles[0]: "x" is not a role of this pack`],
    ['who approves', step(6, 'approval'), { by: 'x' }, `${steps}[6] "Step approve" › approval › by: "x" is not a role of this pack`],
    [
      'whose codes count',
      step(6, 'approval', 'approvers'),
      ['dana', 'dena'],
      `${steps}[6] "Step approve" › approval › approvers[1]: "dena" is not an approver of this pack; did you mean "dana"?`,
    ],
    [
      'a template',
      step(4, 'template'),
      'folow-up',
      `${steps}[4] "Step mail" › template: "folow-up" is not a template of this pack; did you mean "follow-up"?`,
    ],
    [
      'a field to fill',
      step(3, 'fields'),
      ['amount', 'amonut'],
      `${steps}[3] "Step values" › fields[1]: "amonut" is not a field of this pack; did you mean "amount"?`,
    ],
    [
      'the step of a branch',
      step(7, 'decision', 0, 'to'),
      { step: 'x' },
      `${steps}[7] "Step decide" › decision[0] › to › step: "x" is not a step of this pack`,
    ],
    [
      'the SOP of a branch',
      step(7, 'decision', 1, 'to'),
      { sop: 'talkng' },
      `${steps}[7] "Step decide" › decision[1] › to › sop: "talkng" is not an SOP of this pack; did you mean "talking"?`,
    ],
    [
      'the event of a due time',
      step(0, 'due', 'event'),
      'stage-enterd',
      `${steps}[0] "Step prepare" › due › event: "stage-enterd" is not an event of this pack; did you mean "stage-entered"?`,
    ],
    [
      'the calendar of a due time',
      step(0, 'due', 'calendar'),
      'ofice',
      `${steps}[0] "Step prepare" › due › calendar: "ofice" is not a calendar of this pack; did you mean "office"?`,
    ],
    [
      'the calendar of a clock',
      when,
      { elapsed: 'PT1H', since: 'assigned', until: 'priced', calendar: 'busines' },
      `${exit} › when › calendar: "busines" is not a calendar of this pack; did you mean "business"?`,
    ],
    ['the step of an event', ['events', 0, 'at'], { step: 'x' }, 'events[0] › at › step: "x" is not a step of this pack'],
    ['the field of an event', ['events', 1, 'at'], { field: 'x' }, 'events[1] › at › field: "x" is not a field of this pack'],
    [
      'a field that another is compared with',
      when,
      { any: [{ field: 'amount', is: 'above', value: { field: 'amuont' } }] },
      `${exit} › when › any[0] › value › field: "amuont" is not a field of this pack; did you mean "amount"?`,
    ],
    [
      'a field of whom an SOP is for',
      ['sops', 0, 'when'],
      { field: 'x', is: 'filled' },
      `${sop} › when › field: "x" is not a field of this pack`,
    ],
    [
      'a field of when a branch is suggested',
      step(7, 'decision', 0, 'when'),
      { field: 'x', is: 'filled' },
      `${steps}[7] "Step decide" › decision[0] › when › field: "x" is not a field of this pack`,
    ],
    [
      'a field of an org',
      ['orgs', 0, 'fields', 0, 'field'],
      'x',
      'orgs[0] "EMEA portal" › fields[0] › field: "x" is not a field of this pack',
    ],
    [
      'a pipeline of an org',
      ['orgs', 0, 'stages', 0, 'pipeline'],
      'x',
      'orgs[0] "EMEA portal" › stages[0] › pipeline: "x" is not a pipeline of this pack',
    ],
    [
      'a stage of an org',
      ['orgs', 0, 'stages', 0, 'stage'],
      'tak',
      'orgs[0] "EMEA portal" › stages[0] › stage: "tak" is not a stage of the pipeline "sales"; did you mean "talk"?',
    ],
  ])('%s', async (_, path, value, line) => {
    expect(await problemsOf(everyKeyWith(path, value))).toEqual([line]);
  });

  it('but answers, approvals and events of conditions may come from elsewhere', async () => {
    const all = [
      { answer: 'x', is: 'filled' },
      { approval: 'x', is: 'granted' },
      { elapsed: 'PT1H', since: 'x', until: 'y', calendar: 'business' },
    ];
    expect(await problemsOf(everyKeyWith(when, { all }))).toEqual([]);
  });
});

it('an event happens at a field with a time', async () => {
  expect(await problemsOf(everyKeyWith(['events', 1, 'at'], { field: 'amount' }))).toEqual([
    'events[1] › at › field: "amount" is of the type currency; an event needs a field of the type datetime',
  ]);
});

describe('what is there twice is refused:', () => {
  const [org] = packOfEveryKey().orgs;
  it.each<[what: string, path: Place, value: unknown, line: string]>([
    ...['roles', 'templates', 'calendars'].map((list): [string, Place, unknown, string] => {
      const [entry]: { title: string; id: string }[] = Reflect.get(packOfEveryKey(), list) as never;
      return [
        list,
        [list, 1],
        entry,
        `${list}[1] "${entry?.title}" › id: "${entry?.id}" is already the id of ${list}[0] "${entry?.title}"`,
      ];
    }),
    ['events', ['events', 1, 'id'], 'assigned', 'events[1] › id: "assigned" is already the id of events[0]'],
    [
      'reasons to disqualify',
      ['disqualificationCodes', 1],
      { id: 'too-small', label: 'x' },
      'disqualificationCodes[1] › id: "too-small" is already the id of disqualificationCodes[0]',
    ],
    [
      'values of a field',
      ['fields', 2, 'values', 1],
      { id: 'big', label: 'x' },
      'fields[2] › values[1] › id: "big" is already the id of fields[2] › values[0]',
    ],
    [
      'options of a question',
      step(2, 'question', 'options', 1, 'id'),
      'now',
      `${steps}[2] "Step timing" › question › options[1] › id: "now" is already the id of ${steps}[2] "Step timing" › question › options[0]`,
    ],
    [
      'branches of a decision',
      step(7, 'decision', 1, 'id'),
      'go-on',
      `${steps}[7] "Step decide" › decision[1] › id: "go-on" is already the id of ${steps}[7] "Step decide" › decision[0]`,
    ],
    [
      'an approver',
      ['approvers', 1],
      { id: 'dana', name: 'x', key: otherKey },
      'approvers[1] › id: "dana" is already the id of approvers[0]',
    ],
    [
      'an approver’s key',
      ['approvers', 1],
      { id: 'sam', name: 'Sam', key: packOfEveryKey().approvers[0]?.key },
      'approvers[1] › key: "gYiuVfaBVtEGIF0TXWJNDyhASONxvGtRY9EcGMv1iTU" is already the key of approvers[0]',
    ],
    ['an org', ['orgs', 1], { crm: 'hubspot', org: ' 4242 ' }, 'orgs[1] › org: "4242" is already in orgs[0] "EMEA portal"'],
    [
      'a field of an org',
      ['orgs', 0, 'fields', 1],
      org?.fields[0],
      'orgs[0] "EMEA portal" › fields[1] › field: "amount" is already in orgs[0] "EMEA portal" › fields[0]',
    ],
    [
      'a stage of an org',
      ['orgs', 0, 'stages', 1],
      org?.stages[0],
      'orgs[0] "EMEA portal" › stages[1] › stage: "talk" is already in orgs[0] "EMEA portal" › stages[0]',
    ],
    [
      'an object of an org’s field',
      ['orgs', 0, 'fields', 0, 'in'],
      ['deal.amount', 'deal.total'],
      'orgs[0] "EMEA portal" › fields[0] › in[1]: "deal" has a field here already; give one for each object',
    ],
    ['a term', ['glossary', 1], { term: ' icp', meaning: 'x' }, 'glossary[1] › term: "icp" is already explained in glossary[0]'],
  ])('%s', async (_, path, value, line) => {
    expect(await problemsOf(everyKeyWith(path, value))).toEqual([line]);
  });

  it('but the same org name in the other CRM, and reasons of the two lists, are not the same', async () => {
    expect(await problemsOf(everyKeyWith(['orgs', 1], { crm: 'salesforce', org: '4242' }))).toEqual([]);
    expect(await problemsOf(everyKeyWith(['disqualificationCodes', 0, 'id'], 'told'))).toEqual([]);
  });
});

describe('a test that cannot be judged is refused:', () => {
  it.each<[what: string, test: unknown, place: string, words: RegExp]>([
    [
      'an operator that the type has not',
      { field: 'amount', is: 'after', value: 'today' },
      `${exit} › when`,
      /Amount is a number; use above$/,
    ],
    ['a value of another type', { field: 'amount', is: 'equal', value: 'lots' }, `${exit} › when`, /Amount is a number/],
    [
      'two fields of different types',
      { field: 'amount', is: 'above', value: { field: 'priced-at' } },
      `${exit} › when`,
      /Amount .*Priced at/,
    ],
    ['an answer', { not: { answer: 'timing', is: 'above', value: 3 } }, `${exit} › when › not`, /Step timing/],
    ['a decision', { answer: 'decide', is: 'contains', value: 'go-on' }, `${exit} › when`, /Step decide/],
    [
      'a value that the picklist has not',
      { field: 'size', is: 'equal', value: 'bigg' },
      `${exit} › when › value`,
      /^"bigg" is not a value of "Size"; did you mean "big"\?$/,
    ],
    ['one of several', { field: 'size', is: 'oneOf', value: ['big', 'x'] }, `${exit} › when › value[1]`, /^"x" is not a value of "Size"$/],
    [
      'an option that the question has not',
      { answer: 'timing', is: 'equal', value: 'latr' },
      `${exit} › when › value`,
      /^"latr" is not a value of "Step timing"; did you mean "later"\?$/,
    ],
    [
      'a branch that the decision has not',
      { answer: 'decide', is: 'equal', value: 'stop' },
      `${exit} › when › value`,
      /^"stop" is not a value of "Step decide"/,
    ],
  ])('%s', async (_, test, place, words) => {
    const lines = await problemsOf(everyKeyWith(when, test));
    expect(lines).toHaveLength(1);
    const [line = ''] = lines;
    expect(line.startsWith(`${place}: `)).toBe(true);
    expect(line.slice(place.length + 2)).toMatch(words);
  });

  it.each(['big', 'BIG ', 'Enterprise', 'ent', 'Groß'])(
    'but a choice may be called %s: id, label in any language, or a CRM’s value',
    async (value) => {
      const pack = packOfEveryKey();
      put(pack, ['fields', 2, 'values', 0, 'label'], { en: 'Big', de: 'Groß' });
      put(pack, when, { field: 'size', is: 'equal', value });
      expect(await problemsOf(JSON.stringify(pack))).toEqual([]);
    },
  );

  it('though another part of the pack is of the wrong shape', async () => {
    const pack = packOfEveryKey();
    put(pack, ['title'], 7);
    put(pack, when, { field: 'size', is: 'equal', value: 'x' });
    expect(await problemsOf(JSON.stringify(pack))).toEqual([
      'title: must be text: put it in quotes',
      `${exit} › when › value: "x" is not a value of "Size"`,
    ]);
  });
});

describe('a text by language is refused', () => {
  it.each<[why: string, value: unknown, line: string]>([
    ['without the pack’s own language', { de: 'Titel' }, 'title: has no text in "en", the language of the pack'],
    [
      'in a language that the pack does not announce',
      { en: 'Title', fr: 'Titre' },
      'title › fr: "fr" is not a language of this pack: add it to languages',
    ],
  ])('%s', async (_, value, line) => {
    expect(await problemsOf(everyKeyWith(['title'], value))).toEqual([line]);
  });

  it('but not one in all or some of its languages', async () => {
    expect(await problemsOf(everyKeyWith(['title'], { en: 'Title', de: 'Titel' }))).toEqual([]);
    expect(await problemsOf(everyKeyWith(['title'], { en: 'Title' }))).toEqual([]);
  });
});

describe('working hours are refused', () => {
  const monday = ['calendars', 0, 'hours', 'monday'];
  const place = 'calendars[0] "Office hours" › hours › monday';
  it.each([
    ['that run backwards', ['17:00-09:00'], `${place}[0]: must end later than it begins`],
    ['of no time', ['09:00-09:00'], `${place}[0]: must end later than it begins`],
    ['that overlap', ['09:00-12:30', '12:00-17:00'], `${place}[1]: must begin when "09:00-12:30" is over, or later`],
    ['out of order', ['13:00-17:00', '09:00-12:00'], `${place}[1]: must begin when "13:00-17:00" is over, or later`],
  ])('%s', async (_, spans, line) => {
    expect(await problemsOf(everyKeyWith(monday, spans))).toEqual([line]);
  });

  it('but not spans that touch, nor one to midnight', async () => {
    expect(await problemsOf(everyKeyWith(monday, ['09:00-12:00', '12:00-24:00']))).toEqual([]);
  });
});

it('a step may tick itself by its own answer, an approval or a clock', async () => {
  const all = [
    { answer: 'timing', is: 'filled' },
    { approval: 'approve', is: 'granted' },
    { elapsed: 'PT1H', since: 'assigned', until: 'priced' },
  ];
  expect(await problemsOf(everyKeyWith(step(2, 'doneWhen'), { all }))).toEqual([]);
});

it('what a condition asks for is told with its place', () => {
  const condition = {
    all: [
      { field: 'amount', is: 'above', value: { field: 'cost' } },
      { not: { answer: 'who', is: 'filled' } },
      {
        score: 1,
        of: [
          { points: 1, when: { approval: 'terms', is: 'granted' } },
          { points: 1, when: { step: 'demo', is: 'done' } },
        ],
      },
      { elapsed: 'PT1H', since: 'start', until: 'end', calendar: 'office' },
    ],
  };
  expect([...askedBy(condition, ['when'])].map(({ kind, id, path }) => `${kind} ${id} ${path.join('.')}`)).toEqual([
    'field amount when.all.0.field',
    'field cost when.all.0.value.field',
    'answer who when.all.1.not.answer',
    'approval terms when.all.2.of.0.when.approval',
    'step demo when.all.2.of.1.when.step',
    'event start when.all.3.since',
    'event end when.all.3.until',
    'calendar office when.all.3.calendar',
  ]);
});

it.each([
  [undefined, '1.0.0', false],
  ['1.2.3', '1.2.3', false],
  ['1.2.3', '1.2.4', false],
  ['1.10.0', '1.9.0', true],
  ['2.0.0', '1.99.99', true],
  ['1.9.9', '2.0.0', false],
  ['1.2.4', '1.2.3', true],
])('a pack for Handrail %s needs a newer one than %s: %s', (minimumExtension, version, newer) => {
  expect(needsNewer({ minimumExtension }, version)).toBe(newer);
});
