/** First install and updates: brings in the pack that ships with the extension. */
import type { HandrailDb } from '../progress/db';
import type { Stamp } from '../progress/journal';
import { ensureStarter, packsInUse } from '../progress/packs';
import { firstStarter, readStarter, starterIds } from './starters';

/** Of the starter library the pack that is in use is brought up to date; where none of it is, the first one is there to start from. */
export async function installStarter(db: HandrailDb, stamp: Stamp): Promise<void> {
  const used = (await packsInUse(db)).find(({ source, id }) => source === 'starter' && starterIds.some((one) => one === id));
  await ensureStarter(db, await readStarter(used?.id ?? firstStarter), stamp);
}
