/** From what the tab said, the pack and the progress to the screen: each way it can come out, and never another record's ticks. */
import { describe, expect, it } from 'vitest';
import type { PanelModel } from '../../../components/panel/model';
import { panelModel } from '../../../entrypoints/sidepanel/panel-model';
import type { PanelInputs } from '../../../entrypoints/sidepanel/panel-model';
import type { Reading, RecordRef, View } from '../../../lib/crm/adapter';
import type { TabState } from '../../../lib/messages/protocol';
import { NO_PROGRESS } from '../../../lib/guard/progress';
import { indexPack, parsePack } from '../../../lib/pack/load';
import { recordKey } from '../../../lib/progress/record-key';
import { everyKind } from './every-kind';
import { NOTHING_KEPT, NOW } from './fixtures';

const index = indexPack(
  await parsePack(`
format: 1
id: acme
version: 1.2.3
title: Acme sales
publisher: Acme
language: en
fields:
  - { id: next-step, label: Next step, type: text, in: { salesforce: Opportunity.NextStep } }
  - { id: budget, label: Budget confirmed, type: boolean, in: { salesforce: Opportunity.Budget_Confirmed__c } }
pipelines:
  - id: sales
    title: Sales
    in: { salesforce: { stageField: Opportunity.StageName } }
    stages:
      - { id: prospecting, title: Prospecting, kind: open, in: { salesforce: [Prospecting] } }
      - { id: qualification, title: Qualification, kind: open, in: { salesforce: [Qualification] } }
      - { id: won, title: Closed Won, kind: won, in: { salesforce: [Closed Won] } }
roles:
  - { id: ae, title: Account executive }
  - { id: cs, title: Customer success }
sops:
  - id: qualify
    roles: [ae]
    title: Qualify
    purpose: Find out whether it is real.
    pipeline: sales
    stages: [qualification]
    phases:
      - id: call
        title: Call
        steps:
          - { id: hold, title: Hold the call }
          - { id: next, title: Agree on a next step, doneWhen: { field: next-step, is: filled } }
    exit:
      - { id: budget, label: Budget is confirmed, severity: reason, when: { field: budget, is: equal, value: true } }
`),
);

const A: RecordRef = { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '006A' };
const B: RecordRef = { ...A, id: '006B' };
const reading = (field: string, value: Reading['value'], record = A): Reading => ({ record, field, value, source: 'wire', at: NOW });
const QUALIFICATION = [reading('StageName', 'Qualification')];

function inputs(state: Partial<TabState>, more: Partial<PanelInputs> = {}): PanelInputs {
  const told: TabState = {
    view: { kind: 'record', record: A },
    name: 'Northwind',
    readings: QUALIFICATION,
    unread: null,
    at: NOW,
    ...state,
  };
  const record = recordKey(told.view.kind === 'record' ? told.view.record : A);
  const progress = { record, pack: 'acme', ...NO_PROGRESS, ...NOTHING_KEPT };
  const moves = { record, missed: null, elsewhere: [] };
  return {
    said: { kind: 'told', state: told },
    packs: undefined,
    index,
    flight: { index, waiting: null },
    progress,
    moves,
    mine: [],
    trouble: null,
    waitedLong: false,
    now: NOW,
    timeZone: 'UTC',
    ...more,
  };
}
const none = (crm: 'salesforce' | null, why: Extract<View, { kind: 'none' }>['why']): Partial<TabState> => ({
  view: { kind: 'none', crm, why },
});
const brief = (model: PanelModel): string => (model.kind === 'no-sop' ? `${model.kind}: ${model.reason.why}` : model.kind);

it('names the pack that speaks for the record, whose rules it holds, and the others that are in use', () => {
  const other = indexPack({ ...index.pack, id: 'other', title: 'Company rules' });
  const all = [
    { index: other, layer: 'company' },
    { index, layer: 'team' },
  ] as const;
  const packs = { all, of: () => all[1], watch: () => ({ stageFields: [], fields: [] }) };
  const model = panelModel(inputs({}, { packs }));
  expect(model).toMatchObject({ pack: { title: 'Acme sales', layer: 'team', others: [{ title: 'Company rules', layer: 'company' }] } });
});

describe('the screen', () => {
  it.each<[string, PanelInputs, string]>([
    ['while the tab is asked', inputs({}, { said: { kind: 'asking' } }), 'loading'],
    ['for a silent tab of a CRM', inputs({}, { said: { kind: 'silent', crm: true } }), 'stale-tab'],
    ['for a silent tab elsewhere', inputs({}, { said: { kind: 'silent', crm: false } }), 'not-a-crm'],
    ['when the database cannot be used', inputs({}, { trouble: 'No.' }), 'error'],
    ['for a watcher that has not looked yet', inputs(none(null, 'other-page')), 'loading'],
    ['for a watcher that never looks', inputs(none(null, 'other-page'), { waitedLong: true }), 'stale-tab'],
    ['for a page that is no CRM', inputs(none(null, 'not-a-crm')), 'not-a-crm'],
    ['for Salesforce Classic', inputs(none('salesforce', 'classic')), 'no-record'],
    ['for a list', inputs({ view: { kind: 'list', crm: 'salesforce', org: A.org, object: 'Opportunity' } }), 'no-record'],
    ['for a record that is not saved yet', inputs({ view: { kind: 'record', record: { ...A, id: '' } } }), 'no-record'],
    ['until the pack is read', inputs({}, { index: undefined }), 'loading'],
    ['until it is known which version counts', inputs({}, { flight: undefined }), 'loading'],
    ['without a pack', inputs({}, { index: null }), 'no-pack'],
    [
      'for an object that the pack leaves out',
      inputs({ view: { kind: 'record', record: { ...A, object: 'Case' } } }),
      'no-sop: object-not-in-pack',
    ],
    ['before the stage is read', inputs({ readings: [] }), 'loading'],
    ['when the page cannot be read', inputs({ readings: [], unread: ['the path'] }), 'unreadable'],
    [
      'when other fields are read, and the stage is not after a while',
      inputs({ readings: [reading('Amount', 1)] }, { waitedLong: true }),
      'unreadable',
    ],
    ['for a stage that the pack does not know', inputs({ readings: [reading('StageName', 'Verbal')] }), 'no-sop: stage-not-in-pack'],
    ['for a stage whose SOPs are for other roles', inputs({}, { mine: ['cs'] }), 'no-sop: not-for-this-rep'],
    ['for a rep with the SOP’s role', inputs({}, { mine: ['ae'] }), 'sop'],
    ['until the roles are read', inputs({}, { mine: undefined }), 'loading'],
    ['for a stage without an SOP', inputs({ readings: [reading('StageName', 'Prospecting')] }), 'no-sop: stage-without-sop'],
    ['until the log is read', inputs({}, { moves: undefined }), 'loading'],
    ['until the progress is read', inputs({}, { progress: undefined }), 'loading'],
    ['for a stage with an SOP', inputs({}), 'sop'],
  ])('%s', (_when, given, expected) => {
    expect(brief(panelModel(given))).toBe(expected);
  });
});

describe('the steps', () => {
  const sop = (given: PanelInputs) => {
    const model = panelModel(given);
    if (model.kind !== 'sop') throw new Error(model.kind);
    return model;
  };
  const ticks = { hold: { state: 'done' as const, at: NOW } };
  const done = { record: recordKey(A), pack: 'acme', ...NO_PROGRESS, ...NOTHING_KEPT, ticks };

  it('are counted with the rep’s own ticks', () => {
    expect(sop(inputs({}, { progress: done })).outlook.required).toEqual({ done: 1, total: 2 });
  });

  it('never show the ticks of the record that was in view before', () => {
    const readings = [reading('StageName', 'Qualification', B)];
    expect(panelModel(inputs({ view: { kind: 'record', record: B }, readings }, { progress: done })).kind).toBe('loading');
  });

  it('never show ticks of another pack', () => {
    expect(panelModel(inputs({}, { progress: { ...done, pack: 'other' } })).kind).toBe('loading');
  });

  it('take no stage from a reading of another record', () => {
    expect(panelModel(inputs({ readings: [reading('StageName', 'Qualification', B)] })).kind).toBe('loading');
  });

  it('that ticked themselves say from which field', () => {
    const model = sop(inputs({ readings: [...QUALIFICATION, reading('NextStep', 'Demo on Friday')] }));
    expect(model.tickedFrom).toEqual({ next: 'Next step' });
  });

  it('come with the field and the words that named the stage', () => {
    const labelled = { ...reading('StageName', 'Qualification'), label: 'Qualifizierung' };
    expect(sop(inputs({ readings: [labelled] })).stageSaid).toEqual({ field: 'StageName', value: 'Qualifizierung' });
  });
});

describe('what a step asks for', () => {
  it('comes with the rep’s answers', () => {
    const { tasks } = everyKind({ answers: { signs: 'Maria', route: 'small' } });
    expect(tasks['signs']).toMatchObject({ kind: 'question', answer: 'Maria' });
    expect(tasks['seats']).toMatchObject({ kind: 'question', answer: null });
    expect(tasks['route']).toMatchObject({ kind: 'decision', chosen: 'small' });
  });

  it('is no branch that the pack does not have', () => {
    expect(everyKind({ answers: { route: 'gone' } }).tasks['route']).toMatchObject({ chosen: null });
  });

  it.each([
    ['question', 'signs'],
    ['decision', 'route'],
    ['fields', 'record-it'],
    ['template', 'send'],
    ['asset', 'deck'],
    ['approval', 'discount'],
    [undefined, 'reply'],
  ])('is of the kind %s for %s', (kind, id) => {
    expect(everyKind().tasks[id]?.kind).toBe(kind);
  });

  it('suggests the first branch that the record speaks for, and no other', () => {
    expect(everyKind().tasks['route']).toMatchObject({ branches: [{ suggested: true }, { suggested: false }, { suggested: false }] });
  });

  it('leaves the name of a record that is not known yet as a blank', () => {
    const task = everyKind({ name: null }).tasks['send'];
    expect(task?.kind === 'template' && task.merged.blanks).toEqual(['Record name', 'Close date', 'Next step']);
  });

  it('comes with its SOP as soon as a branch leads there', () => {
    expect(everyKind().outlook.sops.map(({ sop }) => sop.id)).toEqual(['qualify', 'pilot']);
    expect(everyKind({ answers: { route: 'big' } }).outlook.sops.map(({ sop }) => sop.id)).toEqual(['qualify', 'enterprise', 'pilot']);
  });
});

describe('due times', () => {
  it('are told of open steps, from the record’s fields, its stage and the rep’s ticks', () => {
    expect(everyKind().dues).toEqual({
      reply: { at: NOW - 2 * 60 * 60_000, late: true },
      demo: { at: NOW + 60 * 60_000, late: false },
      send: { waiting: 'Hold the demo' },
    });
    const done = { state: 'done' as const, at: NOW };
    expect(everyKind({ ticks: { demo: done, reply: { state: 'na', at: NOW } } }).dues).toEqual({
      send: { at: NOW + 24 * 60 * 60_000, late: false },
    });
  });
});

describe('a missed check', () => {
  const HOUR = 60 * 60_000;
  const missedBy = (given: PanelInputs) => {
    const model = panelModel(given);
    return 'missed' in model ? model.missed : model.kind;
  };
  const missed = (ago: number, record = A) => ({ record: recordKey(record), missed: { at: NOW - ago, why: 'late' }, elsewhere: [] });

  it.each<[string, Partial<TabState>]>([
    ['with its steps', {}],
    ['whose object the pack leaves out', { view: { kind: 'record', record: { ...A, object: 'Case' } } }],
    ['in an unknown stage', { readings: [reading('StageName', 'Verbal')] }],
    ['in a stage without an SOP', { readings: [reading('StageName', 'Prospecting')] }],
    ['that cannot be read', { readings: [], unread: [] }],
  ])('is told on the screen of a record %s', (_what, state) => {
    const record = state.view?.kind === 'record' ? state.view.record : A;
    expect(missedBy(inputs(state, { moves: missed(HOUR, record) }))).toEqual({ at: NOW - HOUR, why: 'late' });
  });

  it.each([
    [24 * HOUR - 1, true],
    [24 * HOUR, false],
    [-30_000, true],
  ])('of %d ms ago is told: %s', (ago, told) => {
    expect(missedBy(inputs({}, { moves: missed(ago) })) !== null).toBe(told);
  });

  it('of the record that was in view before is never told', () => {
    expect(missedBy(inputs({}, { moves: missed(HOUR, B) }))).toBe('loading');
  });
});
