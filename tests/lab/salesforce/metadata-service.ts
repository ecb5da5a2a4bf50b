/** The practice org's objects behind a sale: who bought, what they ask for, and how they are brought on. */
import type { ObjectInfo } from './metadata';

export const CONTACT: ObjectInfo = {
  apiName: 'Contact',
  label: 'Contact',
  labelPlural: 'Contacts',
  keyPrefix: '003',
  fields: {
    Name: { label: 'Name', type: 'string', required: true },
    AccountId: { label: 'Account Name', type: 'reference', readOnly: true },
    Email: { label: 'Email', type: 'email' },
    Phone: { label: 'Phone', type: 'phone' },
  },
  sections: [
    {
      heading: 'Contact Information',
      rows: [
        ['Name', 'AccountId'],
        ['Email', 'Phone'],
      ],
    },
  ],
  highlights: ['AccountId', 'Email', 'Phone'],
};

/** A case is named by its number, and its status is its stage. */
export const CASE: ObjectInfo = {
  apiName: 'Case',
  label: 'Case',
  labelPlural: 'Cases',
  keyPrefix: '500',
  nameField: 'CaseNumber',
  fields: {
    CaseNumber: { label: 'Case Number', type: 'string', readOnly: true, autoNumber: true },
    AccountId: { label: 'Account Name', type: 'reference', readOnly: true },
    Subject: { label: 'Subject', type: 'string' },
    Status: { label: 'Status', type: 'picklist', required: true, values: ['New', 'Working', 'On Hold', 'Closed', 'Declined'] },
    Priority: { label: 'Priority', type: 'picklist', values: ['High', 'Medium', 'Low'] },
    Origin: { label: 'Case Origin', type: 'picklist', values: ['Phone', 'Email', 'Web'] },
    Content_Reader__c: { label: 'Who reads it', type: 'string' },
    Content_Question__c: { label: 'Question it answers', type: 'string' },
    Content_Format__c: { label: 'Format', type: 'picklist', values: ['One-pager', 'Case study', 'Deck', 'Email'] },
    Content_Needed_By__c: { label: 'Needed by', type: 'date' },
    Content_Answer__c: { label: 'Answer', type: 'string' },
    Content_Link__c: { label: 'Link to the piece', type: 'string' },
  },
  sections: [
    {
      heading: 'Case Information',
      rows: [
        ['CaseNumber', 'Status'],
        ['Subject', 'Priority'],
        ['AccountId', 'Origin'],
      ],
    },
    {
      heading: 'Content Request',
      rows: [
        ['Content_Reader__c', 'Content_Question__c'],
        ['Content_Format__c', 'Content_Needed_By__c'],
        ['Content_Answer__c', 'Content_Link__c'],
      ],
    },
  ],
  highlights: ['Subject', 'Priority', 'AccountId'],
  path: { field: 'Status', won: ['Closed'], lost: ['Declined'] },
};

/** An object of this org's own, whose stage field no outsider can guess. */
export const ONBOARDING: ObjectInfo = {
  apiName: 'Onboarding__c',
  label: 'Onboarding',
  labelPlural: 'Onboardings',
  keyPrefix: 'a0X',
  fields: {
    Name: { label: 'Onboarding Name', type: 'string', required: true },
    Account__c: { label: 'Account', type: 'reference', readOnly: true },
    Phase__c: {
      label: 'Phase',
      type: 'picklist',
      required: true,
      values: ['Kickoff', 'Data_Import', 'Training', 'Live', 'Stopped'],
      labels: { Kickoff: 'Kick-off', Data_Import: 'Data import' },
    },
    Sponsor__c: { label: 'Sponsor', type: 'string' },
    Go_Live__c: { label: 'Go-live Date', type: 'date' },
    Seats__c: { label: 'Seats', type: 'string' },
  },
  sections: [
    {
      heading: 'Onboarding Information',
      rows: [
        ['Name', 'Phase__c'],
        ['Account__c', 'Sponsor__c'],
        ['Go_Live__c', 'Seats__c'],
      ],
    },
  ],
  highlights: ['Account__c', 'Sponsor__c', 'Go_Live__c'],
  path: { field: 'Phase__c', won: ['Live'], lost: ['Stopped'] },
};
