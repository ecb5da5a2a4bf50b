/** A record's key in the database: one string, exact both ways, whatever the ids hold. */
import type { Crm, RecordRef } from '../crm/adapter';

/** `salesforce|acme.lightning.force.com|Opportunity|006…`; a `|` or `%` inside a part is percent-escaped, so that no two records share a key. */
export type RecordKey = string;

const crms: readonly Crm[] = ['salesforce', 'hubspot'];

const escapePart = (part: string): string => part.replace(/[%|]/g, (sign) => (sign === '|' ? '%7C' : '%25'));
const unescapePart = (part: string): string => part.replace(/%7C|%25/g, (code) => (code === '%7C' ? '|' : '%'));

export function recordKey(record: RecordRef): RecordKey {
  return [record.crm, record.org, record.object, record.id].map(escapePart).join('|');
}

/** The record behind a key, or null for any text that `recordKey` would not have made. */
export function parseRecordKey(key: RecordKey): RecordRef | null {
  const [crmName, org, object, id] = key.split('|').map(unescapePart);
  const crm = crms.find((known) => known === crmName);
  if (crm === undefined || org === undefined || object === undefined || id === undefined) return null;
  const record: RecordRef = { crm, org, object, id };
  return recordKey(record) === key ? record : null;
}

/**
 * False for a record that does not exist in the CRM yet (id ''), and for "all that match" (id '*'): many records share either key, so nothing
 * may be kept under it.
 */
export function isSaved(key: RecordKey): boolean {
  const record = parseRecordKey(key);
  return record !== null && record.id !== '' && record.id !== '*';
}
