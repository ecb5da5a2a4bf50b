/** From what was read of a record, by CRM field name, to what is known of it, by pack field. */
import { describe, expect, it } from 'vitest';
import type { Reading, RecordRef } from '../../../../lib/crm/adapter';
import { indexPack, knownValues, parsePack } from '../../../../lib/pack/load';
import { samplePack } from './sample';

const record: RecordRef = { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '006000000000001AAA' };
const deal: RecordRef = { crm: 'hubspot', org: '4242', object: 'deal', id: '77' };
const index = indexPack(await parsePack(JSON.stringify(samplePack())));

const read = (field: string, value: Reading['value'], more: Partial<Reading> = {}): Reading => ({
  record,
  field,
  value,
  source: 'wire',
  at: 1,
  ...more,
});

describe('one reading', () => {
  it.each([
    ['an exact number', read('Amount', 60000), { amount: { value: 60000, source: 'wire', at: 1 } }],
    [
      'text of a screen, by its locale',
      read('Amount', '60.000,50 €', { locale: 'de', source: 'page' }),
      { amount: { value: 60000.5, source: 'page', at: 1 } },
    ],
    [
      'a number that the wire sends as text',
      { ...read('amount', '60000'), record: deal },
      { amount: { value: 60000, source: 'wire', at: 1 } },
    ],
    ['a field seen to be empty', read('Budget__c', ''), { budget: { value: null, source: 'wire', at: 1 } }],
    [
      'a picklist with its label',
      read('Loss_Reason__c', 'PRC', { label: 'Price' }),
      { reason: { value: 'PRC', label: 'Price', source: 'wire', at: 1 } },
    ],
    ['text that is no number', read('Amount', 'about sixty', { locale: 'en', source: 'page' }), {}],
    ['a field that the pack does not ask about', read('Name', 'Acme'), {}],
    ['another object’s field of the same name', { ...read('Amount', 5), record: { ...record, object: 'Order' } }, {}],
  ])('%s', (_, reading, expected) => {
    const own = reading.record.crm === 'hubspot' ? deal : record;
    expect(knownValues(index, own, [reading])).toEqual(expected);
  });

  it.each([
    ['id', { id: '006000000000002AAA' }],
    ['org', { org: 'other.lightning.force.com' }],
    ['object', { object: 'Lead' }],
  ])('of a record with another %s is never mixed in', (_, other) => {
    expect(knownValues(index, record, [{ ...read('Budget__c', 'secret'), record: { ...record, ...other } }])).toEqual({});
  });
});

describe('several readings of one field', () => {
  it.each([
    ['the newest counts, whatever the order', [read('Amount', 2, { at: 20 }), read('Amount', 1, { at: 10 })], 2],
    ['of two at the same time the later one counts', [read('Amount', 1), read('Amount', 2)], 2],
    [
      'a newer one that cannot be parsed leaves nothing known',
      [read('Amount', 1), read('Amount', '?', { at: 9, locale: 'en' })],
      undefined,
    ],
    [
      'the held save counts before a newer reading of the page',
      [read('Amount', 5, { source: 'save', at: 10 }), read('Amount', 1, { at: 11 })],
      5,
    ],
    ['a newer one that is empty is empty', [read('Amount', 1), read('Amount', null, { at: 9 })], null],
  ])('%s', (_, readings, expected) => {
    expect(knownValues(index, record, readings)['amount']?.value).toBe(expected);
  });

  it.each([
    ['another value', [read('Amount', 1), read('Amount', 2, { source: 'save', at: 2 })], true],
    [
      'the value it had, written another way',
      [read('Amount', '1,00', { locale: 'de' }), read('Amount', 1, { source: 'save', at: 2 })],
      false,
    ],
    ['a value where none is known from before', [read('Amount', 2, { source: 'save', at: 2 })], undefined],
    ['a value, seen before the older reading', [read('Amount', 2, { source: 'save', at: 2 }), read('Amount', 1)], true],
  ])('a save that writes %s: changed is %s', (_, readings, changed) => {
    expect(knownValues(index, record, readings)['amount']?.changed).toBe(changed);
  });
});

it('the record’s object decides which CRM field a pack field means', () => {
  const lead: RecordRef = { ...record, object: 'Lead', id: '00Q000000000001AAA' };
  expect(knownValues(index, lead, [{ ...read('Budget__c', '10k'), record: lead }])).toEqual({
    budget: { value: '10k', source: 'wire', at: 1 },
  });
});

it('nothing is known of an object that the pack does not speak of', () => {
  const account: RecordRef = { ...record, object: 'Account' };
  expect(knownValues(index, account, [{ ...read('Amount', 1), record: account }])).toEqual({});
});
