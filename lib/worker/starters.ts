/** The packs that ship with the extension, as files of its own: nothing is fetched from anywhere else. */
import { browser } from 'wxt/browser';
import { parsePack } from '../pack/load';
import type { PackFile } from '../pack/schema';

/** The one that is in use from the first start. */
export const firstStarter = 'b2b-sales-cycle';

/** By pack id, which is the file's name too. In the order of the gallery. */
export const starterIds = [
  firstStarter,
  'meddpicc',
  'bant',
  'mql-handoff',
  'inbound-cadence',
  'demo-booking',
  'content-request',
  'disqualification-feedback',
] as const;

/** The text of a starter pack's file. */
export async function starterText(id: string): Promise<string> {
  const file = await fetch(browser.runtime.getURL(`/packs/${id}.json` as '/'));
  return file.text();
}

export async function readStarter(id: string): Promise<PackFile> {
  return parsePack(await starterText(id));
}
