/** The registry, page half: one line per CRM. */
import type { Crm, Page } from './adapter';
import { hubspotPage } from './hubspot/page';
import { salesforcePage } from './salesforce/page';
import { salesforceWire } from './salesforce/wire';

export const pages: Record<Crm, Page> = {
  salesforce: { ...salesforcePage, recordsIn: salesforceWire.recordsIn },
  hubspot: hubspotPage,
};

/** The CRM that a host belongs to, or null. */
export function crmOf(hostname: string): Crm | null {
  if (hostname.endsWith('.lightning.force.com')) return 'salesforce';
  return hostname === 'hubspot.com' || hostname.endsWith('.hubspot.com') ? 'hubspot' : null;
}
