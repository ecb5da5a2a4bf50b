/** What the worker's tests share: the starter pack in use in a database of its own, and held saves on the lab's opportunity. */
import { readFileSync } from 'node:fs';
import type { Reading, RecordRef, Value, WireMove } from '../../../../lib/crm/adapter';
import type { Held } from '../../../../lib/messages/protocol';
import { indexPack, parsePack } from '../../../../lib/pack/load';
import type { HandrailDb } from '../../../../lib/progress/db';
import { activatePack, addPack } from '../../../../lib/progress/packs';
import type { Moment } from '../../../../lib/worker/case';
import { newDb, stamp } from '../progress/fixtures';

export const STARTER_FILE = readFileSync('public/packs/b2b-sales-cycle.json', 'utf8');
export const starter = await parsePack(STARTER_FILE);
export const index = indexPack(starter);

export const opportunity: RecordRef = {
  crm: 'salesforce',
  org: 'acme.lightning.force.com',
  object: 'Opportunity',
  id: '006000000000001AAA',
};
export const other: RecordRef = { ...opportunity, id: '006000000000002AAA' };
export const unsaved: RecordRef = { ...opportunity, id: '' };
export const everyMatching: RecordRef = { ...opportunity, id: '*' };
export const deal: RecordRef = { crm: 'hubspot', org: '4242', object: 'deal', id: '77' };

export const moment: Moment = { now: Date.UTC(2026, 10, 22, 9), timeZone: 'UTC' };

export function reading(field: string, value: Value, change: Partial<Reading> = {}): Reading {
  return { record: opportunity, field, value, source: 'wire', at: 1, ...change };
}

/** The criteria of Discovery that want a reason: the budget, the buyer and the timeline. */
export const ready = (record = opportunity): Reading[] =>
  [
    reading('Budget_Confirmed__c', true),
    reading('Economic_Buyer__c', 'Ada'),
    reading('Decision_Timeline__c', 'By June'),
    reading('Identified_Pain__c', 'Late invoices'),
  ].map((one) => ({ ...one, record }));

/** From Discovery, with nothing of it settled unless `readings` say so, to where `to` says. */
export function moveTo(to: string, change: Partial<WireMove> = {}): WireMove {
  return { record: opportunity, field: 'StageName', to, values: {}, ...change };
}

const IDS = ['0', '1', '2', '3', '4', '5'].map((digit) => `0b8f2c1e-5a7d-4c3b-9e21-7f6a5d4c3b2${digit}`);
export const DEMO = 'Value Proposition';

export function heldOf(moves: WireMove[], readings: Reading[] = [reading('StageName', 'Needs Analysis')], id = 0): Held {
  return { id: IDS[id] ?? '', moves, readings, names: moves.map(() => null), splits: false };
}

/** Runs at once what the worker does once its answer is out. */
export function afterwards(): { later: (write: () => Promise<void>) => void; done: () => Promise<unknown> } {
  const writes: Promise<void>[] = [];
  return { later: (write) => void writes.push(write()), done: () => Promise.all(writes) };
}

export async function dbInUse(disk?: IDBFactory): Promise<HandrailDb> {
  const db = newDb(disk);
  await addPack(db, starter, { source: 'starter', layer: 'personal' }, stamp());
  await activatePack(db, starter.id, starter.version, stamp());
  return db;
}

/** The journal without what putting the pack to use wrote. */
export async function journal(db: HandrailDb) {
  return (await db.journal.toArray()).filter(({ type }) => type !== 'pack-added' && type !== 'pack-activated');
}
