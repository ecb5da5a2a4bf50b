/** Publishing on the options page, on the real lint, the real signature and the real database: from a draft to a file that a rep's browser takes. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Publish } from '../../../components/studio/publish/Publish';
import * as saving from '../../../components/ui/save-file';
import { keysShown } from '../../../entrypoints/options/keys';
import { draftsIn, packsShown } from '../../../entrypoints/options/packs';
import { publishEvents } from '../../../entrypoints/options/publish';
import { parsePack } from '../../../lib/pack/load';
import { openSignedPack } from '../../../lib/pack/signed/envelope';
import { whatIsTrusted } from '../../../lib/pack/signed/trusting';
import { policySchema } from '../../../lib/policy-schema';
import { HandrailDb } from '../../../lib/progress/db';
import { addKey, keysOf } from '../../../lib/progress/keys';
import { addPack } from '../../../lib/progress/packs';
import { makeKey } from '../../../lib/signing/key';
import { expectNoAxeViolations } from './axe';

const NOW = new Date(2026, 10, 24, 10, 42).getTime();
const STARTER = readFileSync('public/packs/bant.json', 'utf8');
const draftText = (change: object = {}): string =>
  JSON.stringify(
    { ...(JSON.parse(STARTER) as object), id: 'acme', publisher: 'Acme', title: 'Acme rules', version: '1.4.0', ...change },
    null,
    1,
  );

let db: HandrailDb;
let saved: { name: string; text: string }[];
beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  db = new HandrailDb('handrail', { indexedDB: new IDBFactory(), IDBKeyRange });
  saved = [];
  vi.spyOn(saving, 'saveFile').mockImplementation((name, text) => void saved.push({ name, text }));
  await addKey(db, { ...(await makeKey()), name: 'Dana Lind', createdAt: NOW });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function show() {
  const policy = policySchema.parse({});
  const around = { policy, trusting: await whatIsTrusted(policy, [], []), trust: [], subscriptions: [] };
  const drafts = draftsIn(packsShown(await db.packs.toArray(), around));
  const keys = keysShown(await keysOf(db), []);
  return render(<Publish drafts={drafts} keys={keys} now={NOW} events={publishEvents(db)} />);
}
const choose = (text: string, name = 'acme.json') => userEvent.upload(screen.getByLabelText('Choose a draft file'), new File([text], name));
const sign = () => userEvent.click(screen.getByRole('button', { name: 'Sign and save' }));

describe('a draft', () => {
  it('from a file is checked, and signed exactly as it is written', async () => {
    const { container } = await show();
    const text = draftText();
    await choose(text);
    await screen.findByText(/by Acme: checked, no errors\./);
    await userEvent.type(screen.getByLabelText('For which organisation'), ' Acme ');
    fireEvent.change(screen.getByLabelText('Good until the end of'), { target: { value: '2027-06-30' } });
    await expectNoAxeViolations(container);
    await sign();
    await screen.findByText('acme-1.4.0.handrail is in your downloads.');
    expect(saved.map(({ name }) => name)).toEqual(['acme-1.4.0.handrail']);
    const opened = await openSignedPack(saved[0]?.text ?? '');
    const [key] = await keysOf(db);
    expect(opened).toMatchObject({
      text,
      claims: {
        ...{ key: key?.id, pack: 'acme', version: '1.4.0', publisher: 'Acme', audience: 'Acme' },
        ...{ issuedAt: NOW, expiresAt: new Date(2027, 5, 30, 23, 59, 59).getTime() },
      },
    });
    await expectNoAxeViolations(container);
  });

  it('on this computer is signed for everybody and without an end where nothing else is said', async () => {
    const pack = await parsePack(draftText());
    await addPack(db, pack, { source: 'file', layer: 'personal' }, { now: NOW, id: () => crypto.randomUUID() });
    await show();
    await userEvent.selectOptions(screen.getByLabelText('A draft on this computer'), 'Acme rules 1.4.0');
    await screen.findByText(/checked, no errors/);
    await sign();
    await screen.findByText('acme-1.4.0.handrail is in your downloads.');
    const opened = await openSignedPack(saved[0]?.text ?? '');
    if ('refusal' in opened) throw new Error(opened.refusal.why);
    expect(opened.claims).toMatchObject({ audience: null, expiresAt: null });
    expect(await parsePack(opened.text)).toEqual(pack);
  });

  it('that is gone by now says so', async () => {
    await addPack(db, await parsePack(draftText()), { source: 'file', layer: 'personal' }, { now: NOW, id: () => crypto.randomUUID() });
    await show();
    await db.packs.clear();
    await userEvent.selectOptions(screen.getByLabelText('A draft on this computer'), 'Acme rules 1.4.0');
    expect(await screen.findByText(/That draft is not on this computer any more/)).toBeTruthy();
  });

  it.each([
    ['that is no pack', '{"format":1}', /things have to be mended first/],
    ['with a condition on a field that is not there', STARTER.replace(/"field": "\w+"/, '"field": "nowhere"'), /nowhere/],
    ['that is no JSON', 'x', /cannot be signed yet/],
  ])('%s cannot be signed, and each mistake is told', async (_, text, words) => {
    const { container } = await show();
    await choose(text);
    expect(await screen.findByText(/cannot be signed yet/)).toBeTruthy();
    expect(container.textContent).toMatch(words);
    expect(screen.queryByRole('button', { name: 'Sign and save' })).toBeNull();
    await expectNoAxeViolations(container);
  });

  it('with things that may wait can be signed, and says what they are', async () => {
    await show();
    await choose(draftText().replaceAll('2027-', '2020-'));
    await screen.findByText(/checked, no errors/);
    expect(screen.getByText(/to look at; (it|they) may wait/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Sign and save' })).toBeTruthy();
  });

  it.each([
    ['the same version with other content', '1.4.0', true],
    ['an older version', '1.3.9', true],
    ['a newer version', '1.4.1', false],
  ])('%s, where a version was signed before: reps would refuse it: %s %s', async (_, version, isWrong) => {
    await db.accepted.put({ key: 'k', pack: 'acme', version: '1.4.0', digest: 'another', issuedAt: NOW, at: NOW });
    await show();
    await choose(draftText({ version }));
    await screen.findByText(isWrong ? /1\.4\.0 was signed before, with other content/ : /checked, no errors/);
    expect(screen.queryByRole('button', { name: 'Sign and save' }) === null).toBe(isWrong);
  });

  it('is not signed until a day that is over', async () => {
    await show();
    await choose(draftText());
    await screen.findByText(/checked, no errors/);
    const day = screen.getByLabelText<HTMLInputElement>('Good until the end of');
    fireEvent.change(day, { target: { value: '2026-11-24' } });
    await sign();
    expect(screen.getByText(/^Choose a day from tomorrow to .*, or none\.$/)).toBeTruthy();
    expect(day.getAttribute('aria-invalid')).toBe('true');
    expect(saved).toEqual([]);
  });

  it('is signed with the key that is chosen where there are several', async () => {
    const other = await makeKey();
    await addKey(db, { ...other, name: 'Dana, other team', createdAt: NOW + 1 });
    await show();
    await choose(draftText());
    await screen.findByText(/checked, no errors/);
    await userEvent.selectOptions(screen.getByLabelText('Sign with the key of'), other.id);
    await sign();
    await screen.findByText('acme-1.4.0.handrail is in your downloads.');
    expect(await openSignedPack(saved[0]?.text ?? '')).toMatchObject({ claims: { key: other.id } });
  });
});
