/** What the options page does when somebody asks. Errors come out as words for the screen. */
import { browser } from '#imports';
import type { FileOutcome, StudioEvents } from '../../components/studio/model';
import { saveFile } from '../../components/ui/save-file';
import type { Policy } from '../../lib/policy-schema';
import { deleteEverything, exportBackup, importBackup } from '../../lib/progress/backup';
import { db } from '../../lib/progress/db';
import { BackupError, explain } from '../../lib/progress/errors';
import { forgetKey } from '../../lib/progress/trust';
import { settings, type Settings } from '../../lib/settings';
import { installStarter } from '../../lib/worker/install';
import { approvalsEvents } from './approvals';
import { inWords, stamp, tellWorker } from './in-words';
import { keysEvents } from './keys';
import { packEvents } from './pack-events';
import { publishEvents } from './publish';
import { refusedWords } from './refused';
import { subscriptionsEvents } from './subscriptions';

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

async function change(some: Partial<Settings>): Promise<void> {
  await settings.change(some);
  await tellWorker();
}

async function eraseAll(): Promise<void> {
  await deleteEverything(db, settings);
  await installStarter(db, stamp());
  await tellWorker();
}

/** @param rules the policy as it was read last: a click leaves no time to read it */
export function studioEvents(rules: () => Policy): StudioEvents {
  return {
    ...packEvents(db),
    subscriptions: subscriptionsEvents(db, rules, refusedWords),
    keys: keysEvents(db),
    publish: publishEvents(db),
    approvals: approvalsEvents(db),
    trust: { onForgetKey: (key) => inWords(forgetKey(db, key, stamp()).then(tellWorker)) },
    onImportData: importData,
    onRoles: (roles) => inWords(change({ roles })),
    onGroups: (groups) => inWords(change({ groups })),
    onName: (name) => inWords(change({ name })),
    onHandle: (handle) => inWords(change({ handle })),
    onReadAtMove: (readAtMove) => inWords(change({ readAtMove })),
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
