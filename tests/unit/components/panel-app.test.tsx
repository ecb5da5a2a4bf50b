/** The panel on a real local database: what the rep does and what the worker journals shows at once, undo leaves no trace, no answer is lost. */
import 'fake-indexeddb/auto';
import { ticksOf } from '../lib/progress/fixtures';
import { cleanup, render, screen } from '@testing-library/react';
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

const RECORD: RecordRef = { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '006A' };
const OTHER: RecordRef = { ...RECORD, id: '006B' };
const PACK = await parsePack(`
format: 1
id: acme
version: 1.0.0
title: Acme sales
publisher: Acme
language: en
fields: [{ id: next-step, label: Next step, type: text, in: { salesforce: Opportunity.NextStep } }]
pipelines:
  - id: sales
    title: Sales
    in: { salesforce: { stageField: Opportunity.StageName } }
    stages: [{ id: qualification, title: Qualification, kind: open, in: { salesforce: [Qualification] } }]
sops:
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

/** The tab's watcher tells what the page shows. */
function tell(nextStep: string, record = RECORD): void {
  const readings = [reading('StageName', 'Qualification'), reading('NextStep', nextStep)].map((each) => ({ ...each, record }));
  const state = { view: { kind: 'record' as const, record }, name: 'Northwind', readings, unread: null, at: Date.now() };
  store.getState().follow({ type: 'spoke', tabId: 1, state });
}

const step = () => screen.findByRole('checkbox', { name: 'Agree on a next step' });
const undo = async () => userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
const missed = () => screen.queryByText('A stage change went through unchecked');

beforeEach(async () => {
  store = createPanelStore();
  store.getState().follow({ type: 'looked', tabId: 1 });
  await addPack(db, PACK, 'file', stamp());
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
