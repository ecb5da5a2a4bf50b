/** What every event of the options page does around its work: the stamp of the journal, word to the worker, and errors in words. */
import { askWorker } from '../../lib/messages/send';
import { explain } from '../../lib/progress/errors';
import type { Stamp } from '../../lib/progress/journal';

export const stamp = (): Stamp => ({ now: Date.now(), id: () => crypto.randomUUID() });

/** Tabs take up the change when the worker can be reached; otherwise they do when they are next opened. */
export async function tellWorker(): Promise<void> {
  await askWorker('settings-changed', null).catch(() => undefined);
}

/** Its message is written for a person already. */
export class Refused extends Error {}

/** Rejects with an error whose message is written for a person. */
export async function inWords<Result>(work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    if (error instanceof Refused) throw error;
    throw new Error(explain(error), { cause: error });
  });
}
