import { describe, expect, it } from 'vitest';
import { cardOf, type Card, type Occasion } from '../../../../lib/guard/card';
import type { Gap, Verdict } from '../../../../lib/guard/judge';
import { allowed, cardFor, CODES, gap, moveOf, occasionOf, SEEN_AT, unseen, verdict } from './verdicts';

const TIME = new Date(SEEN_AT).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
const trace = (change: object): Gap['trace'] => gap().trace.map((entry) => ({ ...entry, ...change }));
const linesOf = (one: Gap): string[] => cardFor([verdict('warn', [one])]).records[0]?.gaps[0]?.lines ?? [];
const blind: Partial<Verdict> = { from: null, fromUnknown: true };

describe('whether there is anything to show', () => {
  it.each<{ what: string; verdicts: Verdict[]; shows: boolean }>([
    { what: 'nothing stands against it', verdicts: [allowed], shows: false },
    { what: 'only tips', verdicts: [verdict('allow', [gap({ severity: 'tip' })])], shows: false },
    { what: 'one of several records has something open', verdicts: [allowed, verdict('warn')], shows: true },
    { what: 'no gap, but its stage cannot be seen', verdicts: [verdict('warn', [], blind)], shows: true },
  ])('$what: $shows', ({ verdicts, shows }) => {
    expect(cardOf(verdicts, occasionOf(verdicts)) !== null).toBe(shows);
  });
});

describe('the headline', () => {
  it.each<{ says: Card['title']; verdicts: Verdict[] }>([
    {
      says: { none: 'Nothing is left open before Demo', one: 'One thing is open before Demo', many: '# things are open before Demo' },
      verdicts: [verdict('warn')],
    },
    {
      says: {
        none: 'Nothing is left open before this move',
        one: 'One thing is open before this move',
        many: '# things are open before this move',
      },
      verdicts: [verdict('warn', [gap()], { to: null })],
    },
    {
      says: { none: 'Its stage cannot be seen here', one: 'One thing is open before Demo', many: '# things are open before Demo' },
      verdicts: [verdict('warn', [], blind)],
    },
    {
      says: {
        none: 'Nothing is left open in these 3 records',
        one: '1 of 3 records has something open before Demo',
        many: '# of 3 records have something open before Demo',
      },
      verdicts: [verdict('warn'), allowed, verdict('warn')],
    },
    {
      says: {
        none: 'Nothing is left open in these 2 records',
        one: '1 of 2 records has something open before this move',
        many: '# of 2 records have something open before this move',
      },
      verdicts: [verdict('warn'), verdict('warn', [gap()], { to: 'Won' })],
    },
  ])('$says.many', ({ says, verdicts }) => {
    expect(cardFor(verdicts).title).toEqual(says);
  });

  it.each<{ says: string; verdicts: Verdict[]; change: Partial<Occasion> }>([
    { says: 'Acme renewal · Discovery → Demo', verdicts: [verdict('warn')], change: {} },
    { says: 'Discovery → Demo', verdicts: [verdict('warn')], change: { names: [null] } },
    { says: 'Acme renewal · Stage not visible → Demo', verdicts: [verdict('warn', [gap()], blind)], change: {} },
    { says: 'Acme renewal · Discovery → another stage', verdicts: [verdict('warn', [gap()], { to: null })], change: {} },
    { says: '2 records in one save', verdicts: [verdict('warn'), allowed], change: {} },
  ])('stands under what the save is of: $says', ({ says, verdicts, change }) => {
    expect(cardFor(verdicts, change).about).toBe(says);
  });
});

describe('the notices', () => {
  it.each<{ what: string; verdicts: Verdict[]; change: Partial<Occasion>; says: string[] }>([
    { what: 'nothing special', verdicts: [verdict('warn')], change: {}, says: [] },
    {
      what: 'the stage it comes from cannot be seen',
      verdicts: [verdict('warn', [gap()], blind)],
      change: {},
      says: ['The stage it comes from cannot be seen here: only what the new stage asks for was checked.'],
    },
    {
      what: 'that of some of several cannot be seen',
      verdicts: [verdict('warn', [gap()], blind), verdict('warn')],
      change: {},
      says: ['The stage that some of them come from cannot be seen here: for those, only what the new stage asks for was checked.'],
    },
    {
      what: 'several that the protocol keeps together',
      verdicts: [verdict('warn'), allowed],
      change: { splits: false },
      says: ['They are saved together: all of them or none.'],
    },
    {
      what: 'all that match, and the page has told how many',
      verdicts: [verdict('warn', [gap()], blind)],
      change: { moves: [moveOf('*')], matching: 214 },
      says: ['This save goes to all 214 matching records. Only what the save itself says could be checked.'],
    },
    {
      what: 'all that match, however many that are',
      verdicts: [verdict('warn', [gap()], blind)],
      change: { moves: [moveOf('*')] },
      says: ['This save goes to all matching records. Only what the save itself says could be checked.'],
    },
  ])('$what', ({ verdicts, change, says }) => {
    expect(cardFor(verdicts, change).notices).toEqual(says);
  });
});

describe('the records', () => {
  it('are those with something open, by their place in the save; the others are counted', () => {
    const { records, ready, splits } = cardFor([allowed, verdict('warn'), verdict('allow', [gap({ severity: 'tip' })]), verdict('block')]);
    expect(records.map(({ move, name, path, record }) => [move, name, path, record.id])).toEqual([
      [1, 'Globex', 'Discovery → Demo', '006000000000001AAA'],
      [3, 'Hooli', 'Discovery → Demo', '006000000000003AAA'],
    ]);
    expect([ready, splits]).toEqual([2, true]);
  });

  it.each<{ what: string; id: string; count: number; name: string }>([
    { what: 'the only one', id: '006000000000000AAA', count: 1, name: '' },
    { what: 'one of several', id: '006000000000000AAA', count: 2, name: 'Record 1' },
    { what: 'one that does not exist yet', id: '', count: 1, name: 'New record' },
    { what: 'all that match', id: '*', count: 1, name: 'All matching records' },
  ])('without a name are called what they are: $what', ({ id, count, name }) => {
    const verdicts = Array.from({ length: count }, () => verdict('warn'));
    const moves = verdicts.map(() => moveOf(id));
    expect(cardFor(verdicts, { moves, names: verdicts.map(() => null) }).records[0]?.name).toBe(name);
  });

  it('tell when their stage cannot be seen, with no gap at all', () => {
    expect(cardFor([verdict('warn', [], blind)]).records).toMatchObject([{ fromUnknown: true, gaps: [] }]);
  });
});

describe('every gap', () => {
  it('has its sentence, where that is known from, and why it matters', () => {
    expect(linesOf(gap())).toEqual([
      `Budget confirmed is yes (it is no) · read from the CRM, ${TIME}`,
      'A demo without a budget trains people on a product they cannot buy.',
    ]);
  });

  it('comes after those that weigh more', () => {
    const of = (...severities: Gap['severity'][]) => severities.map((severity) => gap({ severity, label: severity }));
    const { records } = cardFor([verdict('block', of('tip', 'warn', 'block', 'reason')), verdict('warn', of('warn'))]);
    expect(records.map(({ gaps }) => gaps.map(({ label }) => label))).toEqual([['block', 'reason', 'warn', 'tip'], ['warn']]);
  });

  it.each<{ severity: Gap['severity']; tag: string | null }>([
    { severity: 'block', tag: 'Must be met' },
    { severity: 'reason', tag: null },
    { severity: 'warn', tag: 'Advised' },
    { severity: 'tip', tag: 'Tip' },
  ])('says how much it weighs: $severity', ({ severity, tag }) => {
    expect(cardFor([verdict('block', [gap({ severity })])]).records[0]?.gaps[0]?.tag).toBe(tag);
  });

  it.each<{ one: Gap; says: string }>([
    { one: gap(), says: 'Not met' },
    { one: unseen(), says: 'Cannot be seen here' },
  ])('says in words what its mark shows: $says', ({ one, says }) => {
    expect(cardFor([verdict('warn', [one])]).records[0]?.gaps[0]?.state).toBe(says);
  });

  it.each([
    { source: 'wire', says: 'read from the CRM' },
    { source: 'page', says: 'read on this page' },
    { source: 'rep', says: 'confirmed by you' },
    { source: 'save', says: 'part of this save' },
  ] as const)('says where its reading is from: $source', ({ source, says }) => {
    expect(linesOf(gap({ trace: trace({ known: { value: false, source, at: SEEN_AT } }) }))[0]).toContain(`· ${says}, ${TIME}`);
  });

  it('goes by the newest of several readings', () => {
    const older = trace({ known: { value: false, source: 'page', at: SEEN_AT - 1 } });
    expect(linesOf(gap({ trace: [...older, ...gap().trace, ...older] }))[0]).toContain('read from the CRM');
  });

  it('without a reading or a why claims none', () => {
    expect(linesOf(gap({ trace: trace({ known: undefined }), why: undefined }))).toEqual(['Budget confirmed is yes (it is no)']);
  });

  it.each<{ by: string; fix: Gap['fix']; card: unknown }>([
    { by: 'nothing', fix: undefined, card: null },
    {
      by: 'a field of this CRM',
      fix: { field: 'amount', crmField: 'Amount', label: 'Amount' },
      card: { field: 'Amount', label: 'Amount' },
    },
    { by: 'a field that this CRM does not have', fix: { field: 'budget', label: 'Budget' }, card: null },
    { by: 'a step', fix: { step: 'call', title: 'Call them' }, card: { step: 'Call them' } },
    { by: 'a guide', fix: { url: 'https://acme.example/guide' }, card: { url: 'https://acme.example/guide' } },
  ])('is mended by $by', ({ fix, card }) => {
    expect(cardFor([verdict('warn', [gap({ fix })])]).records[0]?.gaps[0]?.fix).toEqual(card);
  });
});

it('the codes to choose from are those of the gaps, each once', () => {
  const late = { id: 'late', label: 'Too late' };
  expect(cardFor([verdict('ask-reason', [gap(), gap({ reasonCodes: [...CODES, late] })])]).codes).toEqual([...CODES, late]);
});

it('a card can be sent as it is', () => {
  const card = cardFor([verdict('ask-reason', [gap(), unseen()]), allowed]);
  expect(JSON.parse(JSON.stringify(card))).toEqual(card);
});
