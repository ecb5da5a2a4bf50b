/** Approvals on the options page, on the real codes and the real database: a key is made, a request opened, a code handed back. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Approvals } from '../../../components/studio/approvals/Approvals';
import type { ApprovalsEvents } from '../../../components/studio/approvals/model';
import { approvalsEvents, approversShown, knownOf } from '../../../entrypoints/options/approvals';
import { keysShown } from '../../../entrypoints/options/keys';
import { requestCode } from '../../../lib/approval/request';
import { verifyGrant } from '../../../lib/approval/verify';
import { parsePack } from '../../../lib/pack/load';
import { HandrailDb } from '../../../lib/progress/db';
import type { PackRow } from '../../../lib/progress/rows';
import { addKey, keysOf } from '../../../lib/progress/keys';
import { makeKey } from '../../../lib/signing/key';
import { packOfEveryKey, put } from '../lib/pack/every-key';
import { expectNoAxeViolations } from './axe';

const NOW = Date.parse('2026-11-24T10:42:00Z');
const REQUEST = {
  record: 'salesforce|acme.lightning.force.com|Opportunity|0065g00000LzAbCAAV',
  pack: 'every-key',
  approval: 'approve',
  title: 'Step approve',
  by: 'Ana Ruiz',
  note: '18 % for a two-year term',
  at: NOW - 60_000,
};

let db: HandrailDb;
beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  db = new HandrailDb('handrail', { indexedDB: new IDBFactory(), IDBKeyRange });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Draws the section from what the database holds now. */
async function show(inUse?: PackRow): Promise<{ container: Element; events: ApprovalsEvents }> {
  const events = approvalsEvents(db);
  const rows = await keysOf(db);
  const packs = inUse ? [inUse.pack] : [];
  const approvers = await approversShown(rows, packs);
  cleanup();
  return { ...render(<Approvals keys={keysShown(rows, packs)} approvers={approvers} events={events} />), events };
}

async function packNaming(key: string): Promise<PackRow> {
  const written = packOfEveryKey();
  put(written, ['approvers'], [{ id: 'dana', name: 'Dana Lind', key }]);
  const pack = await parsePack(JSON.stringify(written));
  return { id: pack.id, version: pack.version, pack, source: 'file', layer: 'team', addedAt: 1, active: 1, activeAt: 1 };
}

async function withKey(name = 'Dana Lind') {
  await addKey(db, { ...(await makeKey()), name, createdAt: Date.now() });
  const keys = await keysOf(db);
  return keys[keys.length - 1]!;
}
const paste = (text: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: 'What the rep sent you' }), { target: { value: text } });
const approve = () => userEvent.click(screen.getByRole('button', { name: 'Approve' }));
const givenCode = async () => (await screen.findByText(/^HRA1\./)).textContent;

describe('a manager without a key', () => {
  it('is sent to make one first', async () => {
    const { container } = await show();
    expect(screen.getByRole('link', { name: 'Make a key' }).getAttribute('href')).toBe('#keys');
    expect(screen.queryByRole('heading', { name: 'Open a request' })).toBeNull();
    await expectNoAxeViolations(container);
  });
});

describe('the people whom the packs in use name', () => {
  it('are listed with what to compare', async () => {
    const key = await withKey();
    await show(await packNaming(key.publicKey));
    const list = within(screen.getByRole('heading', { name: 'Who approves, by the packs in use' }).parentElement!);
    expect(list.getByRole('listitem').textContent).toMatch(/^Dana Lind \(a key of this browser\)([a-z]{5}-){4}[a-z]{5}$/);
  });
});

describe('a request', () => {
  it('shows who asks for what, on which record, why and when', async () => {
    const key = await withKey();
    const row = await packNaming(key.publicKey);
    await db.packs.add(row);
    const { container } = await show(row);
    paste(requestCode(REQUEST));
    await screen.findByRole('heading', { name: 'Step approve' });
    const facts = [...container.querySelectorAll('.hr-request dl > div')].map((fact) =>
      [...fact.children].map(({ textContent }) => textContent),
    );
    expect(facts.slice(0, 4)).toEqual([
      ['Asked by', 'Ana Ruiz'],
      ['Note', '18 % for a two-year term'],
      ['Record', 'Opportunity 0065g00000LzAbCAAV', 'Salesforce, acme.lightning.force.com'],
      ['Rule pack', 'Every key 1.2.3'],
    ]);
    expect(facts[4]?.[0]).toBe('Asked');
    expect(container.querySelector('.hr-request__advice')).toBeNull();
    await expectNoAxeViolations(container);
  });

  it('is approved until the end of today, and the code is what the rep’s side takes', async () => {
    const key = await withKey();
    const row = await packNaming(key.publicKey);
    await db.packs.add(row);
    const { container } = await show(row);
    paste(requestCode(REQUEST));
    await screen.findByRole('heading', { name: 'Step approve' });
    await approve();
    const code = await givenCode();
    expect(screen.getByText(/Send this code back to Ana Ruiz/)).toBeTruthy();
    await expectNoAxeViolations(container);
    const verified = await verifyGrant(code, {
      record: REQUEST.record,
      pack: 'every-key',
      approval: { id: 'approve', approvers: ['dana'] },
      approvers: row.pack.approvers,
      now: NOW,
      used: async () => false,
    });
    const end = new Date(NOW);
    end.setHours(23, 59, 59, 0);
    expect(verified).toMatchObject({ row: { by: 'Dana Lind', until: end.getTime() } });
  });

  it('may be approved for up to 30 days, and no longer', async () => {
    await withKey();
    await show();
    paste(requestCode(REQUEST));
    const day = await screen.findByLabelText<HTMLInputElement>('Approve until the end of');
    expect([day.value, day.min, day.max]).toEqual(['2026-11-24', '2026-11-24', '2026-12-24']);
    fireEvent.change(day, { target: { value: '2026-12-25' } });
    fireEvent.submit(day.form!);
    expect(screen.getByText(/^Choose a day from today to /)).toBeTruthy();
    fireEvent.change(day, { target: { value: '' } });
    fireEvent.submit(day.form!);
    expect(screen.getByText(/^Choose a day from today to /)).toBeTruthy();
    fireEvent.change(day, { target: { value: '2026-12-24' } });
    await approve();
    expect(await givenCode()).toMatch(/^HRA1\./);
    // Another day is another code: the old one is not left standing beside it.
    fireEvent.change(day, { target: { value: '2026-12-01' } });
    expect(screen.queryByText(/^HRA1\./)).toBeNull();
  });

  it('from a file is the same', async () => {
    await withKey();
    await show();
    const file = new File([`${requestCode(REQUEST)}\n`], 'request.txt', { type: 'text/plain' });
    await userEvent.upload(screen.getByLabelText('What the rep sent you: a file'), file);
    await screen.findByRole('heading', { name: 'Step approve' });
    cleanup();
    await show();
    fireEvent.drop(screen.getByRole('textbox', { name: 'What the rep sent you' }), { dataTransfer: { files: [file] } });
    await screen.findByRole('heading', { name: 'Step approve' });
  });

  it('whose note is markup stays text', async () => {
    await withKey();
    const { container } = await show();
    paste(requestCode({ ...REQUEST, note: '<img src=x onerror=alert(1)> **now**', by: '<b>Boss</b>' }));
    await screen.findByText('<img src=x onerror=alert(1)> **now**');
    expect(container.querySelector('img, b')).toBeNull();
  });

  it.each([
    ['some words', 'hello', /That is no request that can be read/],
    ['a letter too many', `${requestCode(REQUEST)}A`, /That is no request that can be read/],
    ['a code that approves', 'HRA1.a.b.c', /approves already/],
    ['a very long text', 'x'.repeat(10_000), /far longer than a request/],
  ])('%s is refused in words, and goes when it is mended', async (_, text, words) => {
    await withKey();
    const { container } = await show();
    paste(text);
    await screen.findByText(words);
    expect(screen.getByRole('textbox', { name: 'What the rep sent you' }).getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
    await expectNoAxeViolations(container);
    paste(requestCode(REQUEST));
    await screen.findByRole('button', { name: 'Approve' });
    expect(screen.queryByText(words)).toBeNull();
  });

  it('is signed with the key that is chosen where there are several', async () => {
    const dana = await withKey('Dana Lind');
    vi.setSystemTime(NOW + 1);
    const other = await withKey('Dana, other team');
    const row = await packNaming(other.publicKey);
    await db.packs.add(row);
    await show(row);
    paste(requestCode(REQUEST));
    const list = await screen.findByLabelText<HTMLSelectElement>('Sign with the key of');
    expect(list.value).toBe(other.id);
    await userEvent.selectOptions(list, dana.id);
    expect(screen.getByText(/does not take codes of this key for this approval/)).toBeTruthy();
    await approve();
    expect(atob((await givenCode()).split('.')[1] ?? '')).toContain(dana.id);
  });
});

describe('what the packs here know of a request', () => {
  const request = REQUEST;

  it('a pack that is not here leaves the words to the request', async () => {
    await withKey();
    await show();
    paste(requestCode({ ...request, title: 'Coffee for everybody' }));
    await screen.findByRole('heading', { name: 'Coffee for everybody' });
    expect(screen.getByText(/^The rule pack every-key is not in this browser/)).toBeTruthy();
  });

  it('the pack’s own title stands for the approval, whatever the request calls it', async () => {
    const key = await withKey();
    const row = await packNaming(key.publicKey);
    await db.packs.add(row);
    await show(row);
    paste(requestCode({ ...request, title: 'Coffee for everybody' }));
    await screen.findByRole('heading', { name: 'Step approve' });
    expect(screen.queryByText('Coffee for everybody')).toBeNull();
  });

  it('of several versions the one in use tells, and else the newest', async () => {
    const key = await withKey();
    const old = await packNaming(key.publicKey);
    const newer: PackRow = { ...old, version: '2.0.0', pack: { ...old.pack, version: '2.0.0', approvers: [] }, active: 0, addedAt: 2 };
    expect(knownOf(request, [newer, old], [key])).toMatchObject({ version: '1.2.3', keys: [key.id] });
    expect(knownOf(request, [newer, { ...old, active: 0 }], [key])).toMatchObject({ version: '2.0.0', keys: [] });
  });

  it('a step that is no approval is none', async () => {
    const key = await withKey();
    const row = await packNaming(key.publicKey);
    expect(knownOf({ ...request, approval: 'deck' }, [row], [key])).toMatchObject({ approval: null, keys: [] });
    await db.packs.add(row);
    await show(row);
    paste(requestCode({ ...request, approval: 'deck' }));
    expect(await screen.findByText(/has no approval deck/)).toBeTruthy();
  });
});
