/** The panel on a real local database: what the rep does and what the worker journals shows at once, undo leaves no trace, no answer is lost. */
import 'fake-indexeddb/auto';
import { ticksOf } from '../lib/progress/fixtures';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPanelStore } from '../../../components/panel/store';
import { App } from '../../../entrypoints/sidepanel/App';
import type { Reading, RecordRef } from '../../../lib/crm/adapter';
import { parsePack } from '../../../lib/pack/load';

import { db } from '../../../lib/progress/db';
import { append } from '../../../lib/progress/journal';
import { activatePack, addPack } from '../../../lib/progress/packs';
import { recordKey } from '../../../lib/progress/record-key';
import { settings } from '../../../lib/settings';

const RECORD: RecordRef = { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '006A' };
const OTHER: RecordRef = { ...RECORD, id: '006B' };
const PACK = await parsePack(`
format: 1
id: acme
version: 1.0.0
title: Acme sales
publisher: Acme
language: en
fields:
  - { id: next-step, label: Next step, type: text, in: { salesforce: Opportunity.NextStep } }
  - { id: need, label: Need, type: text, in: { salesforce: Opportunity.Need__c } }
reasonCodes: [{ id: faster, label: Customer asked to go faster }]
pipelines:
  - id: sales
    title: Sales
    in: { salesforce: { stageField: Opportunity.StageName } }
    stages:
      - { id: prospecting, title: Prospecting, kind: open, in: { salesforce: [Prospecting] } }
      - { id: qualification, title: Qualification, kind: open, in: { salesforce: [Qualification] } }
sops:
  - id: prospect
    title: Prospect
    purpose: Find them.
    pipeline: sales
    stages: [prospecting]
    exit:
      - { id: need, label: The need is known, severity: reason, when: { field: need, is: filled } }
      - { id: fit, label: They fit, severity: warn, when: { field: next-step, is: filled } }
  - id: qualify
    title: Qualify
    purpose: Find out whether it is real.
    pipeline: sales
    stages: [qualification]
    phases:
      - id: call
        title: Call
        steps:
          - { id: next, title: Agree on a next step, doneWhen: { field: next-step, is: filled } }
          - { id: signs, title: Who signs?, question: { type: text } }
`);

const stamp = () => ({ now: Date.now(), id: () => crypto.randomUUID() });
const reading = (field: string, value: string): Reading => ({ record: RECORD, field, value, source: 'wire', at: Date.now() });
let store: ReturnType<typeof createPanelStore>;

/** The tab's watcher tells what the page shows; null: it cannot tell the stage. */
function tell(nextStep: string, record = RECORD, stage: string | null = 'Qualification'): void {
  const seen = [...(stage === null ? [] : [reading('StageName', stage)]), reading('NextStep', nextStep)];
  const readings = seen.map((each) => ({ ...each, record }));
  const state = {
    view: { kind: 'record' as const, record },
    name: 'Northwind',
    readings,
    unread: stage === null ? ['the path'] : null,
    at: Date.now(),
  };
  store.getState().follow({ type: 'spoke', tabId: 1, state });
}

const step = () => screen.findByRole('checkbox', { name: 'Agree on a next step' });
const undo = async () => userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
const missed = () => screen.queryByText('A stage change went through unchecked');

beforeEach(async () => {
  store = createPanelStore();
  store.getState().follow({ type: 'looked', tabId: 1 });
  await addPack(db, PACK, { source: 'file', layer: 'personal' }, stamp());
  await activatePack(db, PACK.id, PACK.version, stamp());
  render(<App store={store} />);
});
afterEach(async () => {
  cleanup();
  await db.eraseAll();
});

it.each([
  ['was never touched', '', false],
  ['ticked itself', 'Demo on Friday', true],
])('undo on a step that %s leaves no mark, so that it follows its field again', async (_what, nextStep, auto) => {
  tell(nextStep);
  const box = await step();
  expect(box).toHaveProperty('checked', auto);
  await userEvent.click(box);
  await vi.waitFor(() => expect(box).toHaveProperty('checked', !auto));
  await undo();
  await vi.waitFor(async () => expect(await ticksOf(db, recordKey(RECORD), PACK.id)).toEqual({}));
  tell(auto ? '' : 'Demo on Friday');
  await vi.waitFor(() => expect(box).toHaveProperty('checked', !auto));
});

it('a missed check shows while the panel is open, on that record only, and goes with the next checked move', async () => {
  tell('');
  await step();
  expect(missed()).toBeNull();
  await append(db, [{ type: 'check-missed', record: recordKey(RECORD), why: 'late' }], stamp());
  await vi.waitFor(() => expect(missed()).not.toBeNull());
  tell('', OTHER);
  await vi.waitFor(() => expect(missed()).toBeNull());
  await step();
  expect(missed()).toBeNull();
  tell('');
  await vi.waitFor(() => expect(missed()).not.toBeNull());
  const later = { now: Date.now() + 1, id: () => crypto.randomUUID() };
  await append(db, [{ type: 'move-back', record: recordKey(RECORD), pack: PACK.id, from: null, to: null }], later);
  await vi.waitFor(() => expect(missed()).toBeNull());
});

describe('an answer', () => {
  const signs = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Who signs?' });
  const kept = async () => (await db.answers.toArray()).map(({ record, value }) => [record, value]);

  it('is kept when the rep leaves it, which ticks its step', async () => {
    tell('');
    await userEvent.type(await signs(), 'Maria');
    await userEvent.tab();
    expect(await screen.findByText('Saved')).toBeTruthy();
    expect(await kept()).toEqual([[recordKey(RECORD), 'Maria']]);
    expect(screen.getByRole('checkbox', { name: 'Who signs?' })).toHaveProperty('checked', true);
  });

  it('that is half-written when the panel follows another record is kept on its own record', async () => {
    tell('');
    await userEvent.type(await signs(), 'Maria');
    tell('', OTHER);
    await vi.waitFor(async () => expect(await kept()).toEqual([[recordKey(RECORD), 'Maria']]));
    expect((await signs()).value).toBe('');
    tell('');
    await vi.waitFor(async () => expect((await signs()).value).toBe('Maria'));
  });

  it('that is half-written when the panel follows a tab without a record is kept', async () => {
    tell('');
    await userEvent.type(await signs(), 'Maria');
    store.getState().follow({ type: 'looked', tabId: 2 });
    await vi.waitFor(async () => expect(await kept()).toEqual([[recordKey(RECORD), 'Maria']]));
  });

  it('that could not be kept is said not to be, and what was typed stays', async () => {
    tell('');
    await userEvent.type(await signs(), 'Maria');
    vi.spyOn(db.answers, 'put').mockRejectedValueOnce(new Error('disk'));
    await userEvent.tab();
    expect(await screen.findByText(/The last change was not saved/)).toBeTruthy();
    expect((await signs()).value).toBe('Maria');
    expect(screen.queryByText('Saved')).toBeNull();
  });
});

describe('what the rep does about a move made elsewhere', () => {
  const KEY = recordKey(RECORD);
  const card = () => screen.findByRole('region', { name: 'Moved to Qualification since you last looked' });
  const types = async () => (await db.journal.toArray()).map(({ type }) => type).filter((type) => !type.startsWith('pack-'));
  const rows = () => db.elsewhere.toArray();

  beforeEach(async () => {
    await settings.set({ ...(await settings.get()), name: 'Robin' });
    await db.elsewhere.add({ id: 'e1', record: KEY, from: 'Prospecting', to: 'Qualification', at: Date.now(), state: 'open' });
    tell('');
  });

  it('a reason is kept as debt of what is open, and closes the card, all in one', async () => {
    await userEvent.click(within(await card()).getByRole('button', { name: 'I confirm it: The need is known' }));
    await vi.waitFor(async () => expect(await db.confirmations.toArray()).toMatchObject([{ record: KEY, criterion: 'need', by: 'Robin' }]));
    await userEvent.click(screen.getByRole('button', { name: 'Give a reason' }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Reason' }), 'faster');
    await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), 'Agreed.');
    await userEvent.click(screen.getByRole('button', { name: 'Keep this reason' }));
    expect(await screen.findByText('Overridden: They fit')).toBeTruthy();
    expect(await db.debts.toArray()).toMatchObject([
      {
        record: KEY,
        criterion: 'fit',
        from: 'Prospecting',
        to: 'Qualification',
        reasonLabel: 'Customer asked to go faster',
        note: 'Agreed.',
      },
    ]);
    expect(await rows()).toMatchObject([{ id: 'e1', state: 'settled' }]);
    expect(await types()).toEqual(['confirmed', 'move-on', 'debt-opened', 'catch-up-closed']);
  });

  it('a reason that cannot be kept whole is not kept in part, and the card stays', async () => {
    await card();
    vi.spyOn(db.elsewhere, 'put').mockRejectedValueOnce(new Error('disk'));
    await userEvent.click(screen.getByRole('button', { name: 'Give a reason' }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Reason' }), 'faster');
    await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), 'Agreed.');
    await userEvent.click(screen.getByRole('button', { name: 'Keep this reason' }));
    expect(await screen.findByText(/The last change was not saved/)).toBeTruthy();
    expect(await db.debts.count()).toBe(0);
    expect(await types()).toEqual([]);
    expect(await card()).toBeTruthy();
  });

  it('once dismissed it is gone, and leaves no debt', async () => {
    await card();
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    await vi.waitFor(async () => expect(await rows()).toMatchObject([{ state: 'dismissed' }]));
    await vi.waitFor(() => expect(screen.queryByText(/^Moved to/)).toBeNull());
    expect(screen.queryByText(/Caught up/)).toBeNull();
    expect(await db.debts.count()).toBe(0);
    expect(await types()).toEqual(['catch-up-closed']);
  });

  it('is never told of another record', async () => {
    await card();
    tell('', OTHER);
    await step();
    expect(screen.queryByText(/^Moved to/)).toBeNull();
  });
});

describe('a stage chosen by hand', () => {
  it('is kept, shows its steps, and is forgotten on the rep’s word', async () => {
    tell('', RECORD, null);
    await userEvent.click(await screen.findByRole('radio', { name: 'Qualification' }));
    await userEvent.click(screen.getByRole('button', { name: 'Use this stage' }));
    expect(await step()).toBeTruthy();
    expect(await db.placed.toArray()).toMatchObject([{ record: recordKey(RECORD), stage: 'Qualification' }]);
    await userEvent.click(screen.getByRole('button', { name: 'Forget' }));
    expect(await screen.findByRole('heading', { name: 'The stage could not be read' })).toBeTruthy();
    expect(await db.placed.count()).toBe(0);
  });

  it('is of its record only', async () => {
    tell('', RECORD, null);
    await userEvent.click(await screen.findByRole('radio', { name: 'Qualification' }));
    await userEvent.click(screen.getByRole('button', { name: 'Use this stage' }));
    await step();
    tell('', OTHER, null);
    expect(await screen.findByRole('heading', { name: 'The stage could not be read' })).toBeTruthy();
  });
});
