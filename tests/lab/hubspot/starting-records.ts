/** What the practice portal holds at the start. */

import { COMPANIES, COMPANY, CONTACT, CONTACTS, DEAL, DEALS, LEAD, LEADS, TICKET, TICKETS } from './records';

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
  const ticket = (objectId: string, hs_pipeline_stage: string, subject: string, values: Record<string, string>) => ({
    objectTypeId: TICKET,
    objectId,
    values: { subject, hs_pipeline: '0', hs_pipeline_stage, hubspot_owner_id: '70001', ...values },
    links: dune,
  });
  const lead = (objectId: string, hs_pipeline_stage: string, hs_lead_name: string, values: Record<string, string>) => ({
    objectTypeId: LEAD,
    objectId,
    values: { hs_lead_name, hs_pipeline: 'lead-pipeline-id', hs_pipeline_stage, hubspot_owner_id: '70001', ...values },
    links: [] as StartingRecord['links'],
  });
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
    ticket(TICKETS.lineStop, '1', 'Line 2 stops after the update', {}),
    ticket(TICKETS.sensorDrift, '1', 'Sensor readings drift overnight', {
      hs_ticket_priority: 'HIGH',
      hs_ticket_category: 'PRODUCT_ISSUE',
      content: 'Zero point moves by 3 % between 22:00 and 5:00',
    }),
    ticket(TICKETS.invoiceCopy, '3', 'Copy of the March invoice', { hs_ticket_priority: 'LOW', hs_ticket_category: 'BILLING_ISSUE' }),
    lead(LEADS.noraLind, 'new-stage-id', 'Nora Lind', { hs_lead_label: 'WARM' }),
    lead(LEADS.omarHaddad, 'attempting-stage-id', 'Omar Haddad', { hs_lead_label: 'HOT', hs_lead_type: 'NEW_BUSINESS' }),
  ];
}
