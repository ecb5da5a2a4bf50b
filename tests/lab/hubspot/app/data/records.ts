/** The records the page has loaded, shared by everything on screen. A save shows at once and is taken back when it fails. */

import { useSyncExternalStore } from 'react';

export interface RecordKey {
  objectTypeId: string;
  objectId: string;
}

export type Values = Readonly<Record<string, string>>;

let records: ReadonlyMap<string, Values> = new Map();
const listeners = new Set<() => void>();

const keyOf = ({ objectTypeId, objectId }: RecordKey): string => `${objectTypeId}/${objectId}`;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Lays values over what is known of a record. */
export function putRecord(key: RecordKey, values: Values): void {
  records = new Map(records).set(keyOf(key), { ...records.get(keyOf(key)), ...values });
  for (const listener of listeners) listener();
}

/** What is known of a record; undefined before it is loaded. */
export function knownRecord(key: RecordKey): Values | undefined {
  return records.get(keyOf(key));
}

/** As `knownRecord`, and the component renders again when it changes. */
export function useRecord(key: RecordKey): Values | undefined {
  return useSyncExternalStore(subscribe, () => records.get(keyOf(key)));
}

/** All loaded records, by key; renders again on every change. */
export function useRecordLookup(): (key: RecordKey) => Values | undefined {
  const all = useSyncExternalStore(subscribe, () => records);
  return (key) => all.get(keyOf(key));
}
