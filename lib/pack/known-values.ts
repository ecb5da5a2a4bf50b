/** What is known of a record, in the pack's own terms. */
import type { Reading, RecordRef, Value } from '../crm/adapter';
import { exactValue, parseValue } from '../crm/values';
import type { FieldType, KnownValue } from '../criteria/facts';
import type { ObjectEntry, PackIndex } from './index-pack';

/** The readings of one CRM field that count. */
interface Latest {
  /** What the held save writes, or else the newest reading. */
  now: Reading;
  /** The newest reading from before the held save. */
  before?: Reading;
}

/**
 * Typed values by pack field id, from readings by CRM field name. Readings of other records are ignored. The newest counts, and a held save
 * before all others. What cannot be parsed is left out: it is unknown, and an older reading does not stand in for it.
 */
export function knownValues(index: PackIndex, record: RecordRef, readings: readonly Reading[]): Record<string, KnownValue> {
  const object = index.objectOf(record);
  if (!object) return {};
  const known: [string, KnownValue][] = [];
  for (const [name, latest] of latestByName(object, record, readings)) {
    for (const field of object.fieldsByName.get(name) ?? []) {
      const value = knownValue(latest, field.type);
      if (value) known.push([field.id, value]);
    }
  }
  return Object.fromEntries(known);
}

function latestByName(object: ObjectEntry, record: RecordRef, readings: readonly Reading[]): Map<string, Latest> {
  const byName = new Map<string, Latest>();
  for (const reading of readings) {
    if (!object.fieldsByName.has(reading.field) || !isOf(reading, record)) continue;
    const latest = byName.get(reading.field);
    if (!latest) {
      byName.set(reading.field, { now: reading });
    } else if (reading.source === 'save') {
      const before = latest.now.source === 'save' ? latest.before : latest.now;
      byName.set(reading.field, { now: reading, before });
    } else if (latest.now.source === 'save') {
      if (!latest.before || reading.at >= latest.before.at) latest.before = reading;
    } else if (reading.at >= latest.now.at) {
      latest.now = reading;
    }
  }
  return byName;
}

function isOf({ record }: Reading, { crm, org, object, id }: RecordRef): boolean {
  return record.crm === crm && record.org === org && record.object === object && record.id === id;
}

function knownValue({ now, before }: Latest, type: FieldType): KnownValue | null {
  const value = typed(now, type);
  if (value === undefined) return null;
  const known: KnownValue = { value, source: now.source, at: now.at };
  if (now.label !== undefined) known.label = now.label;
  if (now.source === 'save' && before) {
    const old = typed(before, type);
    if (old !== undefined) known.changed = JSON.stringify(old) !== JSON.stringify(value);
  }
  return known;
}

function typed({ value, locale, record }: Reading, type: FieldType): Value | undefined {
  return locale !== undefined && typeof value === 'string' ? parseValue(value, type, locale) : exactValue(value, type, record.crm);
}
