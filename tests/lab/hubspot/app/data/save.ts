/** Saving one record from any place, in the form that the place uses (facts/hubspot.md §3.3): shown at once, and taken back on an error. */

import { objectOf, textOf } from '../../json';
import { showAlert } from '../alerts';
import { isHttpError } from '../http/client';
import { options } from '../options';
import { sendAs } from './forms';
import type { Place } from './forms';
import { knownRecord, putRecord } from './records';
import type { RecordKey, Values } from './records';

/** A save that can be given up. */
export interface Saving {
  /** True when saved; false when it was taken back. Never rejects. */
  done: Promise<boolean>;
  /** Gives up if the answer is not there yet, and takes the change back. */
  abort(): void;
}

const FALLBACK = 'Your change was not saved. Try again.';

/** Saves from a place of the portal. */
export function save(place: Place, key: RecordKey, changes: Values): Saving {
  const form = { record: options.recordSaves, table: options.tableSaves, board: options.boardSaves, preview: options.previewSaves }[place];
  const { answer, abort } = sendAs(form, place, key, changes);
  return { done: settle(key, changes, answer), abort };
}

async function settle(key: RecordKey, changes: Values, answer: Promise<Values>): Promise<boolean> {
  const before = knownRecord(key) ?? {};
  putRecord(key, changes);
  try {
    putRecord(key, await answer);
    return true;
  } catch (error) {
    putRecord(key, Object.fromEntries(Object.keys(changes).map((name) => [name, before[name] ?? ''])));
    if (!isHttpError(error) || error.errorCode !== 'ABORT') showAlert(messageOf(error));
    return false;
  }
}

/** What a failed request has to say to a person. */
export function messageOf(error: unknown): string {
  if (isHttpError(error)) return textOf(objectOf(error.responseJSON).message) || FALLBACK;
  return error instanceof Error ? error.message || FALLBACK : FALLBACK;
}
