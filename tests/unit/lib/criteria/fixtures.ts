/** The words and facts that the tests of conditions start from. */
import type { Facts, FieldType, KnownValue, Vocabulary } from '../../../../lib/criteria/facts';
import type { Value } from '../../../../lib/crm/adapter';

const field = (label: string, type: FieldType): { label: string; type: FieldType } => ({ label, type });

export const words: Vocabulary = {
  fields: {
    amount: field('Amount', 'currency'),
    seats: field('Seats', 'number'),
    discount: field('Discount', 'percent'),
    'close-date': field('Close Date', 'date'),
    'next-call': field('Next Call', 'datetime'),
    'next-step': field('Next Step', 'text'),
    'lead-source': field('Lead Source', 'picklist'),
    products: field('Products', 'multi-picklist'),
    'budget-confirmed': field('Budget Confirmed', 'boolean'),
    account: field('Account', 'reference'),
    metrics: field('Metrics', 'text'),
    'economic-buyer': field('Economic Buyer', 'text'),
    'decision-criteria': field('Decision Criteria', 'text'),
    'decision-process': field('Decision Process', 'text'),
    'identified-pain': field('Identified Pain', 'text'),
    champion: field('Champion', 'text'),
    competition: field('Competition', 'text'),
  },
  steps: { 'confirm-budget': { title: 'Confirm the budget' } },
  answers: { 'who-signs': { label: 'Who signs?', type: 'text' } },
  approvals: { 'big-discount': { title: 'Discount over 15 %' } },
  events: {},
  calendars: {},
};

/** Noon in Berlin on a Sunday. */
export const now = Date.parse('2026-11-22T11:00:00Z');

export function known(value: Value, rest: Partial<KnownValue> = {}): KnownValue {
  return { value, source: 'wire', at: now - 60_000, ...rest };
}

export function factsWith(rest: Partial<Facts> = {}): Facts {
  return { readings: {}, steps: {}, answers: {}, approvals: {}, events: {}, now, timeZone: 'Europe/Berlin', ...rest };
}

export function reading(id: string, value: Value, rest: Partial<KnownValue> = {}): Facts {
  return factsWith({ readings: { [id]: known(value, rest) } });
}
