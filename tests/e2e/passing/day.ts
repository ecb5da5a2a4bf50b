/** A day of a rep's requests, made up from a seed: reads, searches that name stages, edits of other fields, telemetry, uploads. None is a move. */

export interface Request {
  by: 'XMLHttpRequest' | 'fetch';
  /** How fetch is called: with an address, or with a Request. */
  as: 'address' | 'Request';
  method: string;
  url: string;
  headers: [string, string][];
  responseType: XMLHttpRequestResponseType;
  /** Null for none. */
  text: string | null;
  form: 'text' | 'parameters' | 'form' | 'Blob' | 'bytes';
}

/** True of a body that can only be read later, which the gate does where the CRM keeps its records: such a request may be overtaken by others. */
export function isReadLate({ by, as, method, url, text, form }: Request): boolean {
  if (!text || !/^P/.test(method) || !/crm-objects|crm-search|graphql|crm\/v3\/objects/.test(url)) return false;
  return form === 'Blob' || (by === 'fetch' && as === 'Request');
}

type Random = () => number;

/** A small generator with a long period (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const STAGES = ['dealstage', 'hs_pipeline_stage', 'lifecyclestage', 'hs_lead_status'];
const FIELDS = ['amount', 'dealname', 'hs_next_step', 'description', 'closedate'];
const WORDS = ['Näher', 'quote', 'call', '20 %', '”later”', 'a&b=c', '\n', '日本', 'dealstage of the', 'closedwon'];

function pick<T>(random: Random, from: readonly [T, ...T[]] | readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}
const id = (random: Random) => String(1 + Math.floor(random() * 9e8));
const words = (random: Random, count: number) => Array.from({ length: count }, () => pick(random, WORDS)).join(' ');

function search(random: Random): string {
  const filters = Array.from({ length: 1 + Math.floor(random() * 4) }, () => ({
    property: pick(random, STAGES),
    operator: pick(random, ['EQ', 'IN', 'NEQ']),
    value: pick(random, ['closedwon', 'closedlost', '12345']),
  }));
  return JSON.stringify({
    objectTypeId: '0-3',
    filterGroups: [{ filters }],
    properties: [...STAGES, ...FIELDS],
    count: 25,
    query: words(random, 3),
  });
}

function query(random: Random): string {
  const fields = `query Q($filterGroups: [F!]) { crmObjectsSearch(filterGroups: $filterGroups) { results { id ${pick(random, STAGES)} } } }`;
  const one = () => ({ operationName: 'CrmObjectsSearchQuery', variables: JSON.parse(search(random)) as unknown, query: fields });
  return JSON.stringify(Array.from({ length: 1 + Math.floor(random() * 6) }, one));
}

const edit = (random: Random) => JSON.stringify([{ name: pick(random, FIELDS), value: words(random, 1 + Math.floor(random() * 40)) }]);
const ids = (random: Random) => JSON.stringify({ ids: Array.from({ length: 20 }, () => id(random)), properties: STAGES });
const marks = (random: Random) =>
  JSON.stringify(
    Array.from({ length: Math.floor(random() * 200) }, (_, at) => ({ at, what: words(random, 2), on: `change-${pick(random, STAGES)}` })),
  );

const deal = (random: Random) => `/api/inbounddb-objects/v1/crm-objects/0-3/${id(random)}`;

/** Where requests go, how, and with what. Those that save go to the same addresses as saves of a stage do. */
const KINDS: readonly ((random: Random) => Pick<Request, 'method' | 'url' | 'text'>)[] = [
  (random) => ({ method: 'GET', url: `${deal(random)}?includeAllProperties=true&stage=dealstage`, text: null }),
  () => ({ method: 'GET', url: '/api/properties/v4/groups/0-3/properties', text: null }),
  (random) => ({ method: 'POST', url: '/api/crm-search/search', text: search(random) }),
  (random) => ({ method: 'POST', url: '/api/graphql/crm', text: query(random) }),
  (random) => ({ method: 'PUT', url: deal(random), text: edit(random) }),
  (random) => ({ method: 'PATCH', url: `/api/crm/v3/objects/deals/${id(random)}`, text: edit(random) }),
  (random) => ({ method: 'POST', url: '/api/crm/v3/objects/deals/batch/read', text: ids(random) }),
  (random) => ({ method: 'POST', url: '/api/metrics/v1/frontend/send', text: marks(random) }),
  (random) => ({ method: 'POST', url: '/api/files/v3/upload', text: words(random, 400) }),
  (random) => ({ method: 'DELETE', url: `/api/crm/v3/objects/notes/${id(random)}`, text: null }),
  () => ({ method: 'HEAD', url: '/api/status', text: null }),
  () => ({ method: 'POST', url: '/api/presence/v1/dealstage', text: '' }),
];

/** The day's requests in their order; each has its number in its address. */
export function dayOf(seed: number, count: number): Request[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, number) => {
    const { method, url, text } = pick(random, KINDS)(random);
    const headers: [string, string][] = random() < 0.7 ? [['x-hubspot-csrf-hubspotapi', id(random)]] : [];
    if (random() < 0.5) headers.push(['accept', 'application/json, text/javascript, */*; q=0.01']);
    if (text && random() < 0.5) headers.push(['content-type', 'application/json']);
    return {
      by: random() < 0.6 ? 'XMLHttpRequest' : 'fetch',
      as: random() < 0.3 ? 'Request' : 'address',
      method,
      url: `${url}${url.includes('?') ? '&' : '?'}portalId=4242&n=${number}`,
      headers,
      responseType: pick(random, ['', '', '', 'text', 'json', 'blob', 'arraybuffer']),
      text,
      form: random() < 0.75 ? 'text' : pick(random, ['parameters', 'form', 'Blob', 'bytes']),
    };
  });
}
