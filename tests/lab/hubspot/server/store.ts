/** The records of the practice portal in memory, with the history that each property carries on the wire. */

import { CONTACT, STAGE_FIELDS, USER_EMAIL } from '../records';
import { quietDeals } from '../quiet-deals';
import { startingRecords } from '../starting-records';
import type { StartingRecord } from '../starting-records';

/** One value of a property as it was set at one time; `timestamp` in milliseconds since 1970. */
interface PropertyVersion {
  name: string;
  value: string;
  timestamp: number;
  source: string;
  sourceId: string;
}

export interface StoredRecord {
  objectTypeId: string;
  objectId: string;
  /** Newest version first, by property name. */
  properties: Map<string, PropertyVersion[]>;
  links: StartingRecord['links'];
}

export interface Change {
  name: string;
  value: string;
}

export interface Store {
  reset(): void;
  /** Adds deals that nobody tells a story about, until there are `count`. */
  fill(count: number): void;
  find(objectTypeId: string, objectId: string): StoredRecord | undefined;
  list(objectTypeId: string): StoredRecord[];
  /** Saves the changes as one write. A new stage also sets the day on which it was entered. */
  write(record: StoredRecord, changes: readonly Change[], source: string): void;
  create(objectTypeId: string, changes: readonly Change[], source: string): StoredRecord;
}

/** The saved value of a property; '' when it is empty. A contact's full name is made of its parts, as HubSpot does. */
export function currentValue(record: StoredRecord, name: string): string {
  const valueOf = (each: string): string => record.properties.get(each)?.[0]?.value ?? '';
  if (record.objectTypeId !== CONTACT || name !== 'hs_full_name_or_email') return valueOf(name);
  return [valueOf('firstname'), valueOf('lastname')].filter(Boolean).join(' ') || valueOf('email');
}

/** A store that starts with the records of `starting-records.ts`. `now` gives milliseconds since 1970. */
export function createStore(now: () => number): Store {
  let records = new Map<string, StoredRecord>();
  let lastId = 0;
  const keyOf = (objectTypeId: string, objectId: string): string => `${objectTypeId}/${objectId}`;

  function put(record: StoredRecord, name: string, value: string, source: string): void {
    const version: PropertyVersion = { name, value, timestamp: now(), source, sourceId: source === 'CRM_UI' ? USER_EMAIL : '' };
    record.properties.set(name, [version, ...(record.properties.get(name) ?? [])]);
  }

  function add({ objectTypeId, objectId, values, links }: StartingRecord, source: string): StoredRecord {
    const record: StoredRecord = { objectTypeId, objectId, properties: new Map(), links };
    for (const [name, value] of Object.entries(values)) put(record, name, value, source);
    records.set(keyOf(objectTypeId, objectId), record);
    return record;
  }

  function list(objectTypeId: string): StoredRecord[] {
    return [...records.values()].filter((record) => record.objectTypeId === objectTypeId);
  }

  function reset(): void {
    records = new Map();
    lastId = 60_000_000_000;
    for (const record of startingRecords(now())) add(record, 'IMPORT');
  }

  reset();
  return {
    reset,
    list,
    fill(count) {
      for (const deal of quietDeals(count - list('0-3').length, now())) add(deal, 'IMPORT');
    },
    find: (objectTypeId, objectId) => records.get(keyOf(objectTypeId, objectId)),
    write(record, changes, source) {
      for (const { name, value } of changes) {
        const isNewStage = name === STAGE_FIELDS[record.objectTypeId]?.stage && currentValue(record, name) !== value;
        put(record, name, value, source);
        if (isNewStage) put(record, 'hs_v2_date_entered_current_stage', String(now()), 'CALCULATED');
      }
    },
    create(objectTypeId, changes, source) {
      const values = Object.fromEntries(changes.map(({ name, value }) => [name, value]));
      return add({ objectTypeId, objectId: String(++lastId), values, links: [] }, source);
    },
  };
}
