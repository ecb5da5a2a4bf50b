/** The panel on a real local database: what the rep does and what the worker journals shows at once, and undo leaves no trace. */
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPanelStore } from '../../../components/panel/store';
import { App } from '../../../entrypoints/sidepanel/App';
import type { Reading, RecordRef } from '../../../lib/crm/adapter';
import { parsePack } from '../../../lib/pack/load';
import { ticksOf } from '../../../lib/progress/checklists';
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
        steps: [{ id: next, title: Agree on a next step, doneWhen: { field: next-step, is: filled } }]
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
