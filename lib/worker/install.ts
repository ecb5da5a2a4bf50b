/** First install and updates: brings in the pack that ships with the extension. */
import { browser } from 'wxt/browser';
import { parsePack } from '../pack/load';
import type { HandrailDb } from '../progress/db';
import type { Stamp } from '../progress/journal';
import { ensureStarter } from '../progress/packs';

/** The starter is a file of the extension itself: nothing is fetched from anywhere else. */
export async function installStarter(db: HandrailDb, stamp: Stamp): Promise<void> {
  const file = await fetch(browser.runtime.getURL('/packs/essentials.json' as '/'));
  await ensureStarter(db, await parsePack(await file.text()), stamp);
}
