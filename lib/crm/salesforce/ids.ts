/** Record ids: their checksum, and the object that an id's prefix names (facts/salesforce.md §5). */

const SHAPE = /^(?!000)(?=.*\d)[^\W_]{15}([A-Z0-5]{3})?$/;
const SUFFIXES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Key prefixes that are the same in every org. Custom objects start with `a` and differ from org to org. */
const OBJECTS: Record<string, string> = {
  '001': 'Account',
  '003': 'Contact',
  '006': 'Opportunity',
  '00Q': 'Lead',
  '500': 'Case',
};

/** The 18-character form of a 15- or 18-character id, or '' for anything else: a wrong checksum is no id. */
export function recordId(value: unknown): string {
  if (typeof value !== 'string' || !SHAPE.test(value)) return '';
  let id = value.slice(0, 15);
  for (let from = 0; from < 15; from += 5) {
    let bits = 0;
    for (let i = 5; i--;) bits = bits * 2 + (/[A-Z]/.test(`${value[from + i]}`) ? 1 : 0);
    id += SUFFIXES[bits] ?? '';
  }
  return id.startsWith(value) ? id : '';
}

/** The API name of the object that `id` belongs to: by its prefix, else `near`, the nearest name, where a record of that name may have this id. */
export function objectOf(id: string, near = ''): string {
  return OBJECTS[id.slice(0, 3)] ?? (/^a/.test(id) === /__c$/.test(near) ? near : '');
}
