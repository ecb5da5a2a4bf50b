import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordRef } from '../../../../lib/crm/adapter';
import { isSaved, parseRecordKey, recordKey } from '../../../../lib/progress/record-key';

const anyRecord: fc.Arbitrary<RecordRef> = fc.record({
  crm: fc.constantFrom('salesforce' as const, 'hubspot' as const),
  org: fc.string({ unit: 'binary' }),
  object: fc.string(),
  id: fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom('|', '%', '%7C', '%25', 'a', '')).map((parts) => parts.join('')),
  ),
});

describe('the key of a record', () => {
  it('reads as the record does', () => {
    const record: RecordRef = { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '006' };
    expect(recordKey(record)).toBe('salesforce|acme.lightning.force.com|Opportunity|006');
  });

  it('gives back the same record, whatever its parts hold', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(parseRecordKey(recordKey(record))).toEqual(record);
      }),
    );
  });

  it('is never shared by two records', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (one, other) => {
        const same = one.crm === other.crm && one.org === other.org && one.object === other.object && one.id === other.id;
        expect(recordKey(one) === recordKey(other)).toBe(same);
      }),
    );
  });

  it('keeps records apart whose ids hold the separator', () => {
    const org = 'acme.lightning.force.com';
    const one = recordKey({ crm: 'salesforce', org, object: 'a|b', id: 'c' });
    const other = recordKey({ crm: 'salesforce', org, object: 'a', id: 'b|c' });
    expect(one).not.toBe(other);
  });

  it.each([
    ['nothing', ''],
    ['a CRM we do not know', 'pipedrive|acme|deal|1'],
    ['too few parts', 'hubspot|4242|deal'],
    ['too many parts', 'hubspot|4242|deal|1|2'],
    ['an escape that we do not write', 'hubspot|4242|deal|%41'],
    ['a bare percent sign', 'hubspot|4242|deal|100%'],
    ['a lower-case escape', 'hubspot|4242|deal|%7c'],
  ])('is not read from %s', (_what, key) => {
    expect(parseRecordKey(key)).toBeNull();
  });

  it.each([
    ['a record with an id', 'hubspot|4242|deal|77', true],
    ['a record that does not exist yet', 'hubspot|4242|deal|', false],
    ['all that match', 'hubspot|4242|deal|*', false],
    ['text that is no key', 'deal 77', false],
  ])('says whether anything may be kept under it: %s', (_what, key, saved) => {
    expect(isSaved(key)).toBe(saved);
  });
});
