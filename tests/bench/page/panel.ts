/** The moment at which the side panel shows the SOP of a record. */
import type { Page } from 'playwright-core';

const GIVE_UP_MS = 8000;

declare global {
  interface Window {
    shown: Promise<{ at: number; since: number }>;
  }
}

/**
 * Notes when the panel shows the SOP of the record called `name`: the end of the frame in which its name and stage are there. Times out with
 * NaN. Runs in the panel; may run before there is a document.
 */
function watchFor({ name, most }: { name: string; most: number }): void {
  window.shown = new Promise((resolve) => {
    const shows = (): boolean =>
      document.querySelector('h1')?.textContent === name && /Stage \d+ of \d+/.test(document.querySelector('main')?.textContent ?? '');
    const finish = (): void => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve({ at: Date.now(), since: performance.now() });
        port2.postMessage(null);
      });
    };
    const observer = new MutationObserver(() => {
      if (!shows()) return;
      observer.disconnect();
      finish();
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    setTimeout(() => resolve({ at: NaN, since: NaN }), most);
  });
}

async function seen(panel: Page, name: string): Promise<{ at: number; since: number }> {
  const shown = await panel.evaluate(() => window.shown);
  if (Number.isNaN(shown.at)) throw new Error(`The panel does not show ${name}, but: ${await panel.locator('main').innerText()}`);
  return shown;
}

/** Starts to watch; the function that comes back resolves with the time, in milliseconds since 1970. */
export async function whenShown(panel: Page, name: string): Promise<() => Promise<number>> {
  await panel.evaluate('globalThis.__name = (named) => named');
  await panel.evaluate(watchFor, { name, most: GIVE_UP_MS });
  return async () => (await seen(panel, name)).at;
}

/** From now on each load of the panel watches for `name` from its first moment. */
export async function watchLoads(panel: Page, name: string): Promise<void> {
  await panel.addInitScript('globalThis.__name = (named) => named');
  await panel.addInitScript(watchFor, { name, most: GIVE_UP_MS });
}

/** Loads the panel anew; resolves with the milliseconds from the start of the load until the SOP shows. */
export async function timeLoad(panel: Page, name: string): Promise<number> {
  await panel.reload({ waitUntil: 'commit' });
  return (await seen(panel, name)).since;
}
