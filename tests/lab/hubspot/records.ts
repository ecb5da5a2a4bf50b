/** What the practice portal holds at the start, and the names by which demos and tests call its records. */

export const PORTAL_ID = '4242';
export const USER_EMAIL = 'robin.vale@acme.example';

/** HubSpot's object type ids (facts/hubspot.md §2). */
export const CONTACT = '0-1';
export const COMPANY = '0-2';
export const DEAL = '0-3';

/** Record ids by name. `alder` is nearly empty, `dune` nearly complete, `fjord` stands in Contract Sent. */
export const DEALS = {
  alder: '18500000001',
  birchwood: '18500000002',
  cobalt: '18500000003',
  dune: '18500000004',
  elmhurst: '18500000005',
  fjord: '18500000006',
  granite: '18500000007',
  harbor: '18500000008',
} as const;

export const COMPANIES = { duneRobotics: '24600000001', fjordEnergy: '24600000002' } as const;

export const CONTACTS = { miraSolberg: '31700000001', tomasReyes: '31700000002' } as const;

/** One record as it is kept: values are text, as on HubSpot's wire; '' is empty. */
export interface StartingRecord {
  objectTypeId: string;
  objectId: string;
  values: Record<string, string>;
  /** Associated records, as `[objectTypeId, objectId]`. */
  links: readonly (readonly [string, string])[];
}

const DAY = 86_400_000;

/**
 * The starting records. Dates lie around `now` (milliseconds since 1970), at midnight UTC as text, so that a demo never grows stale.
 */
export function startingRecords(now: number): StartingRecord[] {
  const day = (offset: number): string => String(Math.floor(now / DAY) * DAY + offset * DAY);
  const deal = (
    objectId: string,
    dealstage: string,
    dealname: string,
    values: Record<string, string>,
    links: StartingRecord['links'] = [],
  ) => ({
    objectTypeId: DEAL,
    objectId,
    values: { dealname, dealstage, pipeline: 'default', hs_v2_date_entered_current_stage: day(-6), ...values },
    links,
  });
  const dune = [[COMPANY, COMPANIES.duneRobotics] as const, [CONTACT, CONTACTS.miraSolberg] as const];
  const fjord = [[COMPANY, COMPANIES.fjordEnergy] as const, [CONTACT, CONTACTS.tomasReyes] as const];
  const duneDeals = [[DEAL, DEALS.alder] as const, [DEAL, DEALS.dune] as const];
  const fjordDeals = [[DEAL, DEALS.fjord] as const, [DEAL, DEALS.granite] as const];
  return [
    deal(DEALS.alder, 'appointmentscheduled', 'Alder Brook pilot', {}, dune),
    deal(DEALS.birchwood, 'appointmentscheduled', 'Birchwood Clinics rollout', {
      hubspot_owner_id: '70001',
      amount: '18500',
      hs_next_step: 'Discovery call with the clinic managers',
    }),
    deal(DEALS.cobalt, 'qualifiedtobuy', 'Cobalt Freight expansion', {
      hubspot_owner_id: '70002',
      amount: '42000',
      closedate: day(55),
      hs_next_step: 'Send the security questionnaire',
      identified_pain: 'Dispatchers key every order twice',
    }),
    deal(
      DEALS.dune,
      'presentationscheduled',
      'Dune Robotics platform',
      {
        hubspot_owner_id: '70001',
        amount: '96000',
        closedate: day(30),
        hs_next_step: 'Demo for the plant leads',
        discount_percent: '5',
        budget_confirmed: 'true',
        decision_timeline: 'Board decides at the end of the quarter',
        metrics: 'Cut line changeovers from 40 to 15 minutes',
        economic_buyer: 'Ida Holm, VP Operations',
        decision_criteria: 'Fits the existing controllers, live in one quarter',
        decision_process: 'Plant trial, security review, board',
        identified_pain: 'Two lines stand still each Monday',
        champion: 'Mira Solberg',
      },
      dune,
    ),
    deal(DEALS.elmhurst, 'decisionmakerboughtin', 'Elmhurst Foods renewal', {
      hubspot_owner_id: '70002',
      amount: '61000',
      closedate: day(18),
      hs_next_step: 'Agree the paper process',
      economic_buyer: 'Lena Park, CFO',
      champion: 'Oskar Lund',
    }),
    deal(
      DEALS.fjord,
      'contractsent',
      'Fjord Energy analytics',
      {
        hubspot_owner_id: '70001',
        amount: '128000',
        hs_next_step: 'Countersigned copy from legal',
        discount_percent: '12',
        budget_confirmed: 'true',
        decision_timeline: 'Signature this month',
        metrics: 'One forecast for 14 sites',
        economic_buyer: 'Nadia Brandt, COO',
        decision_criteria: 'Price per site, data stays in the region',
        champion: 'Tomas Reyes',
        competition: 'Built in house',
      },
      fjord,
    ),
    deal(DEALS.granite, 'closedwon', 'Granite Bank migration', { hubspot_owner_id: '70002', amount: '210000', closedate: day(-9) }, fjord),
    deal(DEALS.harbor, 'closedlost', 'Harbor Logistics trial', {
      hubspot_owner_id: '70001',
      amount: '9500',
      closedate: day(-21),
      closed_lost_reason: 'No decision',
    }),
    {
      objectTypeId: COMPANY,
      objectId: COMPANIES.duneRobotics,
      values: {
        name: 'Dune Robotics',
        domain: 'dune.example',
        industry: 'Machinery',
        lifecyclestage: 'opportunity',
        hubspot_owner_id: '70001',
      },
      links: [...duneDeals, [CONTACT, CONTACTS.miraSolberg]],
    },
    {
      objectTypeId: COMPANY,
      objectId: COMPANIES.fjordEnergy,
      values: {
        name: 'Fjord Energy',
        domain: 'fjord.example',
        industry: 'Utilities',
        lifecyclestage: 'customer',
        hubspot_owner_id: '70001',
      },
      links: [...fjordDeals, [CONTACT, CONTACTS.tomasReyes]],
    },
    {
      objectTypeId: CONTACT,
      objectId: CONTACTS.miraSolberg,
      values: {
        firstname: 'Mira',
        lastname: 'Solberg',
        email: 'mira@dune.example',
        lifecyclestage: 'salesqualifiedlead',
        hs_lead_status: 'CONNECTED',
        hubspot_owner_id: '70001',
      },
      links: [[COMPANY, COMPANIES.duneRobotics], ...duneDeals],
    },
    {
      objectTypeId: CONTACT,
      objectId: CONTACTS.tomasReyes,
      values: {
        firstname: 'Tomas',
        lastname: 'Reyes',
        email: 'tomas@fjord.example',
        lifecyclestage: 'lead',
        hs_lead_status: 'NEW',
        hubspot_owner_id: '70001',
      },
      links: [[COMPANY, COMPANIES.fjordEnergy], ...fjordDeals],
    },
  ];
}
