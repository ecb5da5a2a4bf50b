/** What the options page does when somebody asks. Errors come out as words for the screen. */
import { browser } from '#imports';
import type { FileOutcome, StudioEvents } from '../../components/studio/model';
import { saveFile } from '../../components/ui/save-file';
import { askWorker } from '../../lib/messages/send';
import { lintPack } from '../../lib/pack/lint/lint';
import { refusalWords } from '../../lib/pack/signed/words';
import type { PackFile } from '../../lib/pack/schema';
import type { Refusal } from '../../lib/pack/signed/refusal';
import { deleteEverything, exportBackup, importBackup } from '../../lib/progress/backup';
import { db } from '../../lib/progress/db';
import { BackupError, explain } from '../../lib/progress/errors';
import { activatePack, addPack } from '../../lib/progress/packs';
import { settings, type Settings } from '../../lib/settings';
import { admitHere } from '../../lib/worker/admit-here';
import { installStarter } from '../../lib/worker/install';
import { readStarter, starterText } from '../../lib/worker/starters';
import { approvalsEvents } from './approvals';

const stamp = () => ({ now: Date.now(), id: () => crypto.randomUUID() });

/** Tabs take up the change when the worker can be reached; otherwise they do when they are next opened. */
async function tellWorker(): Promise<void> {
  await askWorker('settings-changed', null).catch(() => undefined);
}

async function useStarter(pack: PackFile): Promise<void> {
  await addPack(db, pack, { source: 'starter', layer: 'personal' }, stamp());
  await activatePack(db, pack.id, pack.version, stamp());
  await tellWorker();
}

/** More than this helps nobody: the rest shows up once these are mended. */
const MOST_ADVICE = 100;

function adviceOn(pack: PackFile): { path: string; message: string }[] {
  const findings = lintPack(pack, { today: new Date().toISOString().slice(0, 10) });
  const told = findings.slice(0, MOST_ADVICE).map(({ place, message, fix }) => ({ path: place, message: `${message}: ${fix}` }));
  const rest = findings.length - told.length;
  return rest > 0 ? [...told, { path: '', message: `and ${rest} more` }] : told;
}

async function importPack(file: File, trusts?: string): Promise<FileOutcome> {
  try {
    const text = await file.text();
    const admission = await admitHere(db, text, { source: 'file', ...(trusts !== undefined && { trusts }) });
    await tellWorker();
    switch (admission.kind) {
      case 'ask':
        return { kind: 'ask', ask: admission.ask };
      case 'refused':
        return refused(admission.refusal);
      case 'taken': {
        const { pack, version, title, use, from } = admission;
        const row = await db.packs.get([pack, version]);
        const when =
          use === 'later'
            ? `is here, and is used ${from === undefined ? 'once it is meant for you' : `from ${from} on`}.`
            : 'is in use now.';
        return { kind: 'done', message: `${title} ${version} ${when}`, advice: row ? adviceOn(row.pack) : [] };
      }
    }
  } catch (error) {
    return { kind: 'refused', message: explain(error), problems: [] };
  }
}

const dayOf = (at: number): string => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(at);

function refused(refusal: Refusal): FileOutcome {
  if (refusal.why !== 'invalid') return { kind: 'refused', message: refusalWords(refusal, dayOf), problems: [] };
  const { problems } = refusal;
  const count = problems.length === 1 ? 'One problem was' : `${problems.length} problems were`;
  return { kind: 'refused', message: `${count} found in it.`, problems };
}

async function importData(file: File): Promise<FileOutcome> {
  try {
    const { added, updated, conflicts } = await importBackup(db, settings, await file.text(), stamp());
    await tellWorker();
    const kept = conflicts.length > 0 ? ` ${conflicts.length} rule packs were kept as they are here.` : '';
    return { kind: 'done', message: `Imported: ${added} entries added, ${updated} brought up to date.${kept}` };
  } catch (error) {
    if (!(error instanceof BackupError)) return { kind: 'refused', message: explain(error), problems: [] };
    return { kind: 'refused', message: 'It is not an export that can be read.', problems: error.problems };
  }
}

/** Rejects with an error whose message is written for a person. */
async function inWords(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    throw new Error(explain(error), { cause: error });
  });
}

async function change(some: Partial<Settings>): Promise<void> {
  await settings.change(some);
  await tellWorker();
}

async function eraseAll(): Promise<void> {
  await deleteEverything(db, settings);
  await installStarter(db, stamp());
  await tellWorker();
}

export function studioEvents(): StudioEvents {
  return {
    onImportPack: importPack,
    onImportData: importData,
    onActivate: (id, version) => inWords(activatePack(db, id, version, stamp()).then(tellWorker)),
    onUseStarter: (id) => inWords(readStarter(id).then((pack) => useStarter(pack))),
    onCopyStarter: (id) => inWords(starterText(id).then((text) => saveFile(`${id}.json`, text))),
    onRoles: (roles) => inWords(change({ roles })),
    onName: (name) => inWords(change({ name })),
    onHandle: (handle) => inWords(change({ handle })),
    onReadAtMove: (readAtMove) => inWords(change({ readAtMove })),
    approvals: approvalsEvents(db),
    onExport: () =>
      inWords(
        exportBackup(db, settings, Date.now()).then((backup) => {
          saveFile(`handrail-${new Date(backup.exportedAt).toISOString().slice(0, 10)}.json`, JSON.stringify(backup));
        }),
      ),
    onDeleteEverything: () => inWords(eraseAll()),
    onOpenShortcuts: () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' }),
  };
}
