/** The practice org's cases and onboardings as it starts, under names that the tests and the tour use. */
import { to18 } from './ids';
import { objectInfo } from './metadata';
import { ACCOUNTS, type FieldValue, type SeedRecord } from './records';

/** `battlecard` asks for a piece without saying much, `datasheet` says all that is asked, `faq` is an ordinary case of no record type. */
export const CASES = {
  battlecard: to18('500Hr00000CsQa1'),
  datasheet: to18('500Hr00000CsQB2'),
  faq: to18('500Hr00000CsQc3'),
} as const;

/** `brightwater` has no sponsor, `granite` has one. */
export const ONBOARDINGS = {
  brightwater: to18('a0XHr00000OnBw1'),
  granite: to18('a0XHr00000OnGr2'),
} as const;

function seed(apiName: string, id: string, values: Record<string, FieldValue>, recordType?: string): SeedRecord {
  const blank = Object.entries(objectInfo(apiName)?.fields ?? {}).map(([name, { type }]) => [name, type === 'boolean' ? false : null]);
  return { apiName, id, fields: { ...(Object.fromEntries(blank) as Record<string, FieldValue>), ...values }, recordType };
}

export const SERVICE_SEED: readonly SeedRecord[] = [
  seed(
    'Case',
    CASES.battlecard,
    {
      CaseNumber: '00001041',
      AccountId: ACCOUNTS.acme,
      Subject: 'Battle card for the in-house build',
      Status: 'New',
      Priority: 'Medium',
      Origin: 'Web',
    },
    'Content Request',
  ),
  seed(
    'Case',
    CASES.datasheet,
    {
      CaseNumber: '00001042',
      AccountId: ACCOUNTS.granite,
      Subject: 'Security data sheet for the review',
      Status: 'New',
      Priority: 'High',
      Origin: 'Email',
      Content_Reader__c: 'Their security officer',
      Content_Question__c: 'Where is our data, and who can read it?',
      Content_Format__c: 'One-pager',
      Content_Needed_By__c: '2026-12-04',
    },
    'Content Request',
  ),
  seed('Case', CASES.faq, {
    CaseNumber: '00001043',
    AccountId: ACCOUNTS.fairview,
    Subject: 'Password reset does not arrive',
    Status: 'New',
    Priority: 'Low',
    Origin: 'Phone',
  }),
  seed('Onboarding__c', ONBOARDINGS.brightwater, {
    Name: 'Brightwater Labs',
    Account__c: ACCOUNTS.brightwater,
    Phase__c: 'Kickoff',
    Seats__c: '40',
  }),
  seed('Onboarding__c', ONBOARDINGS.granite, {
    Name: 'Granite Insurance',
    Account__c: ACCOUNTS.granite,
    Phase__c: 'Kickoff',
    Sponsor__c: 'Leo Brandt',
    Go_Live__c: '2027-03-01',
    Seats__c: '120',
  }),
];
