/** How long a content script lives: until the extension is updated or removed under it. Stands in for WXT's own context (wxt.config.ts). */
import { browser } from 'wxt/browser';

/**
 * What WXT hands to a content script's `main`. Its own weighs 3 kB in the customer's page and announces each script by an event that the
 * page can hear; a watcher needs only this.
 */
export class ContentScriptContext {
  private readonly life = new AbortController();

  /** Aborted once it is noticed that the extension is gone. */
  get signal(): AbortSignal {
    return this.life.signal;
  }

  /** An orphaned script still runs, but its `browser.runtime` has lost its id. */
  get isValid(): boolean {
    const extension: { runtime?: { id?: string } } = browser;
    if (!extension.runtime?.id) this.life.abort();
    return !this.life.signal.aborted;
  }
}
