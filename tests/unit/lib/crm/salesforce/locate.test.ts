import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '../../../../../lib/crm/adapter';
import { locateSalesforce } from '../../../../../lib/crm/salesforce/locate';
import { LEAD, OPPORTUNITY, ORG, CASE } from './wire-shapes';

const at = (path: string, host = ORG) => locateSalesforce(new URL(`https://${host}${path}`));
const record = (object: string, id: string, org = ORG): View => ({ kind: 'record', record: { crm: 'salesforce', org, object, id } });
const list = (object: string): View => ({ kind: 'list', crm: 'salesforce', org: ORG, object });

describe('a record is in view at', () => {
  it.each([
    ['its own page', `/lightning/r/Opportunity/${OPPORTUNITY}/view`, 'Opportunity', OPPORTUNITY],
    ['its page by the 15-character id', `/lightning/r/Opportunity/${OPPORTUNITY.slice(0, 15)}/view`, 'Opportunity', OPPORTUNITY],
    ['its page without an action', `/lightning/r/Opportunity/${OPPORTUNITY}`, 'Opportunity', OPPORTUNITY],
    ['the edit page', `/lightning/r/Opportunity/${OPPORTUNITY}/edit`, 'Opportunity', OPPORTUNITY],
    [
      'the edit modal over its page',
      `/lightning/r/Opportunity/${OPPORTUNITY}/edit?backgroundContext=%2Flightning%2Fr%2FOpportunity%2F${OPPORTUNITY}%2Fview`,
      'Opportunity',
      OPPORTUNITY,
    ],
    ['the edit modal over a list', `/lightning/r/Lead/${LEAD}/edit?backgroundContext=%2Flightning%2Fo%2FLead%2Flist`, 'Lead', LEAD],
    [
      'one of its related lists',
      `/lightning/r/Opportunity/${OPPORTUNITY}/related/OpportunityContactRoles/view`,
      'Opportunity',
      OPPORTUNITY,
    ],
    ['the short address', `/lightning/r/${LEAD}/view`, 'Lead', LEAD],
    ['the short address of a related list', `/lightning/r/${LEAD}/related/CampaignMembers/view`, 'Lead', LEAD],
    ['a custom object', '/lightning/r/Deal__c/a01Hs00001AbCdeIAF/view', 'Deal__c', 'a01Hs00001AbCdeIAF'],
    ['an object name as long as an id', '/lightning/r/ServiceContract/810Hs00001AbCdeIAF/view', 'ServiceContract', '810Hs00001AbCdeIAF'],
    [
      'a console subtab, whatever its parent tab is',
      `/lightning/r/Opportunity/${OPPORTUNITY}/view?ws=%2Flightning%2Fr%2FCase%2F${CASE}%2Fview`,
      'Opportunity',
      OPPORTUNITY,
    ],
    [
      'a quick action of its own',
      `/lightning/action/quick/Opportunity.Update_Stage?objectApiName=Opportunity&context=RECORD_DETAIL&recordId=${OPPORTUNITY}&backgroundContext=%2Flightning%2Fr%2FOpportunity%2F${OPPORTUNITY}%2Fview`,
      'Opportunity',
      OPPORTUNITY,
    ],
    [
      'the modal for a new record of another object over its page',
      `/lightning/o/Opportunity/new?count=1&backgroundContext=%2Flightning%2Fr%2FLead%2F${LEAD}%2Fview`,
      'Lead',
      LEAD,
    ],
    ['the address of before Lightning URLs', `/one/one.app#/sObject/${OPPORTUNITY}/view`, 'Opportunity', OPPORTUNITY],
    ['the same with a query', `/one/one.app?x=1#/sObject/${OPPORTUNITY}/view?t=1`, 'Opportunity', OPPORTUNITY],
    [
      'a quick action over its page',
      `/lightning/action/quick/Global.NewTask?backgroundContext=%2Flightning%2Fr%2FOpportunity%2F${OPPORTUNITY}%2Fview`,
      'Opportunity',
      OPPORTUNITY,
    ],
  ])('%s', (_, path, object, id) => {
    expect(at(path)).toEqual(record(object, id));
  });
});

describe('a list is in view at', () => {
  it.each([
    ['a list view or its board', '/lightning/o/Opportunity/list?filterName=Recent', 'Opportunity'],
    ['the home of an object', '/lightning/o/Lead/home', 'Lead'],
    ['pipeline inspection', '/lightning/o/Opportunity/pipelineInspection?filterName=00BHs00000AbCdeMAF', 'Opportunity'],
    ['a new record', '/lightning/o/Opportunity/new?count=1&nooverride=1&useRecordTypeCheck=1', 'Opportunity'],
    [
      'a new record over the list of another object',
      '/lightning/o/Opportunity/new?count=1&backgroundContext=%2Flightning%2Fo%2FAccount%2Flist',
      'Account',
    ],
    ['a new record over another site', '/lightning/o/Lead/new?backgroundContext=%2F%2Fevil.example', 'Lead'],
    ['a custom object', '/lightning/o/Deal__c/list', 'Deal__c'],
    ['the address of before Lightning URLs', '/one/one.app#/sObject/Opportunity/list?filterName=Recent', 'Opportunity'],
  ])('%s', (_, path, object) => {
    expect(at(path)).toEqual(list(object));
  });
});

describe('no record is in view', () => {
  it.each([
    ['in the setup', '/lightning/setup/ObjectManager/home', 'setup'],
    ['in the setup of before Lightning URLs', '/one/one.app#/setup/home', 'setup'],
    ['on the home page', '/lightning/page/home', 'other-page'],
    ['in a custom tab', '/lightning/n/Forecast', 'other-page'],
    ['with an id whose checksum is wrong', '/lightning/r/Opportunity/006A0000003TpAxIAL/view', 'other-page'],
    ['with no id', '/lightning/r/Opportunity/list/view', 'other-page'],
    ['at the root', '/', 'other-page'],
    ['on a page of the org', '/apex/Quote', 'other-page'],
    ['at one.app without a place', '/one/one.app', 'other-page'],
    ['with a background of another site', '/lightning/cmp/c__x?backgroundContext=%2F%2Fevil.example%2Flightning', 'other-page'],
    [
      'with a background that changes the host',
      '/lightning/cmp/c__x?backgroundContext=.evil.example%2Flightning%2Fo%2FLead%2Flist',
      'other-page',
    ],
    ['with a background that is no path', '/lightning/cmp/c__x?backgroundContext=%3A99999', 'other-page'],
    ['in Classic', `/${OPPORTUNITY}`, 'classic'],
    ['in Classic, editing', `/${OPPORTUNITY.slice(0, 15)}/e?retURL=%2F006`, 'classic'],
    ['in Classic, on a tab', '/006/o', 'classic'],
    ['in Classic, at home', '/home/home.jsp', 'classic'],
  ])('%s', (_, path, why) => {
    expect(at(path)).toEqual({ kind: 'none', crm: 'salesforce', why });
  });

  it('on the setup host', () => {
    expect(at(`/lightning/r/Opportunity/${OPPORTUNITY}/view`, 'acme.my.salesforce-setup.com')).toEqual({
      kind: 'none',
      crm: 'salesforce',
      why: 'setup',
    });
  });

  it.each([
    'example.com',
    'app.hubspot.com',
    'www.salesforce.com',
    'login.salesforce.com',
    'lightning.force.com.example.com',
    'evil-lightning.force.com',
  ])('on %s', (host) => {
    expect(at(`/lightning/r/Opportunity/${OPPORTUNITY}/view`, host)).toEqual({ kind: 'none', crm: null, why: 'not-a-crm' });
  });
});

describe('the org is', () => {
  it.each([
    ['the Lightning host', 'acme.lightning.force.com', 'acme.lightning.force.com'],
    ['in lower case', 'ACME.Lightning.Force.com', 'acme.lightning.force.com'],
    ['a sandbox', 'acme--uat.sandbox.lightning.force.com', 'acme--uat.sandbox.lightning.force.com'],
    ['a developer org', 'acme-dev-ed.develop.lightning.force.com', 'acme-dev-ed.develop.lightning.force.com'],
    ['a scratch org', 'page-ruby-1.scratch.lightning.force.com', 'page-ruby-1.scratch.lightning.force.com'],
    ['a Trailhead org', 'bear-dev-ed.trailblaze.lightning.force.com', 'bear-dev-ed.trailblaze.lightning.force.com'],
    ['the same behind the Defender proxy', 'acme.lightning.force.com.mcas.ms', 'acme.lightning.force.com'],
    ['the same on the login host', 'acme.my.salesforce.com', 'acme.lightning.force.com'],
    ['the same on a sandbox’s login host', 'acme--uat.sandbox.my.salesforce.com', 'acme--uat.sandbox.lightning.force.com'],
    ['the same on an internal login host', 'acme.my.pc-rnd.salesforce.com', 'acme.lightning.pc-rnd.force.com'],
    ['a government cloud', 'acme.lightning.force.mil', 'acme.lightning.force.mil'],
    ['its login host', 'acme.my.salesforce.mil', 'acme.lightning.force.mil'],
    ['the other government cloud', 'acme.my.crmforce.mil', 'acme.lightning.crmforce.mil'],
    ['China', 'acme.my.sfcrmproducts.cn', 'acme.lightning.sfcrmproducts.cn'],
    ['China, the other one', 'acme.lightning.sfcrmapps.cn', 'acme.lightning.sfcrmapps.cn'],
    ['an org with a telling name', 'salesforce.lightning.force.com', 'salesforce.lightning.force.com'],
  ])('%s', (_, host, org) => {
    expect(at(`/lightning/r/Opportunity/${OPPORTUNITY}/view`, host)).toEqual(record('Opportunity', OPPORTUNITY, org));
  });
});

it('any URL has a view', () => {
  fc.assert(
    fc.property(fc.webPath(), fc.webQueryParameters(), fc.webFragments(), (path, query, hash) => {
      const one = at(`/lightning${path}?backgroundContext=${encodeURIComponent(`/lightning${path}?${query}`)}#${hash}`);
      const legacy = at(`/one/one.app#/sObject${path}`);
      return [one, legacy].every((view) => ['record', 'list', 'none'].includes(view.kind));
    }),
  );
});
