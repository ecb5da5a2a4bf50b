/** What the organisation's policy says: managed storage, never trusted as it stands, and kept so that what it closed stays closed. */
import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { policySchema, type Policy } from './policy-schema';

/** Until the browser has told the policy for the first time. It may take seconds to after a cold start (facts/browser.md §3). */
const UNTOLD: Policy = { readAtMove: false };

/** The last good one. */
const kept = storage.defineItem<unknown>('local:policy');

async function lastGood(): Promise<Policy | undefined> {
  return policySchema.safeParse(await kept.getValue()).data;
}

export const policy = {
  /** Answers at once, from what is kept: the browser's own answer may be slow, and `refresh` follows it. */
  async get(): Promise<Policy> {
    return (await lastGood()) ?? UNTOLD;
  },

  /**
   * Reads what the browser has of the policy now; true where that changes anything. A value that is not well-formed, or not there, counts as the
   * last good one: the browser drops a value of the wrong type without a word, so to lift a rule the policy has to say so.
   */
  async refresh(): Promise<boolean> {
    const told: Record<string, unknown> = await browser.storage.managed.get().catch(() => ({}));
    const before = await lastGood();
    const now = policySchema.parse({ ...before, ...wellFormed(told) });
    if (JSON.stringify(now) === JSON.stringify(before)) return false;
    await kept.setValue(now);
    return true;
  },
};

function wellFormed(told: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(policySchema.shape).flatMap(([key, shape]): [string, unknown][] => {
    const value = Object.hasOwn(told, key) ? told[key] : undefined;
    return value !== undefined && shape.safeParse(value).success ? [[key, value]] : [];
  });
  return Object.fromEntries(entries);
}
