/** The way in for packs with this browser around it: its policy, its settings, its clock. */
import { browser } from 'wxt/browser';
import type { Audience } from '../pack/rollout';
import { policy } from '../policy';
import type { HandrailDb } from '../progress/db';
import { ruled } from '../ruled';
import { settings } from '../settings';
import type { Admission, Origin } from './admission';
import { admit } from './admit';

/** The person at this browser, now. */
export async function audienceHere(): Promise<Audience> {
  const { roles, groups } = ruled(await settings.get(), await policy.get());
  return { now: Date.now(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, roles, groups };
}

export async function admitHere(db: HandrailDb, text: string, origin: Origin): Promise<Admission> {
  // What the organisation forbids has to be known before anything comes in.
  const rules = await policy.known();
  const { version } = browser.runtime.getManifest();
  return admit(db, text, origin, {
    audience: await audienceHere(),
    policy: rules,
    version,
    languages: navigator.languages,
    id: () => crypto.randomUUID(),
  });
}
