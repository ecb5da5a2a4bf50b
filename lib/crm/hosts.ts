/** Where Handrail runs: the one list that the manifest and the content scripts share. */
import type { Crm } from './adapter';

export const hosts: Record<Crm, string> = {
  salesforce: 'https://*.lightning.force.com/*',
  hubspot: 'https://*.hubspot.com/*',
};

export const CRM_HOSTS = Object.values(hosts);

/** Every frame of a host, about:blank ones too: a page can send from any of them (facts/browser.md §1). */
export const everyFrameOf = (...matches: string[]) =>
  ({ matches, runAt: 'document_start', allFrames: true, matchAboutBlank: true, matchOriginAsFallback: true }) as const;
