/** The records of the practice portal in memory, with the history that each property carries on the wire. */

import { startingRecords, USER_EMAIL } from '../records';
import type { StartingRecord } from '../records';

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
  find(objectTypeId: string, objectId: string): StoredRecord | undefined;
  list(objectTypeId: string): StoredRecord[];
  /** Saves the changes as one write. A new stage also sets the day on which it was entered. */
  write(record: StoredRecord, changes: readonly Change[], source: string): void;
}

/** The saved value of a property; '' when it is empty. */
export function currentValue(record: StoredRecord, name: string): string {
  return record.properties.get(name)?.[0]?.value ?? '';
}

/** A store that starts with the records of `records.ts`. `now` gives milliseconds since 1970. */
export function createStore(now: () => number): Store {
  let records = new Map<string, StoredRecord>();
  const keyOf = (objectTypeId: string, objectId: string): string => `${objectTypeId}/${objectId}`;

  function put(record: StoredRecord, name: string, value: string, source: string): void {
    const version: PropertyVersion = { name, value, timestamp: now(), source, sourceId: source === 'CRM_UI' ? USER_EMAIL : '' };
    record.properties.set(name, [version, ...(record.properties.get(name) ?? [])]);
  }

  function write(record: StoredRecord, changes: readonly Change[], source: string): void {
    for (const { name, value } of changes) {
      const isNewStage = name === 'dealstage' && currentValue(record, name) !== value;
      put(record, name, value, source);
      if (isNewStage) put(record, 'hs_v2_date_entered_current_stage', String(now()), 'CALCULATED');
    }
  }

  function reset(): void {
    records = new Map();
    for (const { objectTypeId, objectId, values, links } of startingRecords(now())) {
      const record: StoredRecord = { objectTypeId, objectId, properties: new Map(), links };
      for (const [name, value] of Object.entries(values)) put(record, name, value, 'IMPORT');
      records.set(keyOf(objectTypeId, objectId), record);
    }
  }

  reset();
  return {
    reset,
    write,
    find: (objectTypeId, objectId) => records.get(keyOf(objectTypeId, objectId)),
    list: (objectTypeId) => [...records.values()].filter((record) => record.objectTypeId === objectTypeId),
  };
}
