/** What is said of a record before its steps, from what is kept of it: moves judged late with what is known now, debts, the rep's own words. */
import { describe, expect, it } from 'vitest';
import type { PanelModel, RecordModel } from '../../../components/panel/model';
import { panelModel } from '../../../entrypoints/sidepanel/panel-model';
import type { Progress } from '../../../entrypoints/sidepanel/progress';
import type { Moves } from '../../../entrypoints/sidepanel/news';
import type { Reading, RecordRef } from '../../../lib/crm/adapter';
import { NO_PROGRESS } from '../../../lib/guard/progress';
import { criterionKey } from '../../../lib/pack/criterion-key';
import { indexPack, parsePack } from '../../../lib/pack/load';
import type { DebtRow, ElsewhereRow } from '../../../lib/progress/rows';
import { recordKey } from '../../../lib/progress/record-key';
import { NOTHING_KEPT, NOW } from './fixtures';

const index = indexPack(
  await parsePack(`
format: 1
id: acme
version: 1.0.0
title: Acme sales
publisher: Acme
language: en
fields:
  - { id: budget, label: Budget, type: boolean, in: { salesforce: Opportunity.Budget__c } }
  - { id: need, label: Need, type: text, in: { salesforce: Opportunity.Need__c } }
  - { id: source, label: Source, type: text, in: { salesforce: Opportunity.LeadSource } }
pipelines:
  - id: sales
    title: Sales
    in: { salesforce: { stageField: Opportunity.StageName, recordTypes: [New business] } }
    stages:
      - { id: talk, title: Talk, kind: open, in: { salesforce: [Prospecting, Qualification] } }
      - { id: show, title: Show, kind: open, in: { salesforce: [Needs Analysis] } }
      - { id: offer, title: Offer, kind: open, in: { salesforce: [Proposal] } }
      - { id: won, title: Won, kind: won, in: { salesforce: [Closed Won] } }
  - id: renewals
    title: Renewals
    in: { salesforce: { stageField: Opportunity.StageName, recordTypes: [Renewal] } }
    stages:
      - { id: due, title: Due, kind: open, in: { salesforce: [Qualification] } }
reasonCodes:
  - { id: faster, label: Customer asked to go faster }
  - { id: manager, label: My manager agreed to it }
sops:
  - id: talk
    title: Talk
    purpose: Talk.
    pipeline: sales
    stages: [talk]
    phases: [{ id: p, title: Phase, steps: [{ id: call, title: Hold the call }, { id: signs, title: Who signs?, question: { type: text } }] }]
    exit:
      - { id: source, label: The source is known, severity: warn, when: { field: source, is: filled } }
      - { id: called, label: The call was held, severity: block, when: { step: call, is: done }, fix: { step: call } }
      - { id: need, label: The need is known, severity: reason, when: { field: need, is: filled }, fix: { field: need } }
      - { id: signs, label: It is known who signs, severity: warn, when: { answer: signs, is: filled } }
      - { id: hint, label: Only a hint, severity: tip, when: { field: source, is: empty } }
  - id: show
    title: Show
    purpose: Show.
    pipeline: sales
    stages: [show]
    phases: [{ id: p, title: Phase, steps: [{ id: demo, title: Hold the demo }] }]
    exit:
      - { id: budget, label: The budget is confirmed, severity: reason, when: { field: budget, is: equal, value: true }, reasonCodes: [manager] }
`),
);

const RECORD: RecordRef = { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '006A' };
const KEY = recordKey(RECORD);
const HOUR = 60 * 60_000;
const reading = (field: string, value: Reading['value']): Reading => ({ record: RECORD, field, value, source: 'wire', at: NOW });
const elsewhere = (more: Partial<ElsewhereRow> = {}): ElsewhereRow => ({
  id: 'e1',
  record: KEY,
  from: 'Qualification',
  to: 'Needs Analysis',
  at: NOW - HOUR,
  state: 'open',
  ...more,
});
const debt = (more: Partial<DebtRow> = {}): DebtRow => ({
  id: 'd1',
  record: KEY,
  pack: 'acme',
  sop: 'talk',
  criterion: 'need',
  label: 'The need is known',
  from: 'Talk',
  to: 'Show',
  openedAt: NOW - HOUR,
  state: 'open',
  ...more,
});

interface Kept {
  stage?: string | null;
  values?: Record<string, Reading['value']>;
  moves?: Partial<Moves>;
  progress?: Partial<Progress>;
}

function model({ stage = 'Needs Analysis', values = {}, moves, progress }: Kept): PanelModel {
  const seen = Object.entries({ ...(stage === null ? {} : { StageName: stage }), ...values }).map(([field, value]) =>
    reading(field, value),
  );
  return panelModel({
    said: { kind: 'told', state: { view: { kind: 'record', record: RECORD }, name: 'Northwind', readings: seen, unread: null, at: NOW } },
    packs: undefined,
    index,
    flight: { index, waiting: null },
    progress: { record: KEY, pack: 'acme', ...NO_PROGRESS, ...NOTHING_KEPT, ...progress },
    moves: { record: KEY, missed: null, elsewhere: [], ...moves },
    mine: [],
    trouble: null,
    waitedLong: true,
    now: NOW,
    timeZone: 'UTC',
  });
}

function news(kept: Kept): RecordModel {
  const drawn = model(kept);
  if (!('heading' in drawn)) throw new Error(drawn.kind);
  return drawn;
}
const catchUp = (kept: Kept) => news({ moves: { elsewhere: [elsewhere()] }, ...kept }).catchUp;
const open = (kept: Kept) => catchUp(kept)?.asked.flatMap((one) => (one.open ? [one.view.criterion.id] : [])) ?? null;
const DONE = { state: 'done' as const, at: NOW };
const ALL = { values: { Need__c: 'x', LeadSource: 'Fair' }, progress: { ticks: { call: DONE }, answers: { signs: 'Maria' } } };

describe('a move made elsewhere', () => {
  it('is told with what it skipped, the worst first, and never with a tip', () => {
    expect(open({ values: { LeadSource: null } })).toEqual(['called', 'need', 'source', 'signs']);
    expect(catchUp({})).toMatchObject({ id: 'e1', from: 'Talk', to: 'Show', at: NOW - HOUR, missed: null });
  });

  it('is judged with what is known now', () => {
    expect(open({ values: { Need__c: 'x', LeadSource: 'Fair' } })).toEqual(['called', 'signs']);
    expect(open({ progress: { ticks: { call: DONE } } })).toEqual(['need', 'source', 'signs']);
    const view = catchUp({})?.asked.find((one) => one.view.criterion.id === 'need')?.view;
    expect(view).toMatchObject({ result: 'unknown', crmField: 'Need__c' });
  });

  it('asks for what was skipped on the way over several stages', () => {
    expect(open({ ...ALL, stage: 'Proposal', moves: { elsewhere: [elsewhere({ to: 'Proposal' })] } })).toEqual(['budget']);
  });

  it.each<[string, Kept]>([
    ['when all is met', ALL],
    ['that went back', { stage: 'Prospecting', moves: { elsewhere: [elsewhere({ from: 'Proposal', to: 'Prospecting' })] } }],
    ['from a stage that the pack does not know', { moves: { elsewhere: [elsewhere({ from: 'Dormant' })] } }],
    ['that was dismissed', { moves: { elsewhere: [elsewhere({ state: 'dismissed' })] } }],
    ['that was settled', { moves: { elsewhere: [elsewhere({ state: 'settled' })] } }],
    ['where there is none', { moves: { elsewhere: [] } }],
  ])('is not told %s', (_when, kept) => {
    expect(catchUp(kept)).toBeNull();
  });

  it('counts what the rep stands for', () => {
    expect(open({ progress: { confirmed: new Set([criterionKey('talk', 'need')]) } })).not.toContain('need');
  });

  it('brings the steps, and what they ask for, that are not on the screen', () => {
    const asked = (stage: string) =>
      Object.fromEntries(catchUp({ stage })?.asked.map(({ view, steps }) => [view.criterion.id, steps.map(({ step }) => step.id)]) ?? []);
    expect(asked('Needs Analysis')).toMatchObject({ called: ['call'], signs: ['signs'], need: [] });
    expect(asked('Qualification')).toMatchObject({ called: [], signs: [] });
    expect(catchUp({})?.context.tasks['signs']).toMatchObject({ kind: 'question' });
  });

  it('offers the reasons that count for what is open', () => {
    const codes = (kept: Kept) => catchUp(kept)?.codes.map(({ id }) => id);
    expect(codes({})).toEqual(['faster', 'manager']);
    expect(codes({ ...ALL, stage: 'Proposal', moves: { elsewhere: [elsewhere({ to: 'Proposal' })] } })).toEqual(['manager']);
  });

  it.each<[string, string | null]>([
    ['has no SOP', 'Closed Won'],
    ['the pack does not know', 'Dormant'],
    ['cannot be read', null],
  ])('is told in a stage that %s', (_what, stage) => {
    expect(catchUp({ stage })).not.toBeNull();
  });
});

describe('one card for one move', () => {
  const missed = { at: NOW - HOUR, why: 'late' };
  const cards = (rows: ElsewhereRow[], at = missed.at) => {
    const { catchUp: card, missed: notice } = news({ moves: { missed: { ...missed, at }, elsewhere: rows } });
    return { card: card && (card.missed ? 'unchecked' : 'elsewhere'), notice: notice !== null };
  };

  it.each<[string, ElsewhereRow[], ReturnType<typeof cards>]>([
    ['a missed check whose move was not noticed yet', [], { card: null, notice: true }],
    ['a missed check and the move that it let through', [elsewhere({ at: NOW - HOUR + 500 })], { card: 'unchecked', notice: false }],
    ['the same, noticed a moment before', [elsewhere({ at: NOW - HOUR - 500 })], { card: 'unchecked', notice: false }],
    ['the same, dismissed', [elsewhere({ at: NOW - HOUR + 500, state: 'dismissed' })], { card: null, notice: false }],
    ['a missed check after a move elsewhere', [elsewhere({ at: NOW - 2 * HOUR })], { card: 'elsewhere', notice: true }],
    [
      'a move elsewhere after the one that went unchecked',
      [elsewhere({ id: 'e0', at: NOW - HOUR + 500, state: 'dismissed' }), elsewhere({ at: NOW })],
      { card: 'elsewhere', notice: false },
    ],
  ])('%s', (_what, rows, expected) => {
    expect(cards(rows)).toEqual(expected);
  });
});

describe('a debt', () => {
  const debts = (row: Partial<DebtRow>, kept: Kept = {}) => news({ ...kept, progress: { debts: [debt(row)] } }).debts;

  it('comes with how its criterion stands now, whichever stage that is of', () => {
    expect(debts({})[0]).toMatchObject({ id: 'd1', label: 'The need is known', now: { result: 'unknown', crmField: 'Need__c' } });
    expect(debts({}, { values: { Need__c: null } })[0]?.now).toMatchObject({
      result: 'false',
      sentence: expect.stringContaining('empty') as string,
    });
  });

  it.each([{ pack: 'other' }, { sop: 'gone' }, { criterion: 'gone' }])('whose criterion is not in the pack any more stays: %o', (row) => {
    expect(debts(row)).toMatchObject([{ id: 'd1', now: null }]);
  });

  it.each([
    [NOW + 1, 1],
    [NOW, 0],
    [undefined, 1],
  ])('whose exception ends at %s is shown: %s', (until, count) => {
    expect(debts({ until })).toHaveLength(count);
  });

  it.each(['Closed Won', 'Dormant', null])('is told in the stage %s, too', (stage) => {
    expect(debts({}, { stage })).toHaveLength(1);
  });
});

describe('what the rep has said', () => {
  it('is told by criterion: the newest comment, and only under the pack in use', () => {
    const about = { record: KEY, pack: 'acme', sop: 'talk', criterion: 'need' };
    const wrong = (comment: string, at: number, pack = 'acme') => ({
      ...about,
      pack,
      type: 'wrong-here' as const,
      id: comment,
      comment,
      at,
    });
    const { stances } = news({
      progress: {
        confirmations: [
          { ...about, by: 'Robin', at: 3 },
          { ...about, pack: 'other', criterion: 'source', by: '', at: 3 },
        ],
        wrongHere: [wrong('first', 1), wrong('second', 2), wrong('elsewhere', 9, 'other')],
      },
    });
    expect(stances).toEqual({ [criterionKey('talk', 'need')]: { confirmed: { by: 'Robin', at: 3 }, wrong: { comment: 'second', at: 2 } } });
  });
});

describe('the stage by hand', () => {
  const placed = (stage: string, pipeline?: string) => ({ record: KEY, stage, at: NOW, ...(pipeline !== undefined && { pipeline }) });

  it('is asked for where the page does not tell it, from all pipelines of the object', () => {
    const drawn = model({ stage: null });
    expect(drawn.kind === 'unreadable' && drawn.choices).toEqual([
      {
        id: 'sales',
        title: 'Sales',
        crmPipeline: 'newbusiness',
        stages: [
          { value: 'Prospecting', title: 'Talk' },
          { value: 'Needs Analysis', title: 'Show' },
          { value: 'Proposal', title: 'Offer' },
          { value: 'Closed Won', title: 'Won' },
        ],
      },
      { id: 'renewals', title: 'Renewals', crmPipeline: 'renewal', stages: [{ value: 'Qualification', title: 'Due' }] },
    ]);
  });

  it('brings the stage’s steps, and says that it was chosen', () => {
    const drawn = model({ stage: null, progress: { placed: placed('Needs Analysis') } });
    expect(drawn.kind === 'sop' && drawn.outlook.stage.id).toBe('show');
    expect(drawn.kind === 'sop' && drawn.byHand).toMatchObject({ pipeline: 'sales', value: 'Needs Analysis' });
  });

  it('is that of the pipeline that was chosen with it', () => {
    const drawn = model({ stage: null, progress: { placed: placed('Qualification', 'Renewal') } });
    expect(drawn).toMatchObject({ kind: 'no-sop', byHand: { pipeline: 'renewals' }, reason: { stage: 'Due' } });
  });

  it('counts no more once the page tells one', () => {
    const drawn = model({ stage: 'Prospecting', progress: { placed: placed('Needs Analysis') } });
    expect(drawn.kind === 'sop' && [drawn.outlook.stage.id, drawn.byHand]).toEqual(['talk', null]);
  });
});
