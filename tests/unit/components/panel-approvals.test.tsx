/** An approval by code in the panel: how it stands, the request, and the code; on the real codes, the real database and the real model. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PanelEvents } from '../../../components/panel/events';
import { StepItem } from '../../../components/panel/StepItem';
import { refusalWords } from '../../../components/panel/refusal-words';
import { approvalEvents } from '../../../entrypoints/sidepanel/approval-events';
import { panelModel } from '../../../entrypoints/sidepanel/panel-model';
import { grantCode } from '../../../lib/approval/grant';
import { readRequest } from '../../../lib/approval/request';
import type { GrantRefusal } from '../../../lib/approval/verify';
import type { RecordRef } from '../../../lib/crm/adapter';
import { NO_PROGRESS } from '../../../lib/guard/progress';
import { indexPack, parsePack } from '../../../lib/pack/load';
import { approvalsOf, askedApprovals } from '../../../lib/progress/approvals';
import { progressOf } from '../../../lib/progress/checklists';
import { HandrailDb } from '../../../lib/progress/db';
import { recordKey } from '../../../lib/progress/record-key';
import { settings } from '../../../lib/settings';
import { makeKey } from '../../../lib/signing/key';
import { expectNoAxeViolations } from './axe';
import { NO_EVENTS, NOTHING_KEPT } from './fixtures';

const NOW = Date.parse('2026-11-24T10:42:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const [dana, sam, stranger] = await Promise.all([makeKey(), makeKey(), makeKey()]);
const PACK = await parsePack(`
format: 1
id: acme-sales
version: 1.0.0
title: Acme sales
publisher: Acme
language: en
fields: []
pipelines:
  - id: sales
    title: Sales
    in: { salesforce: { stageField: Opportunity.StageName } }
    stages: [{ id: talk, title: Talk, kind: open, in: { salesforce: [Qualification] } }]
roles: [{ id: manager, title: Sales manager }]
approvers:
  - { id: dana, name: Dana Lind, key: ${dana.publicKey} }
  - { id: sam, name: Sam Okafor, key: ${sam.publicKey} }
sops:
  - id: talking
    title: Talking
    purpose: To test.
    pipeline: sales
    stages: [talk]
    phases:
      - id: p
        title: P
        steps:
          - { id: discount, title: Get the discount approved, approval: { by: manager } }
          - { id: terms, title: Get the terms approved, approval: { by: manager, approvers: [sam] } }
`);
const INDEX = indexPack(PACK);
const RECORD: RecordRef = { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '0065g00000LzAbCAAV' };
const KEY = recordKey(RECORD);

let db: HandrailDb;
let events: PanelEvents;
const changed = vi.fn(() => Promise.resolve());
beforeEach(async () => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  db = new HandrailDb('handrail', { indexedDB: new IDBFactory(), IDBKeyRange });
  const whose = { record: KEY, pack: INDEX.pack };
  events = { ...NO_EVENTS, ...approvalEvents(db, whose, () => ({ now: Date.now(), id: () => crypto.randomUUID() }), changed) };
  await settings.set({ ...(await settings.get()), name: 'Ana Ruiz' });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** The model of the record as the database holds it now. */
async function modelNow() {
  const progress = (await progressOf(db, KEY)).under(PACK.id);
  const model = panelModel({
    said: {
      kind: 'told',
      state: {
        view: { kind: 'record', record: RECORD },
        name: 'Northwind',
        readings: [{ record: RECORD, field: 'StageName', value: 'Qualification', source: 'wire', at: NOW }],
        unread: null,
        at: NOW,
      },
    },
    packs: undefined,
    index: INDEX,
    flight: { index: INDEX, waiting: null },
    progress: { ...NO_PROGRESS, ...NOTHING_KEPT, ...progress, record: KEY, pack: PACK.id, asked: await askedApprovals(db, KEY, PACK.id) },
    moves: { record: KEY, missed: null, elsewhere: [] },
    mine: [],
    trouble: null,
    waitedLong: false,
    now: Date.now(),
    timeZone: 'UTC',
  });
  if (model.kind !== 'sop') throw new Error(model.kind);
  return model;
}

const onMark = vi.fn<PanelEvents['onMark']>();
let drawn: ReturnType<typeof render> | undefined;

/** Draws the step from what the database holds, in place of what was drawn before. */
async function draw(id = 'discount'): Promise<void> {
  const model = await modelNow();
  const view = model.outlook.sops.flatMap(({ phases }) => phases.flatMap(({ steps }) => steps)).find(({ step }) => step.id === id)!;
  const item = (
    <ul>
      <StepItem view={view} model={model} now={Date.now()} events={{ ...events, onMark }} />
    </ul>
  );
  if (drawn?.container.isConnected) drawn.rerender(item);
  else drawn = render(item);
}

const state = () => document.querySelector('.hr-approval__state')?.textContent;
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'The code you got back', hidden: true });
const enter = async (code: string): Promise<void> => {
  fireEvent.change(box(), { target: { value: code } });
  fireEvent.submit(box().form!);
};
const check = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /^Get the discount approved/ });

type Otherwise = Partial<{ record: string; pack: string; approval: string; now: number; until: number; key: typeof dana }>;
const codeOf = ({ now = NOW, until = NOW + DAY, key = dana, ...about }: Otherwise = {}) =>
  grantCode({ record: KEY, pack: 'acme-sales', approval: 'discount', ...about }, { now, until, key });
const journal = async () => (await db.journal.toArray()).map(({ id: _id, seq: _seq, ...event }) => event);

describe('asking', () => {
  it('makes a request with the rep’s name and note, copies it, and is remembered', async () => {
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await draw();
    expect(state()).toBe('Needs a code from Dana Lind or Sam Okafor.');
    await expectNoAxeViolations(document.body);
    await userEvent.click(screen.getByRole('button', { name: 'Ask for approval' }));
    const note = screen.getByRole<HTMLInputElement>('textbox', { name: /^Note for Dana Lind or Sam Okafor/ });
    expect(document.activeElement).toBe(note);
    fireEvent.change(note, { target: { value: ' 18 % for two years ' } });
    fireEvent.submit(note.form!);
    await screen.findByText('Copied. Send it to Dana Lind or Sam Okafor, by chat or mail.');
    await expectNoAxeViolations(document.body);

    const code = copied.mock.calls[0]?.[0] ?? '';
    expect(screen.getByText(code)).toBeTruthy();
    expect(readRequest(code)).toEqual({
      request: {
        ...{ record: KEY, pack: 'acme-sales', approval: 'discount', title: 'Get the discount approved' },
        ...{ by: 'Ana Ruiz', note: '18 % for two years', at: NOW },
      },
    });
    expect(await journal()).toEqual([{ type: 'approval-asked', record: KEY, pack: 'acme-sales', approval: 'discount', at: NOW }]);
    await draw();
    expect(state()).toMatch(/^Asked .*42.*\. Waiting for a code from Dana Lind or Sam Okafor\.$/);
    // What was made stays to be copied once more while it is waited for.
    expect(screen.getByText(code)).toBeTruthy();
    expect(screen.queryByText('It does not say who asks.')).toBeNull();
  });

  it('holds no value of the record, only ids and the rep’s own words', async () => {
    const { code } = await events.onAskApproval({ id: 'discount', title: 'Get the discount approved' }, '');
    expect(atob(code.slice(5))).not.toContain('Northwind');
    expect(atob(code.slice(5))).not.toContain('Qualification');
  });

  it('without a name says so, and leads to where it is given', async () => {
    await settings.set({ ...(await settings.get()), name: '' });
    const onOpenOptions = vi.fn();
    events = { ...events, onOpenOptions };
    await draw();
    await userEvent.click(screen.getByRole('button', { name: 'Ask for approval' }));
    fireEvent.submit(screen.getByRole('textbox', { name: /^Note/ }).closest('form')!);
    await userEvent.click(await screen.findByRole('button', { name: 'Give your name' }));
    expect(onOpenOptions).toHaveBeenCalled();
  });

  it('where nothing can be copied shows the request to select', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    await draw();
    await userEvent.click(screen.getByRole('button', { name: 'Ask for approval' }));
    fireEvent.submit(screen.getByRole('textbox', { name: /^Note/ }).closest('form')!);
    await screen.findByText('Copy it from the box, and send it to Dana Lind or Sam Okafor.');
    expect(screen.getByText(/^HRQ1\./)).toBeTruthy();
  });

  it('is left by Escape, back where it began', async () => {
    await draw();
    await userEvent.click(screen.getByRole('button', { name: 'Ask for approval' }));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: /^Note/ })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ask for approval' }));
    expect(await journal()).toEqual([]);
  });

  it('names only those who may give it', async () => {
    await draw('terms');
    expect(state()).toBe('Needs a code from Sam Okafor.');
  });

  it('is not of another record or pack', async () => {
    await events.onAskApproval({ id: 'discount', title: 'x' }, '');
    expect(await askedApprovals(db, KEY, 'other')).toEqual({});
    expect(await askedApprovals(db, 'hubspot|1|deal|2', PACK.id)).toEqual({});
  });
});

describe('a code', () => {
  it('approves until its day, ticks the step, and tells the worker', async () => {
    await draw();
    await enter(await codeOf());
    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
    await draw();
    expect(state()).toMatch(/^Approved by Dana Lind until .*25.*\.$/);
    expect(check().checked).toBe(true);
    expect(document.activeElement).toBe(document.querySelector('.hr-approval__state'));
    expect(await approvalsOf(db, KEY)).toMatchObject([{ approval: 'discount', by: 'Dana Lind', key: dana.id, at: NOW, until: NOW + DAY }]);
    expect((await journal()).map(({ type }) => type)).toEqual(['approval-granted']);
    await expectNoAxeViolations(document.body);
  });

  it('runs out at its time, which is told, and can be asked for again', async () => {
    await events.onAskApproval({ id: 'discount', title: 'x' }, '');
    vi.setSystemTime(NOW + 1);
    await events.onEnterCode('discount', await codeOf({ until: NOW + HOUR }));
    vi.setSystemTime(NOW + HOUR);
    await draw();
    expect(state()).toMatch(/^The approval of Dana Lind ran out: it was good until /);
    expect(check().checked).toBe(false);
    await expectNoAxeViolations(document.body);
    await events.onAskApproval({ id: 'discount', title: 'x' }, '');
    await draw();
    expect(state()).toMatch(/^Asked /);
    await events.onEnterCode('discount', await codeOf({ now: NOW + HOUR, until: NOW + DAY }));
    await draw();
    expect(state()).toMatch(/^Approved by Dana Lind/);
  });

  it('from a file is the same', async () => {
    await draw();
    const file = new File([`${await codeOf()}\n`], 'approval.txt', { type: 'text/plain' });
    fireEvent.drop(box(), { dataTransfer: { files: [file] } });
    await vi.waitFor(() => expect(box().value).toMatch(/^HRA1\./));
    fireEvent.submit(box().form!);
    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
  });

  it('counts on one record once, whichever window is faster', async () => {
    const code = await codeOf();
    const both = await Promise.all([events.onEnterCode('discount', code), events.onEnterCode('discount', code)]);
    expect(both.filter((refusal) => refusal === null)).toHaveLength(1);
    expect(both).toContainEqual({ why: 'used' });
    expect(await approvalsOf(db, KEY)).toHaveLength(1);
  });

  it('that another one has replaced does not count again', async () => {
    const first = await codeOf({ until: NOW + 2 * DAY });
    await events.onEnterCode('discount', first);
    await events.onEnterCode('discount', await codeOf({ until: NOW + HOUR }));
    expect(await events.onEnterCode('discount', first)).toEqual({ why: 'used' });
    expect(await approvalsOf(db, KEY)).toMatchObject([{ until: NOW + HOUR }]);
  });

  it.each<[why: GrantRefusal['why'], code: () => Promise<string> | string, words: RegExp]>([
    ['forged', async () => codeOf({ key: { ...stranger, id: dana.id } }), /changed, or not made by the one it names/],
    ['unknown-key', () => codeOf({ key: stranger }), /a key that your rule pack does not name/],
    ['expired', () => codeOf({ now: NOW - 2 * DAY, until: NOW - DAY }), /ran out: it was good until 23 Nov|Nov 23/],
    ['other-record', () => codeOf({ record: 'hubspot|1|deal|99' }), /for another record, deal 99\./],
    ['other-approval', () => codeOf({ approval: 'terms' }), /approves something else on this record: terms\./],
    ['other-pack', () => codeOf({ pack: 'acme-emea' }), /for another rule pack, acme-emea\./],
    ['not-a-code', () => 'approved', /no approval code/],
  ])('%s is refused in words, journalled without the code, and nothing is granted', async (why, code, words) => {
    await draw();
    const text = await code();
    await enter(text);
    await screen.findByText(words);
    expect(box().getAttribute('aria-invalid')).toBe('true');
    await expectNoAxeViolations(document.body);
    expect(await journal()).toEqual([{ type: 'approval-refused', record: KEY, pack: 'acme-sales', approval: 'discount', why, at: NOW }]);
    expect(await approvalsOf(db, KEY)).toEqual([]);
    expect(changed).not.toHaveBeenCalled();
    fireEvent.change(box(), { target: { value: 'HRA1' } });
    expect(screen.queryByText(words)).toBeNull();
  });

  it('of an approver whom the step does not name is refused', async () => {
    const code = await codeOf({ approval: 'terms' });
    expect(await events.onEnterCode('terms', code)).toEqual({ why: 'not-allowed', by: 'Dana Lind', allowed: ['Sam Okafor'] });
    expect(await events.onEnterCode('terms', await codeOf({ approval: 'terms', key: sam }))).toBeNull();
  });

  it('that is missing is asked for', async () => {
    await draw();
    await enter('  ');
    expect(screen.getByText('Paste the code first.')).toBeTruthy();
    expect(await journal()).toEqual([]);
  });

  it('for a record that is not in view any more is told to come too late', async () => {
    const nobody = approvalEvents(db, null, () => ({ now: NOW, id: () => 'x' }), changed);
    await expect(nobody.onEnterCode('discount', await codeOf())).rejects.toThrow('The record is not in view any more. Open it again.');
    await expect(nobody.onAskApproval({ id: 'discount', title: 'x' }, '')).rejects.toThrow('not in view');
  });
});

describe('the tick of an approval by code', () => {
  it('is not the rep’s to set, by mouse or by key', async () => {
    await draw();
    await userEvent.click(check());
    check().focus();
    await userEvent.keyboard(' ');
    expect(check().checked).toBe(false);
    expect(check().getAttribute('aria-disabled')).toBe('true');
    expect(onMark).not.toHaveBeenCalled();
  });

  it('but that it does not apply is', async () => {
    await draw();
    await userEvent.click(screen.getByRole('button', { name: 'Does not apply: Get the discount approved' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Why does this not apply here?' }), 'No discount{Enter}');
    expect(onMark.mock.calls).toEqual([['Get the discount approved', [{ step: 'discount', state: 'na', reason: 'No discount' }]]]);
  });
});

it('there are words for every reason', () => {
  const refusals: GrantRefusal[] = [
    ...(['too-long', 'not-a-code', 'a-request', 'forged', 'unknown-key', 'too-many-days', 'used'] as const).map((why) => ({ why })),
    { why: 'not-allowed', by: 'Dana', allowed: ['Sam', 'Kim'] },
    { why: 'other-pack', pack: 'x' },
    { why: 'other-record', record: KEY },
    { why: 'other-approval', approval: 'x' },
    { why: 'not-yet', from: NOW + DAY },
    { why: 'expired', until: NOW - DAY },
  ];
  const words = refusals.map((refusal) => refusalWords(refusal, NOW));
  expect(new Set(words).size).toBe(refusals.length);
  expect(words.filter((said) => !/\.$/.test(said) || said.length > 130)).toEqual([]);
});
