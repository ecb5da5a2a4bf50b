/** The wire half of the HubSpot adapter: runs in the customer's page, so its siblings use nothing but the language. facts/hubspot.md §3. */
import type { Wire } from '../adapter';
import { movesIn } from './moves';
import { split } from './split';

/** Where HubSpot keeps its records (§3.3, §3.6, §3.7). */
const RECORDS = /^[^?]*\/(inbounddb-objects|graphql\/crm|crm-search|crm\/(v\d+\/)?objects|(deals|companies|contacts)\/v\d)\b/;

export const hubspotWire: Wire = {
  stageFields: ['dealstage', 'hs_pipeline_stage', 'lifecyclestage', 'hs_lead_status'],
  mayHoldRecords: (method, url) => /^(GET|P)/i.test(method) && RECORDS.test(url),
  movesIn,
  split,
};
