/** The page half of the Salesforce adapter. */
import type { Page } from '../adapter';
import { readOf } from './ask';
import { findField } from './find';
import { locateSalesforce } from './locate';
import { readPage } from './read';
import { recordsIn } from './records';
import { refuse } from './refusal';

export const salesforcePage: Page = {
  locate: locateSalesforce,
  readPage,
  findField,
  recordsIn,
  refuse,
  readOf,
  addressOf: ({ object, id }, page) => new URL(`/lightning/r/${object || 'sObject'}/${id}/view`, page).href,
  nameFields: ['Name', 'CaseNumber'],
  tried: ['the Path at the top of the record', 'the fields in Details', 'the record’s name in the header'],
};
