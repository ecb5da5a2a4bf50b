/** Packs on the options page: taken from files, put to use and away, with a way back. */
import type { FileOutcome, StudioEvents } from '../../components/studio/model';
import type { Undo } from '../../components/studio/packs/model';
import { takenWords } from '../../components/studio/subscriptions/words';
import { saveFile } from '../../components/ui/save-file';
import { lintPack } from '../../lib/pack/lint/lint';
import { isNewer } from '../../lib/pack/version';
import { policy } from '../../lib/policy';
import type { HandrailDb } from '../../lib/progress/db';
import type { PackRow } from '../../lib/progress/rows';
import { explain } from '../../lib/progress/errors';
import { activatePack, addPack, packsInUse, putAway, setLayer } from '../../lib/progress/packs';
import { admitHere } from '../../lib/worker/admit-here';
import { allowedBy } from '../../lib/worker/heed-policy';
import { readStarter, starterText } from '../../lib/worker/starters';
import { inWords, Refused, stamp, tellWorker } from './in-words';
import { told, today } from './lint';
import { refused } from './refused';

type PackEvents = Pick<StudioEvents, 'onImportPack' | 'onUseStarter' | 'onCopyStarter' | 'packs'>;

/** Rejections have a message for the screen. */
export function packEvents(db: HandrailDb): PackEvents {
  return {
    onImportPack: (file, trusts) => importPack(db, file, trusts).catch((error: unknown) => notRead(error)),
    onUseStarter: (id) =>
      withUndo(db, async () => {
        const pack = await readStarter(id);
        await addPack(db, pack, { source: 'starter', layer: 'personal' }, stamp());
        await activatePack(db, pack.id, pack.version, stamp());
      }),
    onCopyStarter: (id) => inWords(starterText(id).then((text) => saveFile(`${id}.json`, text))),
    packs: {
      onUsePack: (id, version) => withUndo(db, () => usePack(db, id, version)),
      onStopUsing: (id) => withUndo(db, () => putAway(db, id, stamp())),
      onLayer: (id, layer) => inWords(setLayer(db, id, layer).then(tellWorker)),
    },
  };
}

async function importPack(db: HandrailDb, file: File, trusts?: string): Promise<FileOutcome> {
  const admission = await admitHere(db, await file.text(), { source: 'file', ...(trusts !== undefined && { trusts }) });
  await tellWorker();
  switch (admission.kind) {
    case 'ask':
      return admission;
    case 'refused':
      return refused(admission.refusal);
    case 'taken': {
      const row = await db.packs.get([admission.pack, admission.version]);
      const advice = row ? told(lintPack(row.pack, { today: today() })) : [];
      return { kind: 'done', message: takenWords(admission, Date.now()), advice };
    }
  }
}

function notRead(error: unknown): FileOutcome {
  return { kind: 'refused', message: explain(error), problems: [] };
}

/** A person's choice, and so no matter of which version is newer; but not past the policy, which the worker would put right again. */
async function usePack(db: HandrailDb, id: string, version: string): Promise<void> {
  const row = await db.packs.get([id, version]);
  const isAllowed = await allowedBy(db, await policy.known());
  if (row && !isAllowed(row)) throw new Refused('Your organisation does not allow this pack any more.');
  const inUse = (await packsInUse(db)).find((other) => other.id === id);
  await activatePack(db, id, version, stamp(), { back: inUse !== undefined && isNewer(inUse.version, version) });
}

/** Resolves with what puts the packs that are in use now back to use. */
async function withUndo(db: HandrailDb, change: () => Promise<void>): Promise<Undo> {
  return inWords(
    (async () => {
      const before = await packsInUse(db);
      await change();
      await tellWorker();
      return () => inWords(putBack(db, before).then(tellWorker));
    })(),
  );
}

/** Each in its place of before, too. What ships with Handrail stands last in that order, and so does not step back for one that comes after it. */
async function putBack(db: HandrailDb, before: readonly PackRow[]): Promise<void> {
  for (const { id } of await packsInUse(db)) if (!before.some((row) => row.id === id)) await putAway(db, id, stamp());
  for (const { id, version, activeAt } of before) {
    await usePack(db, id, version);
    await db.packs.update([id, version], { activeAt });
  }
}
