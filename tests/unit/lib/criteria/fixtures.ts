/** The words and facts that the tests of conditions start from. */
import type { Calendar, Choice, Facts, FieldType, KnownValue, Subject, Vocabulary } from '../../../../lib/criteria/facts';
import type { Value } from '../../../../lib/crm/adapter';

const field = (label: string, type: FieldType, choices?: Choice[]): Subject => ({ label, type, ...(choices && { choices }) });
const choice = (id: string, label: string, ...aliases: string[]): Choice => ({ id, label, aliases });

const nineToFive = [[540, 1020] as const];
const officeHours: Calendar = {
  title: 'Office hours, Berlin',
  timeZone: 'Europe/Berlin',
  hours: [[], nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, []],
  holidays: new Set(['2026-12-25']),
};

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
    'contract-start': field('Contract Start', 'date'),
    budget: field('Budget', 'currency'),
    industry: field('Industry', 'picklist', [
      choice('tech', 'Technology', 'TECH_1', 'Software'),
      choice('health', 'Health care', 'HLTH'),
      choice('other', 'Something else'),
    ]),
    regions: field('Regions', 'multi-picklist', [choice('dach', 'Germany and around', 'D-A-CH'), choice('us', 'United States', 'US_1')]),
    metrics: field('Metrics', 'text'),
    'economic-buyer': field('Economic Buyer', 'text'),
    'decision-criteria': field('Decision Criteria', 'text'),
    'decision-process': field('Decision Process', 'text'),
    'identified-pain': field('Identified Pain', 'text'),
    champion: field('Champion', 'text'),
    competition: field('Competition', 'text'),
  },
  steps: { 'confirm-budget': { title: 'Confirm the budget' } },
  answers: {
    'who-signs': field('Who signs?', 'text'),
    'how-many': field('How many seats?', 'number'),
    'go-live': field('When do they go live?', 'date'),
    'has-sponsor': field('Is there a sponsor?', 'boolean'),
    segment: field('Which segment?', 'picklist', [choice('smb', 'Small business'), choice('ent', 'Enterprise')]),
    risks: field('Which risks?', 'multi-picklist', [choice('price', 'Too dear'), choice('timing', 'Too late')]),
  },
  approvals: { 'big-discount': { title: 'Discount over 15 %' } },
  events: { 'lead-assigned': { label: 'Lead assigned' }, 'first-call': { label: 'First call' } },
  calendars: { office: officeHours },
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
