/** The practice portal's object types, and the names by which demos and tests call its records. */

export const PORTAL_ID = '4242';
export const USER_EMAIL = 'robin.vale@acme.example';

/** HubSpot's object type ids (facts/hubspot.md §2). */
export const CONTACT = '0-1';
export const COMPANY = '0-2';
export const DEAL = '0-3';
export const TICKET = '0-5';
export const LEAD = '0-136';

/** Where each object with a pipeline keeps its stage and its pipeline (facts/hubspot.md §2). */
export const STAGE_FIELDS: Readonly<Record<string, { stage: string; pipeline: string }>> = {
  [DEAL]: { stage: 'dealstage', pipeline: 'pipeline' },
  [TICKET]: { stage: 'hs_pipeline_stage', pipeline: 'hs_pipeline' },
  [LEAD]: { stage: 'hs_pipeline_stage', pipeline: 'hs_pipeline' },
};

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

/** `lineStop` says next to nothing, `sensorDrift` all that one may ask of a ticket. */
export const TICKETS = { lineStop: '40200000001', sensorDrift: '40200000002', invoiceCopy: '40200000003' } as const;

/** `noraLind` is new, `omarHaddad` is being called. */
export const LEADS = { noraLind: '51900000001', omarHaddad: '51900000002' } as const;
