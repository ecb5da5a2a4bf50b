/** A service worker that sleeps, as it does after half a minute of quiet. */
import type { Booted } from '../../browser/extension';
import { pause } from '../setting';

const SETTLE_MS = 150;

/** Stops the worker; resolves when it has stayed stopped for a moment. */
export async function sleepWorker({ killWorker }: Booted): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const ran = await killWorker();
    if (!ran) return;
    await pause(SETTLE_MS);
  }
  throw new Error('The service worker does not stay stopped.');
}
