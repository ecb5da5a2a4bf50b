/** Keys on the options page, on real cryptography and the real database: made with a backup, brought back from it, shown, deleted. */
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import { Keys } from '../../../components/studio/keys/Keys';
import type { KeysEvents } from '../../../components/studio/keys/model';
import { strengthOf } from '../../../components/studio/keys/passphrase';
import { jsonFor, policyFor, yamlFor } from '../../../components/studio/keys/snippet';
import * as saving from '../../../components/ui/save-file';
import { keysEvents, keysShown } from '../../../entrypoints/options/keys';
import { parsePack } from '../../../lib/pack/load';
import type { PackFile } from '../../../lib/pack/schema';
import { policySchema } from '../../../lib/policy-schema';
import { HandrailDb } from '../../../lib/progress/db';
import { addKey, keysOf } from '../../../lib/progress/keys';
import { makeKey } from '../../../lib/signing/key';
import { packOfEveryKey, put } from '../lib/pack/every-key';
import { expectNoAxeViolations } from './axe';

const NOW = Date.parse('2026-11-24T10:42:00Z');
const PASSPHRASE = 'four words and more';

let db: HandrailDb;
let saved: { name: string; text: string }[];
beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  db = new HandrailDb('handrail', { indexedDB: new IDBFactory(), IDBKeyRange });
  saved = [];
  vi.spyOn(saving, 'saveFile').mockImplementation((name, text) => void saved.push({ name, text }));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Draws the part from what the database holds now. */
async function show(inUse: readonly PackFile[] = [], events: KeysEvents = keysEvents(db)) {
  const keys = keysShown(await keysOf(db), inUse);
  cleanup();
  return render(<Keys keys={keys} now={NOW} events={events} />);
}
const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

/** A passphrase is turned into a key slowly on purpose. */
const told = (words: string | RegExp) => screen.findByText(words, {}, { timeout: 20_000 });

async function fill(name: string, first: string, second = first): Promise<void> {
  await userEvent.clear(box('Your name, as reps will read it'));
  if (name !== '') await userEvent.type(box('Your name, as reps will read it'), name);
  await userEvent.clear(box('Passphrase for the backup'));
  if (first !== '') await userEvent.type(box('Passphrase for the backup'), first);
  await userEvent.clear(box('The same passphrase again'));
  if (second !== '') await userEvent.type(box('The same passphrase again'), second);
}

async function makeOne(name = 'Dana Lind') {
  await keysEvents(db).onMakeKey(name, PASSPHRASE);
  const [key] = await keysOf(db);
  return key!;
}

describe('making a key', () => {
  it('saves its backup at once, and keeps a key that cannot be read', async () => {
    const { container } = await show();
    await expectNoAxeViolations(container);
    await fill('  Dana Lind ', PASSPHRASE);
    await press('Make a key');
    await told('The key of Dana Lind was made.');
    expect(await keysOf(db)).toMatchObject([{ name: 'Dana Lind', createdAt: NOW, hasBackup: true, privateKey: { extractable: false } }]);
    expect(saved.map(({ name }) => name)).toEqual(['handrail-key-dana-lind.json']);
    expect(saved[0]?.text).not.toContain(PASSPHRASE);
    await press('Save the backup again');
    expect(saved[1]).toEqual(saved[0]);
    await expectNoAxeViolations(container);
  });

  it.each([
    ['without a name', '', PASSPHRASE, PASSPHRASE, 'Give your name first.', 'Your name, as reps will read it'],
    ['with a short passphrase', 'Dana', 'eleven char', 'eleven char', 'At least 12 characters: 1 more.', 'Passphrase for the backup'],
    [
      'with another one the second time',
      'Dana',
      PASSPHRASE,
      'four words and mora',
      'The two are not the same.',
      'The same passphrase again',
    ],
  ])('%s is not done; what is wrong is told at its box, which takes the focus', async (_, name, first, second, words, place) => {
    const { container } = await show();
    await fill(name, first, second);
    await press('Make a key');
    const field = box(place);
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(words);
    expect(await keysOf(db)).toEqual([]);
    expect(saved).toEqual([]);
    await expectNoAxeViolations(container);
  });

  it('says why nothing was made', async () => {
    await show([], { ...keysEvents(db), onMakeKey: () => Promise.reject(new Error('No room left.')) });
    await fill('Dana', PASSPHRASE);
    await press('Make a key');
    await screen.findByText('No room left.');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Make a key' }).disabled).toBe(false);
  });

  it.each([
    ['', /^At least 12 characters\./],
    ['short', /^At least 12 characters: 7 more\.$/],
    ['abababababababab', /^Weak/],
    ['Wonderful 2026', /^Fair/],
    ['a longer phrase here', /^Good/],
    ['five words that never meet here', /^Strong/],
  ])('the passphrase “%s” is told to be %s', (passphrase, words) => {
    expect(strengthOf(passphrase)).toMatch(words);
  });
});

describe('a backup', () => {
  async function backupFile(): Promise<File> {
    await makeOne();
    const file = new File([saved[0]?.text ?? ''], 'handrail-key-dana-lind.json', { type: 'application/json' });
    await db.keys.clear();
    return file;
  }

  it('brings the same key back on another computer', async () => {
    const key = await makeOne();
    const file = new File([saved[0]?.text ?? ''], 'key.json');
    await db.keys.clear();
    const { container } = await show();
    await press('Open a backup from another computer');
    await expectNoAxeViolations(container);
    await userEvent.upload(screen.getByLabelText('Choose a backup file'), file);
    await userEvent.type(box('Its passphrase'), PASSPHRASE);
    await press('Open the backup');
    await told('The key of Dana Lind is in this browser now.');
    expect(await keysOf(db)).toMatchObject([{ id: key.id, name: 'Dana Lind', hasBackup: true, privateKey: { extractable: false } }]);
  });

  it.each<[string, (file: File) => File, string, RegExp]>([
    ['with another passphrase', (file) => file, 'four words and less', /The passphrase does not open it/],
    ['that is none', () => new File(['{}'], 'x.json'), PASSPHRASE, /That is no backup of a Handrail key/],
  ])('%s is refused in words', async (_, change, passphrase, words) => {
    const file = change(await backupFile());
    await show();
    await press('Open a backup from another computer');
    await userEvent.upload(screen.getByLabelText('Choose a backup file'), file);
    await userEvent.type(box('Its passphrase'), passphrase);
    await press('Open the backup');
    await told(words);
    expect(await keysOf(db)).toEqual([]);
  });

  it('of a key that is here already says so', async () => {
    await makeOne();
    const file = new File([saved[0]?.text ?? ''], 'key.json');
    await expect(keysEvents(db).onOpenBackup(file, PASSPHRASE)).rejects.toThrow('is in this browser already');
  });

  it('is asked for before it is opened', async () => {
    await show();
    await press('Open a backup from another computer');
    await press('Open the backup');
    expect(screen.getByText('Choose the backup file first.')).toBeTruthy();
  });
});

describe('a key', () => {
  it('shows five words to read out', async () => {
    await makeOne();
    const { container } = await show();
    expect(container.querySelector('.hr-words')?.textContent).toMatch(/^([a-z]{5}-){4}[a-z]{5}$/);
  });

  it('that was made before there were backups says what that means', async () => {
    await addKey(db, { ...(await makeKey()), name: 'Dana Lind', createdAt: NOW });
    await show();
    expect(screen.getByText(/It was made before keys had backups/)).toBeTruthy();
  });

  it('shows the lines for the pack, which the pack’s own reader takes', async () => {
    const key = await makeOne('Dana “D.” Lind: #1');
    const { container } = await show();
    expect(screen.getByText(/No pack in use names this key yet/)).toBeTruthy();
    await expectNoAxeViolations(container);
    const { approvers: _, ...rest } = packOfEveryKey();
    const approvers = [{ id: 'dana-d-lind-1', name: 'Dana “D.” Lind: #1', key: key.publicKey }];
    put(rest, ['sops', 0, 'phases', 0, 'steps', 6, 'approval'], { by: 'rep' });
    expect((await parsePack(`${yamlFor(key)}\n${stringify(rest)}`)).approvers).toEqual(approvers);
    expect((await parsePack(`{${jsonFor(key)},${JSON.stringify(rest).slice(1)}`)).approvers).toEqual(approvers);
  });

  it('shows the lines for the policy, which the policy’s own reader takes', async () => {
    const key = await makeOne();
    expect(policySchema.parse(parse(`{${policyFor(key)}}`)).trustedKeys).toEqual([{ key: key.publicKey, publisher: 'Dana Lind' }]);
  });

  it.each([
    ['Zoë Ångström', 'zoe-angstrom'],
    ['王小明', 'approver'],
    ['-- 42 --', '42'],
    ['x'.repeat(100), 'x'.repeat(64)],
  ])('of %s gets the id %s', (name, id) => {
    expect(yamlFor({ name, publicKey: 'x' }).split('\n')[1]).toBe(`  - id: "${id}"`);
  });

  it('that a pack in use names says so', async () => {
    const key = await makeOne();
    const written = packOfEveryKey();
    put(written, ['approvers'], [{ id: 'dana', name: 'Dana Lind', key: key.publicKey }]);
    await show([await parsePack(JSON.stringify(written))]);
    expect(screen.getByText('A pack in use names this key already.')).toBeTruthy();
  });

  it('is deleted only when it is asked twice', async () => {
    await makeOne();
    const { container } = await show();
    await press('Delete this key… Dana Lind');
    await expectNoAxeViolations(container);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep it' }));
    await userEvent.keyboard('{Enter}');
    expect(await keysOf(db)).toHaveLength(1);
    await press('Delete this key… Dana Lind');
    await press('Delete the key');
    await screen.findByText('The key of Dana Lind was deleted from this browser.');
    expect(await keysOf(db)).toEqual([]);
  });
});
