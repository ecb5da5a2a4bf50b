/** What each shape of HubSpot's URLs shows. facts/hubspot.md §2. */
import { describe, expect, it } from 'vitest';
import type { View } from '../../../../../lib/crm/adapter';
import { locateHubspot } from '../../../../../lib/crm/hubspot/locate';

const app = 'https://app.hubspot.com';
const back = `?eschref=${encodeURIComponent('/contacts/4242/objects/0-3/views/all/board')}&portalId=4242&clienttimeout=14000`;
const record = (object: string, id: string): View => ({ kind: 'record', record: { crm: 'hubspot', org: '4242', object, id } });
const list = (object: string): View => ({ kind: 'list', crm: 'hubspot', org: '4242', object });
const other: View = { kind: 'none', crm: 'hubspot', why: 'other-page' };
const setup: View = { kind: 'none', crm: 'hubspot', why: 'setup' };
const foreign: View = { kind: 'none', crm: null, why: 'not-a-crm' };

describe('locateHubspot', () => {
  it.each<[string, View]>([
    [`${app}/contacts/4242/record/0-3/7`, record('deal', '7')],
    [`${app}/contacts/4242/record/0-3/7/`, record('deal', '7')],
    [`${app}/contacts/4242/record/0-3/7/view/1${back}#x`, record('deal', '7')],
    [`${app}/contacts/4242/record/0-1/51`, record('contact', '51')],
    [`${app}/contacts/4242/record/0-2/9`, record('company', '9')],
    [`${app}/contacts/4242/record/0-5/3`, record('ticket', '3')],
    [`${app}/contacts/4242/record/0-136/3`, record('lead', '3')],
    [`${app}/contacts/4242/record/0-69/3`, record('0-69', '3')],
    [`${app}/contacts/4242/record/2-1234/3`, record('2-1234', '3')],
    [`${app}/contacts/4242/objects/0-3/record/7`, record('deal', '7')],
    [`${app}/contacts/4242/deal/7`, record('deal', '7')],
    [`${app}/contacts/4242/contact/51/`, record('contact', '51')],
    ['https://app-eu1.hubspot.com/contacts/4242/record/0-3/7', record('deal', '7')],
    ['https://app-na2.hubspot.com/contacts/4242/record/0-3/7', record('deal', '7')],
    [`${app}/contacts/4242/objects/0-3/views/all/list`, list('deal')],
    [`${app}/contacts/4242/objects/0-3/views/123/board${back}`, list('deal')],
    [`${app}/contacts/4242/objects/2-1234`, list('2-1234')],
    [`${app}/contacts/4242/deals`, list('deal')],
    [`${app}/contacts/4242/companies/list`, list('company')],
    [`${app}/prospecting/4242/deals`, list('deal')],
    [`${app}/prospecting/4242/tickets/all`, list('ticket')],
    [`${app}/prospecting/4242/summary`, other],
    [`${app}/settings/4242/objects`, setup],
    [`${app}/property-settings/4242/properties`, setup],
    [`${app}/live-messages/4242/inbox/1`, other],
    [`${app}/calling-integration-popup-ui/4242${back}`, other],
    [`${app}/calling/4242/record/0-3/7`, other],
    [`${app}/object-builder/4242/0-3/embed`, other],
    [`${app}/contacts/4242/record/0-3`, other],
    [`${app}/contacts/4242/record/0-3/abc`, other],
    [`${app}/contacts/record/0-3/7`, other],
    [`${app}/reports/4242/contacts/4242/record/0-3/7`, other],
    [`${app}/home${back}`, other],
    ['https://www.hubspot.com/contacts/4242/record/0-3/7', foreign],
    ['https://knowledge.hubspot.com/', foreign],
    ['https://app-evil.hubspot.com/contacts/4242/record/0-3/7', foreign],
    ['https://app.hubspot.com.example.com/contacts/4242/record/0-3/7', foreign],
    ['https://example.com/', foreign],
  ])('%s', (url, view) => {
    expect(locateHubspot(new URL(url))).toEqual(view);
  });
});
