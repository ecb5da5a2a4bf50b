/** The practice org's records as it starts, under names that the tests and the tour use. */
import { to18 } from './ids';

export type FieldValue = string | number | boolean | null;

export interface SeedRecord {
  apiName: string;
  id: string;
  fields: Readonly<Record<string, FieldValue>>;
  /** The record type's name; the org's only one where it is left out. */
  recordType?: string;
}

export const ACCOUNTS = {
  acme: to18('001Hr00002BvKe1'),
  brightwater: to18('001Hr00002BvKe2'),
  cobalt: to18('001Hr00002BvKf3'),
  delmar: to18('001Hr00002BvKF4'),
  evergreen: to18('001Hr00002BvLg5'),
  fairview: to18('001Hr00002BvLG6'),
  granite: to18('001Hr00002BvMh7'),
  harbour: to18('001Hr00002BvMH8'),
} as const;

/**
 * 18-character ids by name. `acmeExpansion` has most fields empty, `fairviewRenewal` lacks one, `graniteRollout` is about to close,
 * `juniperCampus` was lost but may yet be won, `kestrelPorts` is about to be lost.
 */
export const OPPORTUNITIES = {
  delmarPilot: to18('006Hr00001KqWaA'),
  acmeExpansion: to18('006Hr00001KqW2b'),
  brightwaterPlatform: to18('006Hr00001KqWBc'),
  cobaltTracking: to18('006Hr00001KqXd4'),
  evergreenAnalytics: to18('006Hr00001KqXE5'),
  fairviewRenewal: to18('006Hr00001KqYf6'),
  graniteRollout: to18('006Hr00001KqYG7'),
  harbourSites: to18('006Hr00001KqZh8'),
  juniperCampus: to18('006Hr00001KqZj9'),
  kestrelPorts: to18('006Hr00001KqZK0'),
} as const;

/** `ninaKowalski` has answered what a qualification asks for; the others have not. */
export const LEADS = {
  priyaRaman: to18('00QHr00000TmPr1'),
  tomasOliveira: to18('00QHr00000TmTO2'),
  ninaKowalski: to18('00QHr00000TmNK3'),
} as const;

const BLANK_OPPORTUNITY = {
  Amount: null,
  NextStep: null,
  LeadSource: null,
  Discount_Percent__c: null,
  Budget_Confirmed__c: false,
  Decision_Timeline__c: null,
  Metrics__c: null,
  Economic_Buyer__c: null,
  Decision_Criteria__c: null,
  Decision_Process__c: null,
  Identified_Pain__c: null,
  Champion__c: null,
  Competition__c: null,
  Loss_Reason__c: null,
};

const BLANK_LEAD = {
  LeadSource: null,
  Email: null,
  Phone: null,
  Industry: null,
  Budget__c: null,
  Authority__c: null,
  Need__c: null,
  Timeline__c: null,
  Disqualification_Reason__c: null,
};

const account = (id: string, Name: string, Industry: string, Phone: string): SeedRecord => ({
  apiName: 'Account',
  id,
  fields: { Name, Industry, Phone },
});

const opportunity = (id: string, fields: Record<string, FieldValue>): SeedRecord => ({
  apiName: 'Opportunity',
  id,
  fields: { ...BLANK_OPPORTUNITY, ...fields },
});

const lead = (id: string, fields: Record<string, FieldValue>): SeedRecord => ({
  apiName: 'Lead',
  id,
  fields: { ...BLANK_LEAD, ...fields },
});

export const SEED: readonly SeedRecord[] = [
  account(ACCOUNTS.acme, 'Acme', 'Manufacturing', '(415) 555-0110'),
  account(ACCOUNTS.brightwater, 'Brightwater Labs', 'Healthcare', '(617) 555-0121'),
  account(ACCOUNTS.cobalt, 'Cobalt Freight', 'Transportation', '(312) 555-0132'),
  account(ACCOUNTS.delmar, 'Delmar Clinics', 'Healthcare', '(858) 555-0143'),
  account(ACCOUNTS.evergreen, 'Evergreen Foods', 'Agriculture', '(206) 555-0154'),
  account(ACCOUNTS.fairview, 'Fairview Hotels', 'Hospitality', '(702) 555-0165'),
  account(ACCOUNTS.granite, 'Granite Insurance', 'Insurance', '(860) 555-0176'),
  account(ACCOUNTS.harbour, 'Harbour Energy', 'Energy', '(713) 555-0187'),

  opportunity(OPPORTUNITIES.delmarPilot, {
    Name: 'Delmar Clinics - Pilot',
    AccountId: ACCOUNTS.delmar,
    StageName: 'Prospecting',
    CloseDate: '2027-02-26',
    LeadSource: 'Web',
  }),
  opportunity(OPPORTUNITIES.acmeExpansion, {
    Name: 'Acme - Expansion',
    AccountId: ACCOUNTS.acme,
    StageName: 'Qualification',
    Amount: 120000,
    CloseDate: '2026-12-18',
    LeadSource: 'Partner Referral',
    Identified_Pain__c: 'Quotes take nine days to approve',
  }),
  opportunity(OPPORTUNITIES.brightwaterPlatform, {
    Name: 'Brightwater Labs - Platform',
    AccountId: ACCOUNTS.brightwater,
    StageName: 'Needs Analysis',
    Amount: 86000,
    CloseDate: '2027-01-29',
    NextStep: 'Discovery call with the lab managers',
    LeadSource: 'Event',
    Identified_Pain__c: 'Samples are tracked in spreadsheets',
    Champion__c: 'Ines Duarte, Lab Operations',
  }),
  opportunity(OPPORTUNITIES.cobaltTracking, {
    Name: 'Cobalt Freight - Tracking',
    AccountId: ACCOUNTS.cobalt,
    StageName: 'Value Proposition',
    Amount: 54500,
    CloseDate: '2027-01-15',
    NextStep: 'Send the savings estimate',
    Budget_Confirmed__c: true,
    Metrics__c: 'Late deliveries down from 8 % to 3 %',
    Identified_Pain__c: 'Dispatch cannot see trailers after 18:00',
  }),
  opportunity(OPPORTUNITIES.evergreenAnalytics, {
    Name: 'Evergreen Foods - Analytics',
    AccountId: ACCOUNTS.evergreen,
    StageName: 'Id. Decision Makers',
    Amount: 73000,
    CloseDate: '2026-12-11',
    NextStep: 'Ask the champion who signs',
    Metrics__c: 'Two days faster month-end',
    Identified_Pain__c: 'Four systems disagree on stock',
    Champion__c: 'Oscar Lind, Supply Planning',
  }),
  opportunity(OPPORTUNITIES.fairviewRenewal, {
    Name: 'Fairview Hotels - Renewal',
    AccountId: ACCOUNTS.fairview,
    StageName: 'Proposal/Price Quote',
    Amount: 240000,
    CloseDate: '2026-11-30',
    NextStep: 'Walk the CFO through the proposal',
    LeadSource: 'Phone Inquiry',
    Discount_Percent__c: 8,
    Budget_Confirmed__c: true,
    Decision_Timeline__c: 'Board meets on 20 November',
    Metrics__c: 'Check-in time under two minutes',
    Economic_Buyer__c: 'Helen Marsh, CFO',
    Decision_Criteria__c: 'Uptime, price per property, onboarding time',
    Identified_Pain__c: 'Front desks re-key every booking',
    Champion__c: 'Marcus Webb, Director of Operations',
    Competition__c: 'In-house build',
  }),
  opportunity(OPPORTUNITIES.graniteRollout, {
    Name: 'Granite Insurance - Rollout',
    AccountId: ACCOUNTS.granite,
    StageName: 'Negotiation/Review',
    Amount: 415000,
    CloseDate: '2026-10-30',
    NextStep: 'Legal returns the order form',
    LeadSource: 'Partner Referral',
    Discount_Percent__c: 18,
    Budget_Confirmed__c: true,
    Decision_Timeline__c: 'Signature before the end of October',
    Metrics__c: 'Claims handled per adjuster up by 20 %',
    Economic_Buyer__c: 'Ruth Abara, COO',
    Decision_Criteria__c: 'Audit trail, single sign-on, references',
    Decision_Process__c: 'Security review, legal, COO signs',
    Identified_Pain__c: 'Claims wait four days for a first look',
    Champion__c: 'Leo Brandt, Head of Claims',
    Competition__c: 'Two vendors short-listed',
  }),
  opportunity(OPPORTUNITIES.harbourSites, {
    Name: 'Harbour Energy - Two Sites',
    AccountId: ACCOUNTS.harbour,
    StageName: 'Closed Won',
    Amount: 98000,
    CloseDate: '2026-08-14',
    NextStep: 'Kick-off with the site leads',
    LeadSource: 'Event',
    Budget_Confirmed__c: true,
    Economic_Buyer__c: 'Dana Price, VP Operations',
    Champion__c: 'Sam Okafor, Site Lead',
  }),
  opportunity(OPPORTUNITIES.juniperCampus, {
    Name: 'Harbour Energy - Campus',
    AccountId: ACCOUNTS.harbour,
    StageName: 'Closed Lost',
    Amount: 61000,
    CloseDate: '2026-07-31',
    LeadSource: 'Event',
    Loss_Reason__c: 'Timing',
  }),
  opportunity(OPPORTUNITIES.kestrelPorts, {
    Name: 'Cobalt Freight - Ports',
    AccountId: ACCOUNTS.cobalt,
    StageName: 'Perception Analysis',
    Amount: 38000,
    CloseDate: '2026-12-22',
    NextStep: 'They have chosen another vendor',
    LeadSource: 'Web',
    Competition__c: 'Their present supplier',
    Loss_Reason__c: 'Competitor',
  }),

  lead(LEADS.priyaRaman, {
    Name: 'Priya Raman',
    Company: 'Lumen Robotics',
    Status: 'Open - Not Contacted',
    LeadSource: 'Web',
    Email: 'priya.raman@lumen.example',
    Industry: 'Manufacturing',
  }),
  lead(LEADS.tomasOliveira, {
    Name: 'Tomas Oliveira',
    Company: 'Orchard Telecom',
    Status: 'Working - Contacted',
    LeadSource: 'Event',
    Email: 'tomas@orchard.example',
    Phone: '(646) 555-0198',
    Industry: 'Technology',
    Need__c: 'One view of every installer visit',
    Timeline__c: 'Before the spring season',
  }),
  lead(LEADS.ninaKowalski, {
    Name: 'Nina Kowalski',
    Company: 'Pinewood Foods',
    Status: 'Working - Contacted',
    LeadSource: 'Partner Referral',
    Email: 'nina@pinewood.example',
    Phone: '(503) 555-0177',
    Industry: 'Agriculture',
    Budget__c: 'Approved for the coming year',
    Authority__c: 'Signs up to 80,000 herself',
    Need__c: 'Recalls traced within the hour',
    Timeline__c: 'Audit in April',
  }),
];
