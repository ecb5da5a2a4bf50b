/** The org's saved records, in memory. */
import { to18 } from '../ids';
import { objectInfo } from '../metadata';
import type { FieldInfo, ObjectInfo } from '../metadata';
import { SEED } from '../records';
import { SERVICE_SEED } from '../records-service';
import type { FieldValue } from '../records';
import { badRequest, notFound, recordFault } from './fault';
import { validate } from './validation';

export interface SavedRecord {
  object: ObjectInfo;
  id: string;
  fields: Record<string, FieldValue>;
  /** Its record type's name; null for the org's only one. */
  recordType: string | null;
  lastModified: Date;
}

const ISO_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const SEEDED_AT = new Date('2026-09-01T09:00:00Z');

export class Store {
  readonly #records = new Map<string, SavedRecord>();
  #created = 0;

  constructor() {
    this.reset();
  }

  reset(): void {
    this.#records.clear();
    this.#created = 0;
    for (const { apiName, id, fields, recordType = null } of [...SEED, ...SERVICE_SEED]) {
      const object = objectInfo(apiName);
      if (object) this.#records.set(id, { object, id, fields: { ...fields }, recordType, lastModified: SEEDED_AT });
    }
  }

  /** By 15- or 18-character id. */
  find(id: string): SavedRecord | undefined {
    return this.#records.get(to18(id));
  }

  list(apiName: string): SavedRecord[] {
    return [...this.#records.values()].filter((record) => record.object.apiName === apiName);
  }

  /** Saves `fields` over the record, or throws the org's refusal and saves nothing. */
  update(id: string, fields: Readonly<Record<string, unknown>>): SavedRecord {
    const record = this.find(id);
    if (!record) throw notFound(id);
    const after = { ...record.fields, ...coerceAll(record.object, fields) };
    refuseInvalid(record.object, after);
    record.fields = after;
    record.lastModified = new Date();
    return record;
  }

  create(apiName: string, fields: Readonly<Record<string, unknown>>): SavedRecord {
    const object = objectInfo(apiName);
    if (!object) throw notFound(apiName);
    const after = coerceAll(object, fields);
    refuseInvalid(object, after);
    const number = String(++this.#created).padStart(5, '0');
    for (const [name, { autoNumber }] of Object.entries(object.fields)) if (autoNumber) after[name] = number;
    const id = to18(`${object.keyPrefix}Hr00009${number}`);
    const record = { object, id, fields: after, recordType: null, lastModified: new Date() };
    this.#records.set(id, record);
    return record;
  }
}

function refuseInvalid(object: ObjectInfo, fields: Readonly<Record<string, FieldValue>>): void {
  const errors = validate(object, fields);
  if (errors.length > 0) throw recordFault(errors);
}

function coerceAll(object: ObjectInfo, fields: Readonly<Record<string, unknown>>): Record<string, FieldValue> {
  const entries = Object.entries(fields).filter(([name]) => name !== 'Id');
  return Object.fromEntries(
    entries.map(([name, value]) => {
      const info = object.fields[name];
      if (!info) throw badRequest(`No such column '${name}' on entity '${object.apiName}'.`);
      return [name, coerce(info, value)];
    }),
  );
}

/** A value as the field's type holds it; text is accepted for numbers, as Aura components send it. */
export function coerce(info: FieldInfo, sent: unknown): FieldValue {
  const value = sent as FieldValue | undefined;
  if (info.type === 'boolean') return value === true || value === 'true';
  if (value === null || value === undefined || value === '') return null;
  if (info.type === 'date' && !ISO_DATE.test(String(value))) throw badRequest(`${info.label} is not a date.`);
  if (info.type !== 'currency' && info.type !== 'percent') return String(value);
  const number = Number(value);
  if (Number.isNaN(number)) throw badRequest(`${info.label} is not a number.`);
  return number;
}
