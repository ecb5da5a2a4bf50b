import { describe, expect, it } from 'vitest';
import { objectOf, recordId } from '../../../../../lib/crm/salesforce/ids';

describe('a Salesforce record id', () => {
  it.each([
    ['15 characters get their checksum', '006A0000003TpAx', '006A0000003TpAxIAK'],
    ['18 characters with the right checksum stay', '006A0000003TpAxIAK', '006A0000003TpAxIAK'],
    ['a lower-case org part', '001d0000001aaaa', '001d0000001aaaaAAA'],
    ['every letter a capital', '00QHSABCDE1ABCD', '00QHSABCDE1ABCD254'],
  ])('%s', (_, id, full) => {
    expect(recordId(id)).toBe(full);
  });

  it.each([
    ['a wrong checksum', '006A0000003TpAxIAL'],
    ['a case that was lost', '006a0000003tpaxiak'],
    ['the empty id', '000000000000000AAA'],
    ['an object name of 15 letters', 'ServiceContract'],
    ['the length in between', '006A0000003TpAxI'],
    ['an action id', '123;a'],
    ['nothing', ''],
    ['null', null],
    ['a number', 6],
  ])('is not %s', (_, id) => {
    expect(recordId(id)).toBe('');
  });

  it.each([
    ['006A0000003TpAxIAK', 'Opportunity'],
    ['00QA0000003TpAxIAK', 'Lead'],
    ['500A0000003TpAxIAK', 'Case'],
    ['001A0000003TpAxIAK', 'Account'],
    ['003A0000003TpAxIAK', 'Contact'],
    ['701A0000003TpAxIAK', 'Campaign'],
    ['a01A0000003TpAxIAK', ''],
    ['', ''],
  ])('%s belongs to %j', (id, object) => {
    expect(objectOf(id)).toBe(object);
  });

  it.each([
    ['a01A0000003TpAxIAK', 'Deal__c', 'Deal__c'],
    ['0Q0A0000003TpAxIAK', 'Quote', 'Quote'],
    ['006A0000003TpAxIAK', 'Quote', 'Opportunity'],
    ['a01A0000003TpAxIAK', 'Opportunity', ''],
    ['0Q0A0000003TpAxIAK', 'Deal__c', ''],
  ])('%s beside the name %s belongs to %j', (id, near, object) => {
    expect(objectOf(id, near)).toBe(object);
  });
});
