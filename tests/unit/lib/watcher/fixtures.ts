/** What the watcher's tests share: one opportunity, a page that shows what the test says, and a line to a gate that is played by the test. */
import { vi } from 'vitest';
import type { Page, Reading, RecordRef, Sighting, Value, View, WireMove } from '../../../../lib/crm/adapter';
import type { FromGate, Line, Seen, ToGate } from '../../../../lib/gate/channel';
import type { Card, CardRecord } from '../../../../lib/guard/card';
import type { ToWorker } from '../../../../lib/messages/protocol';

export const ORG = 'acme.lightning.force.com';

export function opportunity(id = '006000000000001AAA', org = ORG): RecordRef {
  return { crm: 'salesforce', org, object: 'Opportunity', id };
}

export const viewOf = (record: RecordRef): View => ({ kind: 'record', record });
export const NOWHERE: View = { kind: 'none', crm: 'salesforce', why: 'other-page' };

export function sighting(field: string, value: Value, record = opportunity(), source: Reading['source'] = 'page'): Sighting {
  return { record, field, value, source };
}

export const move: WireMove = { record: opportunity(), field: 'StageName', to: 'Proposal/Price Quote', values: {} };
export const request = { method: 'POST', url: `https://${ORG}/aura`, body: 'message={}' };

/** A record of a card with one gap, `budget`, that cannot be seen. */
function cardRecord(at: number): CardRecord {
  const gap = { move: at, sop: 'discovery', criterion: 'budget', state: '', label: 'Budget', tag: null, lines: [], fix: null } as const;
  return {
    move: at,
    record: opportunity(`00600000000000${at}AAA`),
    name: '',
    path: '',
    fromUnknown: false,
    gaps: [{ ...gap, lines: [], severity: 'warn', result: 'unknown' }],
  };
}

/** A card that has something open in each of the moves at `open`. */
export function cardWith(...open: number[]): Card {
  const title = { none: '', one: '', many: '' };
  return { about: '', title, notices: [], records: open.map(cardRecord), ready: 0, splits: true, codes: [] };
}

type Said = ToWorker['judge']['answer'];
export const look = { drawing: [], style: '' };
/** The judge has nothing to say. */
export const silence: Said = { card: null, look: null, unseen: [] };
/** The judge finds something open in the only move. */
export const warning: Said = { card: cardWith(0), look, unseen: [] };

/** A page of which the test decides everything. Responses are JSON: the sightings themselves. */
export function stubPage() {
  return {
    locate: vi.fn<Page['locate']>(() => NOWHERE),
    readPage: vi.fn<Page['readPage']>(() => ({ sightings: [], name: null })),
    recordsIn: vi.fn<Page['recordsIn']>((_request, response) => JSON.parse(response) as Sighting[]),
    refuse: vi.fn<Page['refuse']>((_request, _moves, body) => ({ status: 400, statusText: 'Bad Request', headers: {}, body })),
    readOf: vi.fn<Page['readOf']>(() => null),
    addressOf: vi.fn<Page['addressOf']>(({ id }, { origin }) => `${origin}/${id}`),
    nameFields: ['Name'],
    findField: vi.fn<Page['findField']>(() => null),
    tried: ['the highlights panel', 'the path'],
  };
}

export function response(at: number, ...sightings: Sighting[]): Seen {
  return { request: { ...request, method: 'GET' }, response: JSON.stringify(sightings), at };
}

export function fakeLine() {
  const posted: ToGate[] = [];
  let hear: (message: FromGate) => void = () => undefined;
  const line: Line<ToGate, FromGate> = { post: (message) => posted.push(message), hear: (handler) => (hear = handler) };
  return { line, posted, fromGate: (message: FromGate) => hear(message) };
}

/** A promise that the test settles. */
export function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((onDone, onError) => {
    resolve = onDone;
    reject = onError;
  });
  return { promise, resolve, reject };
}
