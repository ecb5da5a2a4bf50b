/** Whatever a page sends: both wires neither throw nor waver, do no more work than the text is long, and never take a read for a move. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Watch, Wire, WireMove, WireRequest } from '../../../../lib/crm/adapter';
import { hubspotWire } from '../../../../lib/crm/hubspot/wire';
import { salesforceWire } from '../../../../lib/crm/salesforce/wire';
import * as hub from './hubspot/requests';
import { action, boxcar, OPPORTUNITY, ORG, OTHER, update, WATCH, type Action } from './salesforce/wire-shapes';

afterEach(() => vi.restoreAllMocks());

const mutation = `mutation M { uiapi { OpportunityUpdate(input: { Id: "${OPPORTUNITY}", Opportunity: { StageName: "Closed Won" } }) { success } } }`;
const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ Id: at % 2 ? OPPORTUNITY : OTHER, StageName: `Stage ${at}` }));
const rest = (body: unknown): WireRequest => ({
  method: 'PATCH',
  url: `https://${ORG}/services/data/v66.0/ui-api/records/${OPPORTUNITY}`,
  body: JSON.stringify(body),
});
const put = (body: unknown) => hub.send('PUT', `${hub.api}/inbounddb-objects/v1/crm-objects/0-3/7${hub.query}`, body);
const batch = (operations: unknown) => hub.send('POST', hub.graphqlUrl, operations);

interface Subject {
  wire: Wire;
  watch: Watch;
  /** Saves as the CRM's pages send them. */
  saves: readonly WireRequest[];
  /** Puts any JSON where a save has its own. */
  carrying: (json: unknown) => WireRequest[];
  /** Saves of some thousand parts, by what there is much of. */
  large: Record<string, (count: number) => WireRequest>;
}

const save = (id: string, fields: Record<string, unknown>) => action('1;a', 'updateRecord', update(id, fields));

const subjects: Record<string, Subject> = {
  Salesforce: {
    wire: salesforceWire,
    watch: WATCH,
    saves: [
      boxcar(save(OPPORTUNITY, { StageName: 'Closed Won', NextStep: 'Call 100 % + "more"' }), save(OTHER, { StageName: 'Qualification' })),
      boxcar(action('1;a', 'execute', { method: 'saveRows', params: { rows: JSON.stringify(rows(3)) } })),
      boxcar(action('1;a', 'executeGraphQL', { queryInput: { query: mutation, variables: {} } })),
      rest({ apiName: 'Opportunity', fields: { Id: OPPORTUNITY, StageName: 'Closed Won' } }),
    ],
    carrying: (json) => [
      boxcar(action('1;a', 'save', json)),
      boxcar(action('1;a', 'save', { recordId: OPPORTUNITY, rows: JSON.stringify(json) })),
      rest(json),
    ],
    large: {
      actions: (count) => boxcar(...rows(count).map(({ Id, StageName }) => save(Id, { StageName }))),
      fields: (count) =>
        boxcar(save(OPPORTUNITY, { StageName: 'x', ...Object.fromEntries(Array.from({ length: count }, (_, at) => [`F${at}`, at])) })),
      numbers: (count) =>
        boxcar(action('1;a', 'save', { recordId: OPPORTUNITY, StageName: 'x', list: Array.from({ length: count }, () => 0) })),
      'rows in a text': (count) => boxcar(action('1;a', 'save', { rows: JSON.stringify(rows(count)) })),
      depth: (count) => boxcar(action('1;a', 'save', { StageName: nested(count, OPPORTUNITY) })),
    },
  },
  HubSpot: {
    wire: hubspotWire,
    watch: hub.watch,
    saves: [
      batch([hub.operation('7', { dealstage: 'closedwon', hs_next_step: 'Call 100 % + "more"' }), hub.operation('8', { amount: '1' })]),
      put([{ name: 'dealstage', value: 'closedwon' }]),
      put({ properties: { dealstage: { value: 'closedwon' } } }),
    ],
    carrying: (json) => [put(json), batch([{ variables: json, query: hub.mutationText }])],
    large: {
      operations: (count) => batch(rows(count).map((_, at) => hub.operation(String(at), { dealstage: 'closedwon' }))),
      properties: (count) => put(Array.from({ length: count }, (_, at) => ({ name: at ? `p${at}` : 'dealstage', value: 'x' }))),
      keys: (count) =>
        put({ properties: { dealstage: 'x', ...Object.fromEntries(Array.from({ length: count }, (_, at) => [`p${at}`, 'x'])) } }),
      depth: (count) => put({ dealstage: nested(count, '7') }),
    },
  },
};

/** Built as a text: nothing that recurses would come back from it. */
function nested(depth: number, id: string): unknown {
  return JSON.parse(`${'{"properties":'.repeat(depth)}{"Id":"${id}"}${'}'.repeat(depth)}`);
}

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'value', 'name', 'property', 'properties', 'variables'];
const RECORD = [
  'query',
  'url',
  'body',
  'recordId',
  'id',
  'Id',
  'leadId',
  'apiName',
  'fields',
  'objectId',
  'objectTypeId',
  'StageName',
  'Status',
  'dealstage',
];
const LEAVES = [
  OPPORTUNITY,
  OTHER,
  '7',
  '0-3',
  'Opportunity',
  'dealstage',
  'Closed Won',
  mutation,
  '{"StageName":',
  '[',
  '',
  0,
  -1.5,
  true,
  null,
];

/** Trees of the names that the wires look for and of those that every object has. A text may hold another tree. */
const tree = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constantFrom(...LEAVES),
    fc.string(),
    fc.dictionary(fc.constantFrom(...NAMES, ...RECORD), tie('node'), { maxKeys: 6 }),
    fc.array(tie('node'), { maxLength: 4 }),
    tie('node').map((node) => JSON.stringify(node)),
  ),
})).node;

/** A real body, cut off, or with any text in the middle of it. */
const damaged = (saves: readonly WireRequest[]) =>
  fc
    .tuple(
      fc.constantFrom(...saves),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('%', '%E0%A4%A', '&message=', '{"', '\\')),
      fc.boolean(),
    )
    .map(([request, share, text, whole]) => {
      const at = Math.floor(request.body.length * share);
      return { ...request, body: request.body.slice(0, at) + text + (whole ? request.body.slice(at) : '') };
    });

/** Everything that the wire says of a request, as the gate asks for it. */
function told({ wire, watch }: Subject, request: WireRequest): { moves: WireMove[]; parts: unknown } {
  const moves = wire.movesIn(request, watch);
  const parts = moves[0] ? wire.split(request, moves) : null;
  return {
    moves,
    parts: parts && { ...parts, merge: [parts.merge('', ''), parts.merge('{}', '[]'), parts.merge('[1]', '{"actions":[]}')] },
  };
}

/** How much is looked at in what was parsed: keys listed, properties read, and the characters that were parsed. */
function workOf(run: () => void): number {
  let work = 0;
  const parse = JSON.parse;
  const watched = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    return new Proxy(value, {
      get(target, key) {
        work++;
        return watched(Reflect.get(target, key));
      },
      ownKeys(target) {
        const keys = Reflect.ownKeys(target);
        work += keys.length;
        return keys;
      },
    });
  };
  const spy = vi.spyOn(JSON, 'parse').mockImplementation((text: string) => {
    work += text.length;
    return watched(parse(text));
  });
  run();
  spy.mockRestore();
  return work;
}

describe.each(Object.entries(subjects))('%s', (crm, subject) => {
  const { wire, watch, saves, carrying, large } = subject;

  it('knows its own saves', () => {
    for (const request of saves) expect(wire.movesIn(request, watch).length).toBeGreaterThan(0);
  });

  it.each([
    ['any text', fc.tuple(fc.constantFrom(...saves), fc.string({ unit: 'binary' })).map(([request, body]) => [{ ...request, body }])],
    [
      'any address and method',
      fc.tuple(fc.constantFrom(...saves), fc.string(), fc.webUrl()).map(([request, method, url]) => [
        { ...request, method },
        { ...request, url },
        { ...request, url: method },
      ]),
    ],
    ['damaged saves', damaged(saves).map((request) => [request])],
    ['any JSON', tree.map(carrying)],
  ])('never throws and never wavers on %s', (_, requests: fc.Arbitrary<WireRequest[]>) => {
    fc.assert(
      fc.property(requests, (all) => {
        for (const request of all) {
          const first = told(subject, request);
          expect(told(subject, request)).toEqual(first);
          for (const { record, to, field, values } of first.moves) {
            expect([record.crm, typeof record.object, typeof record.id, typeof to]).toEqual([
              crm.toLowerCase(),
              'string',
              'string',
              'string',
            ]);
            expect(watch.stageFields).toContain(field);
            expect(Object.values(values).filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does no more work than the text is long', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          tree.map(carrying),
          damaged(saves).map((request) => [request]),
        ),
        (all) => {
          for (const request of all)
            expect(workOf(() => wire.movesIn(request, watch))).toBeLessThanOrEqual(50 * (request.body.length + 10));
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(Object.entries(large))('does four times the work on four times the %s', (_, make) => {
    const few = workOf(() => wire.movesIn(make(500), watch));
    const many = workOf(() => wire.movesIn(make(2000), watch));
    expect(few).toBeGreaterThan(500);
    expect(many / few).toBeLessThan(4.5);
  });
});

describe('a read is never a move', () => {
  const never = (wire: Wire, watch: Watch, reads: fc.Arbitrary<WireRequest>) =>
    fc.assert(
      fc.property(reads, (request) => {
        expect(wire.movesIn(request, watch)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  /** Any JSON, in the company of a record and a stage. */
  const company = tree.map((json) => ({ recordId: OPPORTUNITY, objectId: '7', StageName: 'Closed Won', dealstage: 'closedwon', json }));

  it('in Salesforce, by an action or a method that says that it reads, or that may not write', () => {
    const verb = fc.constantFrom('get', 'query', 'search', 'find', 'load', 'fetch', 'is', 'has');
    const name = fc.tuple(verb, fc.constantFrom('', 'RecordWithFields', 'Duplicates', '2', '_all')).map((parts) => parts.join(''));
    never(
      salesforceWire,
      WATCH,
      fc.tuple(name, company).map(([what, params]) => boxcar(action('1;a', what, params))),
    );
    never(
      salesforceWire,
      WATCH,
      fc.tuple(name, company).map(([method, params]) => boxcar(action('1;a', 'execute', { method, params }))),
    );
    never(
      salesforceWire,
      WATCH,
      company.map((params) => boxcar(action('1;a', 'execute', { method: 'run', cacheable: true, params }))),
    );
  });

  it('in Salesforce, by a query or a composite of reads', () => {
    const head = fc.constantFrom(
      'query Q',
      'query Q($StageName: Picklist)',
      '',
      '# mutation\nquery Q',
      'fragment F on Opportunity { Id } query Q',
    );
    const filter = fc
      .tuple(fc.constantFrom('eq', 'ne', 'like'), fc.string())
      .map(([operator, value]) => `{ ${operator}: ${JSON.stringify(value)} }`);
    const query = fc
      .tuple(head, filter, company)
      .map(([start, test, variables]) => ({
        query: `${start} { uiapi { query { Opportunity(where: { StageName: ${test} }) { edges { node { Id StageName { value } } } } } } }`,
        variables,
      }));
    never(
      salesforceWire,
      WATCH,
      query.map((queryInput) => boxcar(action('1;a', 'executeGraphQL', { queryInput }))),
    );
    never(
      salesforceWire,
      WATCH,
      query.map((body) => ({ ...rest(body), method: 'POST', url: `https://${ORG}/services/data/v66.0/graphql` })),
    );
    const part = fc.constantFrom(
      `records/${OPPORTUNITY}?fields=Opportunity.StageName`,
      'list-records/Opportunity/All',
      'predupe',
      'object-info/Opportunity',
    );
    const parts = fc.array(part.map((path) => ({ url: `/services/data/v66.0/ui-api/${path}`, referenceId: 'StageName' })));
    never(
      salesforceWire,
      WATCH,
      parts.map((compositeRequest) => boxcar(action('1;a', 'executeAggregateUi', { input: { compositeRequest } }))),
    );
    never(
      salesforceWire,
      WATCH,
      company.map((body) => ({ ...rest(body), method: 'POST', url: `https://${ORG}/services/data/v66.0/ui-api/predupe` })),
    );
  });

  it('in HubSpot, by a search, a read by ids or a query', () => {
    const filters = fc
      .constantFrom('EQ', 'IN', 'HAS_PROPERTY')
      .map((operator) => ({ filters: [{ property: 'dealstage', operator, value: 'closedwon' }] }));
    const search = fc
      .tuple(filters, fc.constantFrom('filterGroups', 'filters'))
      .map(([group, key]) => ({ ...hub.searchOperation.variables, [key]: [group] }));
    never(
      hubspotWire,
      hub.watch,
      search.map((variables) => batch([{ ...hub.searchOperation, variables }])),
    );
    const path = fc.constantFrom('crm-search/search', 'crm/v3/objects/0-3/search', 'crm/v3/objects/0-3/batch/read');
    never(
      hubspotWire,
      hub.watch,
      fc.tuple(path, search).map(([where, body]) => hub.send('POST', `${hub.api}/${where}${hub.query}`, body)),
    );
  });
});

describe('a batch falls into two parts, and comes together again', () => {
  const kinds = fc.array(fc.constantFrom('read', 'move', 'other'), { minLength: 1, maxLength: 8 });
  const idOf = (at: number) => [OPPORTUNITY, OTHER][at] ?? `006Hs00001BzYw${at}`.slice(0, 15);

  it('in Salesforce: every action in one of them, the moves in the other', () => {
    const sentIn = (body: string) =>
      (JSON.parse(new URLSearchParams(body).get('message') ?? '{"actions":[]}') as { actions: Action[] }).actions;
    const answerTo = (body: string) => JSON.stringify({ actions: sentIn(body).map(({ id }) => ({ id, state: 'SUCCESS' })) });
    fc.assert(
      fc.property(kinds, (all) => {
        const actions = all.map((kind, at) => {
          if (kind === 'read') return action(`${at};a`, 'getRecordWithFields', { recordId: idOf(at), StageName: 'x' });
          return action(
            `${at};a`,
            'updateRecord',
            update(idOf(at), kind === 'move' ? { StageName: 'Closed Won' } : { NextStep: 'StageName' }),
          );
        });
        const request = boxcar(...actions);
        const moves = salesforceWire.movesIn(request, WATCH);
        const parts = salesforceWire.split(request, moves);
        const moving = actions.filter((_, at) => all[at] === 'move');
        if (!parts) {
          expect(moving).toEqual([]);
          return;
        }
        expect(sentIn(parts.moving)).toEqual(moving);
        expect(parts.rest ? sentIn(parts.rest) : []).toEqual(actions.filter((_, at) => all[at] !== 'move'));
        if (!parts.rest) return;
        const merged = JSON.parse(parts.merge(answerTo(parts.rest), answerTo(parts.moving))) as { actions: { id: string }[] };
        expect(merged.actions.map(({ id }) => id).sort()).toEqual(actions.map(({ id }) => id).sort());
      }),
    );
  });

  it('in HubSpot: the answers in the order of the questions', () => {
    fc.assert(
      fc.property(kinds, (all) => {
        const operations = all.map((kind, at) =>
          kind === 'read' ? hub.searchOperation : hub.operation(`${at}`, kind === 'move' ? { dealstage: 'closedwon' } : { amount: '1' }),
        );
        const request = batch(operations);
        const parts = hubspotWire.split(request, hubspotWire.movesIn(request, hub.watch));
        if (!parts?.rest) return;
        const ids = (body: string) => (JSON.parse(body) as { variables: unknown }[]).map(({ variables }) => variables);
        expect(JSON.parse(parts.merge(JSON.stringify(ids(parts.rest)), JSON.stringify(ids(parts.moving))))).toEqual(ids(request.body));
      }),
    );
  });
});
