/** Records and metadata as the UI API writes them (facts/salesforce.md §4.1). */
import type { ObjectInfo } from '../metadata';
import { displayValue } from './display';
import type { SavedRecord, Store } from './store';

const MASTER_RECORD_TYPE = '012000000000000AAA';
/** The org's record types by name. */
const RECORD_TYPES: Readonly<Record<string, string>> = { 'Content Request': '012Hr000000CqReIAK' };

/** `{apiName, id, lastModifiedDate, recordTypeId, recordTypeInfo, fields: {X: {displayValue, value}}}`. */
export function recordRepresentation(store: Store, record: SavedRecord): unknown {
  const fields = Object.entries(record.object.fields).map(([name, info]) => {
    const value = record.fields[name] ?? null;
    const referred = info.type === 'reference' && value !== null ? store.find(String(value))?.fields['Name'] : undefined;
    return [name, { displayValue: referred ?? displayValue(info, value), value }] as const;
  });
  const recordTypeId = RECORD_TYPES[record.recordType ?? ''];
  return {
    apiName: record.object.apiName,
    childRelationships: {},
    fields: Object.fromEntries<unknown>(fields),
    id: record.id,
    lastModifiedById: '005Hr00000GdUsrIAF',
    lastModifiedDate: record.lastModified.toISOString(),
    recordTypeId: recordTypeId ?? MASTER_RECORD_TYPE,
    recordTypeInfo: recordTypeId === undefined ? null : { available: true, master: false, name: record.recordType, recordTypeId },
    systemModstamp: record.lastModified.toISOString(),
  };
}

/** What the page needs to draw forms of an object. */
export function objectRepresentation(object: ObjectInfo): unknown {
  const fields = Object.entries(object.fields).map(([apiName, info]) => {
    const described = {
      apiName,
      label: info.label,
      dataType: info.type,
      required: info.required === true,
      updateable: info.readOnly !== true,
    };
    return [apiName, described] as const;
  });
  return {
    apiName: object.apiName,
    label: object.label,
    labelPlural: object.labelPlural,
    keyPrefix: object.keyPrefix,
    nameFields: [object.nameField ?? 'Name'],
    fields: Object.fromEntries<unknown>(fields),
    layout: { sections: object.sections, highlights: object.highlights },
    pathField: object.path?.field ?? null,
    pathEnd: object.path?.end ?? null,
    quickActions: object.quickActions ?? [],
  };
}

export function picklistRepresentation(object: ObjectInfo): unknown {
  const closed = [...(object.path?.won ?? []), ...(object.path?.lost ?? [])];
  const pick = Object.entries(object.fields).flatMap(([name, info]) =>
    info.values
      ? [
          [
            name,
            {
              values: info.values.map((value) => ({
                label: info.labels?.[value] ?? value,
                value,
                attributes: { closed: closed.includes(value), won: object.path?.won.includes(value) === true },
              })),
            },
          ] as const,
        ]
      : [],
  );
  return { picklistFieldValues: Object.fromEntries(pick) };
}
