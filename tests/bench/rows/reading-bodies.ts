/** What it costs to look into a large body that names a stage: the page waits for it. */
import type { Wire, WireRequest } from '../../../lib/crm/adapter';
import { hubspotWire } from '../../../lib/crm/hubspot/wire';
import { salesforceWire } from '../../../lib/crm/salesforce/wire';
import { OPPORTUNITIES } from '../../lab/salesforce/records';
import { interleave, type Measurement, type Row } from '../row';

const SIZE = 256_000;
const TIMES = 60;
const WARM_UP = 30;
/** Each sample is the best of so many: what else the machine does is not the wire's cost. */
const BEST_OF = 5;
const BUDGET_MS = 2;

const ORG = 'https://acme.lightning.force.com';
const { acmeExpansion: ID } = OPPORTUNITIES;

function boxcar(...actions: { name: string; params: object }[]): WireRequest {
  const sent = actions.map(({ name, params }, at) => ({
    id: `${at};a`,
    descriptor: `aura://RecordUiController/ACTION$${name}`,
    callingDescriptor: 'UNKNOWN',
    params,
  }));
  const form = new URLSearchParams({ message: JSON.stringify({ actions: sent }), 'aura.context': '{"mode":"PROD"}', 'aura.token': 'x' });
  return { method: 'POST', url: `${ORG}/aura?r=1`, body: form.toString() };
}

const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const prose = (count: number) => 'They asked for “a date”, twice; 40 % of it is done. '.repeat(count);

const update = (fields: object) => ({
  name: 'updateRecord',
  params: { recordId: ID, recordInput: { apiName: 'Opportunity', fields: { Id: ID, ...fields } }, clientOptions: {} },
});
const graphql = (query: string) => boxcar({ name: 'executeGraphQL', params: { queryInput: { operationName: 'Q', query, variables: {} } } });

const hubspot = (path: string, sent: unknown): WireRequest => ({
  method: 'POST',
  url: `https://app.hubspot.com/api/${path}?portalId=4242`,
  body: JSON.stringify(sent),
});
const operation = (objectId: number) => ({
  operationName: 'UpdateCrmObjectProperties',
  variables: {
    propertyUpdatesInput: { objectType: '0-3', objectId: `${objectId}`, properties: [{ name: 'dealstage', value: 'closedwon' }] },
  },
  query: 'mutation UpdateCrmObjectProperties($it: Input!) { updateCrmObjectProperties(input: $it) { updatedObject { id } } }',
});

interface Body {
  what: string;
  wire: Wire;
  /** A request with `count` parts. */
  make: (count: number) => WireRequest;
  /** Whether it makes a move. */
  moves: boolean;
}

const salesforce = (what: string, moves: boolean, make: Body['make']): Body => ({
  what: `Salesforce, ${what}`,
  wire: salesforceWire,
  moves,
  make,
});
const hub = (what: string, moves: boolean, make: Body['make']): Body => ({ what: `HubSpot, ${what}`, wire: hubspotWire, moves, make });

const BODIES: readonly Body[] = [
  salesforce('a boxcar of reads', false, (count) =>
    boxcar(...times(count, () => ({ name: 'getRecordWithFields', params: { recordId: ID, fields: ['Opportunity.StageName'] } }))),
  ),
  salesforce('a list read', false, (count) =>
    boxcar({ name: 'postListRecordsByName', params: { fields: times(count, (at) => `Opportunity.Field${at}__c`), sortBy: ['StageName'] } }),
  ),
  salesforce('a GraphQL query', false, (count) =>
    graphql(
      `{ uiapi { query { ${'Opportunity(where: {StageName: {eq: "Won"}}) { edges { node { Id StageName { value } } } } '.repeat(count)}} } }`,
    ),
  ),
  salesforce('a save with a long text', true, (count) => boxcar(update({ StageName: 'Closed Won', Description: prose(count) }))),
  salesforce('a save over REST with a long text', true, (count) => ({
    method: 'PATCH',
    url: `${ORG}/services/data/v66.0/ui-api/records/${ID}`,
    body: JSON.stringify({ fields: { StageName: 'Closed Won', Description: prose(count) } }),
  })),
  salesforce('a save of very many fields', true, (count) =>
    boxcar(update({ StageName: 'Closed Won', ...Object.fromEntries(times(count, (at) => [`Field${at}__c`, 'A value'])) })),
  ),
  salesforce('stage changes, one action each', true, (count) => boxcar(...times(count, (at) => update({ StageName: `Stage ${at}` })))),
  salesforce('stage changes, rows as JSON in a text', true, (count) =>
    boxcar({
      name: 'execute',
      params: { method: 'saveRows', params: { rows: JSON.stringify(times(count, () => ({ Id: ID, StageName: 'Won' }))) } },
    }),
  ),
  salesforce('stage changes, a mutation’s text', true, (count) =>
    graphql(
      `mutation { uiapi { ${`OpportunityUpdate(input: {Id: "${ID}", Opportunity: {StageName: "Won"}}) { success } `.repeat(count)}} }`,
    ),
  ),
  hub('a search', false, (count) =>
    hubspot('crm-search/search', {
      objectTypeId: '0-3',
      filterGroups: times(count, (at) => ({ filters: [{ property: 'dealstage', operator: 'EQ', value: `${at}` }] })),
    }),
  ),
  hub('a save with a long text', true, (count) =>
    hubspot('inbounddb-objects/v1/crm-objects/0-3/7', [
      { name: 'dealstage', value: 'closedwon' },
      { name: 'description', value: prose(count) },
    ]),
  ),
  hub('a save of very many properties', true, (count) =>
    hubspot('inbounddb-objects/v1/crm-objects/0-3/7', [
      { name: 'dealstage', value: 'x' },
      ...times(count, (at) => ({ name: `field_${at}`, value: 'A value' })),
    ]),
  ),
  hub('a bulk edit by ids', true, (count) =>
    hubspot('inbounddb-objects/v1/crm-objects/0-3/batch', {
      objectIds: times(count, (at) => 1_000_000 + at),
      properties: [{ name: 'dealstage', value: 'x' }],
    }),
  ),
  hub('stage changes, one operation each', true, (count) => hubspot('graphql/crm', times(count, operation))),
];

/** As many parts as make a body of `SIZE`, or a little less. */
function large({ make, moves, wire, what }: Body): WireRequest {
  const [none, some] = [make(1).body.length, make(101).body.length];
  const request = make(Math.floor(((SIZE - none) * 100) / (some - none)));
  const found = wire.movesIn(request, { stageFields: wire.stageFields }).length;
  if (found > 0 !== moves) throw new Error(`${what}: ${found} moves.`);
  return request;
}

/** What no wire can do without: the same text decoded and parsed. */
function parsed({ body }: WireRequest): unknown {
  return JSON.parse(body.startsWith('message=') ? (new URLSearchParams(body).get('message') ?? '') : body);
}

function timed(run: () => unknown): number {
  const took = times(BEST_OF, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...took);
}

async function measure(): Promise<Row[]> {
  const cases = BODIES.flatMap((body) => {
    const { wire, what } = body;
    const request = large(body);
    const size = `${(request.body.length / 1000).toFixed(0)} kB`;
    const moves = {
      what: `${what}, ${size}`,
      run: () => wire.movesIn(request, { stageFields: wire.stageFields }),
      samples: [] as number[],
      budget: BUDGET_MS,
    };
    const bare = { what: `  the same, decoded and parsed only`, run: () => parsed(request), samples: [] as number[], budget: undefined };
    return [moves, bare];
  });
  for (const { run } of cases) times(WARM_UP, run);
  await interleave(cases, TIMES, async ({ run, samples }) => {
    samples.push(timed(run));
  });
  return cases.map(({ what, samples, budget }): Row => ({
    what,
    unit: 'ms',
    samples,
    by: 'median',
    ...(budget !== undefined && { budget }),
  }));
}

export const readingBodies: Measurement = {
  what: 'Looking into a large body that names a stage',
  budget: '2 ms for 256 kB at the median',
  how:
    'in Node, the same engine as the browser’s: `movesIn` of both wires on bodies of 256 kB; each sample is the best of five. Beside each stands what it costs to decode ' +
    'and parse the same text, without which no move can be told. A boxcar of reads alone is not even parsed. The bodies with hundreds of stage changes are no page’s: a ' +
    'list saves 200 rows at most, which is a fifth of that.',
  measure,
};
