/** First install and updates: brings in the pack that ships with the extension. */
import type { HandrailDb } from '../progress/db';
import type { Stamp } from '../progress/journal';
import { activePack, ensureStarter } from '../progress/packs';
import { firstStarter, readStarter, starterIds } from './starters';

/** Of the starter library the pack that is in use is brought up to date; where none of it is, the first one is there to start from. */
export async function installStarter(db: HandrailDb, stamp: Stamp): Promise<void> {
  const active = await activePack(db);
  const inUse = active?.source === 'starter' && starterIds.some((id) => id === active.id);
  await ensureStarter(db, await readStarter(inUse ? active.id : firstStarter), stamp);
}
