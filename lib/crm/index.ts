/** The registry: where each CRM lives. A new CRM is one line here, its folder, and its two content scripts. */
import type { Crm } from './adapter';

/** Match patterns, as narrow as the browser's grammar allows: the org or region is a part of the host. */
export const salesforceHosts = 'https://*.lightning.force.com/*';
export const hubspotHosts = 'https://*.hubspot.com/*';
export const allHosts = [salesforceHosts, hubspotHosts];

/** Every frame of a CRM's pages from its first moment, about:blank ones too: a page can send from any of them (facts/browser.md §1). */
export const everyFrame = { runAt: 'document_start', allFrames: true, matchAboutBlank: true, matchOriginAsFallback: true } as const;

/** The CRM that a host name belongs to, or null. */
export function crmOf(hostname: string): Crm | null {
  if (hostname.endsWith('.lightning.force.com')) return 'salesforce';
  return hostname === 'hubspot.com' || hostname.endsWith('.hubspot.com') ? 'hubspot' : null;
}
