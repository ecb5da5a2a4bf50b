/** The rules changed since the record came into its stage: the card about it, and the whole way on a real local database. */
import 'fake-indexeddb/auto';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Panel } from '../../../components/panel/Panel';
import type { PanelEvents } from '../../../components/panel/events';
import type { PanelModel, Update } from '../../../components/panel/model';
import { createPanelStore } from '../../../components/panel/store';
import { App } from '../../../entrypoints/sidepanel/App';
import { dayWords } from '../../../components/ui/time';
import type { RecordRef } from '../../../lib/crm/adapter';
import { parsePack } from '../../../lib/pack/load';
import { begin } from '../../../lib/progress/begun';
import { setStep } from '../../../lib/progress/checklists';
import { db } from '../../../lib/progress/db';
import { activatePack, addPack } from '../../../lib/progress/packs';
import { recordKey } from '../../../lib/progress/record-key';
import { ticksOf } from '../lib/progress/fixtures';
import { expectNoAxeViolations } from './axe';
import { NO_EVENTS, NOW, PACK, sopModel, UPDATE } from './fixtures';

afterEach(cleanup);

const title = 'The rules changed since this opportunity entered Qualification';

describe('the card', () => {
  const panel = (model: PanelModel, more: Partial<PanelEvents> = {}) => (
    <Panel model={model} health={null} now={NOW} toast={null} events={{ ...NO_EVENTS, ...more }} onToastGone={() => {}} />
  );
  const draw = (change: Partial<Update> = {}, more?: Partial<PanelEvents>) =>
    render(panel(sopModel({ update: { ...UPDATE, ...change } }), more));
  const card = () => within(screen.getByRole('region', { name: title }));

  it('tells what would be different, what is asked again, and which version counts', async () => {
    const { container } = draw();
    expect(card().getByText('Version 2.0.0 would judge it by other rules. Until you choose it, version 1.1.0 counts here.')).toBeTruthy();
    for (const sentence of [...UPDATE.changes, ...UPDATE.again]) expect(card().getByText(sentence)).toBeTruthy();
    await expectNoAxeViolations(container);
  });

  it('says that it only asks for more, and of nothing to be asked again where there is none', () => {
    draw({ kind: 'asks-again', again: [] });
    expect(card().getByText(/asks for more or something else/)).toBeTruthy();
    expect(card().queryByText('You would be asked again for:')).toBeNull();
  });

  it('tells five changes at once, and the others on a click', async () => {
    draw({ changes: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `step ${name} added`) });
    await userEvent.click(card().getByText('2 more'));
    expect(card().getByText('step g added')).toBeTruthy();
  });

  it('offers the new version, and the old one until the next stage', async () => {
    const events = { onTakeUpdate: vi.fn(), onPutOffUpdate: vi.fn() };
    draw({}, events);
    await userEvent.click(card().getByRole('button', { name: 'Use the new version' }));
    expect(events.onTakeUpdate).toHaveBeenCalledExactlyOnceWith(UPDATE);
    await userEvent.click(card().getByRole('button', { name: 'Keep until the next stage' }));
    expect(events.onPutOffUpdate).toHaveBeenCalledExactlyOnceWith(UPDATE);
  });

  it('once it is put off is a line, with the way to take it after all', async () => {
    const onTakeUpdate = vi.fn();
    const { container } = draw({ putOff: true }, { onTakeUpdate });
    expect(screen.queryByRole('region', { name: title })).toBeNull();
    expect(screen.getByText(/Version 1\.1\.0 counts until this opportunity leaves Qualification/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Use version 2.0.0 now' }));
    expect(onTakeUpdate).toHaveBeenCalledOnce();
    await expectNoAxeViolations(container);
  });

  it('is read out when it comes under an open panel', () => {
    const { rerender } = render(panel(sopModel()));
    const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(said()).not.toContain(title);
    rerender(panel(sopModel({ update: UPDATE })));
    expect(said()).toContain(title);
  });

  it.each([
    [
      'waits',
      sopModel({ update: UPDATE }),
      'Version 2.0.0 is in use by now. Qualification was begun with version 1.0.0, and that counts until you choose.',
    ],
    [
      'was taken in this stage',
      sopModel({ pack: { ...PACK, since: { from: '0.9.0', at: NOW } } }),
      `Version 1.0.0 has counted here since ${dayWords(NOW, NOW)}, in place of 0.9.0.`,
    ],
  ])('"Why do I see this?" tells of an update that %s', async (_, model, words) => {
    render(panel(model));
    await userEvent.click(screen.getByText('Why do I see this?'));
    expect(screen.getByText(words)).toBeTruthy();
  });
});

describe('the panel', () => {
  const RECORD: RecordRef = { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '006A' };
  const key = recordKey(RECORD);
  let made = 0;
  const stamp = () => ({ now: NOW + (made += 1), id: () => crypto.randomUUID() });
  const version = (number: string, call: string, more = '') =>
    parsePack(`
format: 1
id: acme
version: ${number}
title: Acme sales
publisher: Acme
language: en
fields: []
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
    phases: [{ id: call, title: Call, steps: [{ id: hold, title: ${call} }, { id: mail, title: Send the mail }${more}] }]
`);

  async function use(pack: Awaited<ReturnType<typeof version>>): Promise<void> {
    await addPack(db, pack, { source: 'file', layer: 'personal' }, stamp());
    await activatePack(db, pack.id, pack.version, stamp());
  }

  afterEach(() => db.eraseAll());

  it('shows the version that the stage was begun with, takes the other with what it asks again, and goes back on undo', async () => {
    await use(await version('1.0.0', 'Hold the call'));
    await begin(db, { record: key, pack: 'acme', version: '1.0.0', stage: 'sales/qualification' }, { steps: [], criteria: [] }, stamp());
    for (const step of ['hold', 'mail']) await setStep(db, { record: key, pack: 'acme', step, state: 'done' }, stamp());
    const store = createPanelStore();
    store.getState().follow({ type: 'looked', tabId: 1 });
    render(<App store={store} />);
    const readings = [{ record: RECORD, field: 'StageName', value: 'Qualification', source: 'wire' as const, at: NOW }];
    const state = { view: { kind: 'record' as const, record: RECORD }, name: 'Northwind', readings, unread: null, at: NOW };
    store.getState().follow({ type: 'spoke', tabId: 1, state });
    const checked = (name: string) => screen.queryByRole<HTMLInputElement>('checkbox', { name })?.checked ?? null;
    await vi.waitFor(() => expect(checked('Hold the call')).toBe(true));

    await use(await version('2.0.0', 'Hold two calls', ', { id: legal, title: Ask legal }'));
    const card = within(await screen.findByRole('region', { name: title }));
    expect(card.getByText('Qualify: step ‘Ask legal’ added to phase ‘Call’')).toBeTruthy();
    expect(card.getByText('Hold two calls')).toBeTruthy();
    expect(checked('Hold the call')).toBe(true);
    expect(checked('Ask legal')).toBeNull();

    await userEvent.click(card.getByRole('button', { name: 'Use the new version' }));
    await vi.waitFor(() =>
      expect([checked('Hold two calls'), checked('Send the mail'), checked('Ask legal')]).toEqual([false, true, false]),
    );
    expect(screen.queryByRole('region', { name: title })).toBeNull();

    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await vi.waitFor(() => expect(checked('Hold the call')).toBe(true));
    expect(Object.keys(await ticksOf(db, key, 'acme')).sort()).toEqual(['hold', 'mail']);

    await userEvent.click(await screen.findByRole('button', { name: 'Keep until the next stage' }));
    expect(await screen.findByRole('button', { name: 'Use version 2.0.0 now' })).toBeTruthy();
    expect(await db.begun.toArray()).toMatchObject([{ version: '1.0.0', putOff: '2.0.0' }]);
  });
});
