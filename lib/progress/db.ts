/** Contract of the local database `handrail` (Dexie). No CRM field value is ever stored here; stage names and record ids are. */
import type { RecordRef } from '../crm/adapter';
import type { Pack } from '../pack/schema';

/** `salesforce|acme.lightning.force.com|Opportunity|006…` */
export type RecordKey = string;
export declare function recordKey(record: RecordRef): RecordKey;

export interface PackRow {
  id: string;
  version: string;
  pack: Pack;
  source: 'starter' | 'file';
  addedAt: number;
  /** 1 for the pack in use. IndexedDB cannot index booleans. */
  active: 0 | 1;
}

/** A rep's mark on one step of one record. Absent: never touched. */
export interface TickRow {
  record: RecordKey;
  pack: string;
  step: string;
  state: 'done' | 'na' | 'open';
  reason?: string;
  at: number;
}

/** An override that is not made good yet. */
export interface DebtRow {
  id: string;
  record: RecordKey;
  pack: string;
  sop: string;
  criterion: string;
  label: string;
  /** Pack stage titles. */
  from: string | null;
  to: string | null;
  reasonCode?: string;
  reasonLabel?: string;
  note?: string;
  openedAt: number;
  state: 'open' | 'met' | 'waived';
  closedAt?: number;
}

/** The stage a record was last seen in, by the CRM's own value. */
export interface SeenRow {
  record: RecordKey;
  stage: string;
  at: number;
}
