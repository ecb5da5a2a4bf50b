/** What the visible record page of HubSpot shows, read from its markup. facts/hubspot.md §1.2. */
import { describe, expect, it } from 'vitest';
import type { View } from '../../../../../lib/crm/adapter';
import { hubspotPage } from '../../../../../lib/crm/hubspot/page';

const view = (object = 'deal', id = '7'): View => ({ kind: 'record', record: { crm: 'hubspot', org: '4242', object, id } });

function pageOf(body: string, lang = 'en-us'): Document {
  const root = document.implementation.createHTMLDocument('');
  root.documentElement.lang = lang;
  root.body.innerHTML = body;
  return root;
}

const row = (property: string, value: string, mode = 'display') =>
  `<span data-test-id="${property}"><div data-deferred-property-input-root="true" data-deferred-property-input-state="editable" data-deferred-property-input-mode="${mode}">
    <label id="l-${property}" for="i-${property}">Label</label><div data-test-id="hover-content-wrapper"><button>Details</button></div>${value}</div></span>`;
const shown = (property: string, text: string) => row(property, `<span data-selenium-test="property-input-${property}">${text}</span>`);
const card = (...rows: string[]) =>
  `<div data-card-type="PROPERTIES_V3" data-card-id="1"><ul data-selenium-test="profile-properties-list">${rows.join('')}</ul></div>`;
const strip = (content: string) =>
  `<div data-card-type="OBJECT_HIGHLIGHT"><div data-test-id="record-highlight-content">${content}</div></div>`;
const inDialog = (content: string) => `<div role="dialog">${content}</div>`;

/** Field to value, for what is read. */
const read = (body: string, ...fields: string[]) =>
  Object.fromEntries(hubspotPage.readPage(pageOf(body), view(), fields).sightings.map(({ field, value }) => [field, value]));

describe('readPage', () => {
  it.each<[string, string, string, string | null | undefined]>([
    ['a row of a card', card(shown('amount', ' $62,000\n ')), 'amount', '$62,000'],
    ['a read-only row', card(shown('amount', '$1').replace('editable', 'readonly')), 'amount', '$1'],
    ['a row that is empty', card(shown('amount', '--')), 'amount', null],
    ['a row that is blank', card(shown('amount', ' ')), 'amount', null],
    [
      'a row that is being edited: its text is a draft',
      card(
        row(
          'amount',
          '<div data-test-id="DisplayOptimizedFormControl"><button type="button" data-dropdown="true" data-selenium-test="property-input-amount">5</button></div>',
          'input',
        ),
      ),
      'amount',
      undefined,
    ],
    ['the sidebar of 2024, always a form', '<textarea data-selenium-test="property-input-amount">5</textarea>', 'amount', undefined],
    [
      'the stage in the header',
      '<div data-test-id="property-input-dealstage"><button data-dropdown="true">Contract Sent</button></div>',
      'dealstage',
      'Contract Sent',
    ],
    ['the highlights', strip('<span data-test-id="highlight-property-display-amount">$5</span>'), 'amount', '$5'],
    [
      'an item of the highlights',
      '<div data-test-id="highlight-property-item-dealstage"><label>Stage</label><button>Contract Sent</button></div>',
      'dealstage',
      'Contract Sent',
    ],
    [
      'an item with more text than a value',
      '<div data-test-id="highlight-property-item-dealstage"><b>Stage:</b><b>Contract Sent</b></div>',
      'dealstage',
      undefined,
    ],
    ['the owner row, which holds bare text', card(row('hubspot_owner_id', 'Ada Byron')), 'hubspot_owner_id', 'Ada Byron'],
    ['an owner row without an owner', card(row('hubspot_owner_id', '--')), 'hubspot_owner_id', null],
    ['an owner row that has not been filled yet', card(row('hubspot_owner_id', '')), 'hubspot_owner_id', undefined],
    ['a bare name outside a property card', '<div data-test-id="amount">$5</div>', 'amount', undefined],
    [
      'a decoy beside a row',
      '<div data-test-id="property-input-amount-button">Call</div><div data-test-id="property-input-skeleton"></div>',
      'amount',
      undefined,
    ],
    ['a hidden tab', `<div data-test-id="tab-1-content" style="display:none">${card(shown('amount', '$5'))}</div>`, 'amount', undefined],
    ['a card of other records', `<div data-card-type="ASSOCIATION_V3">${shown('amount', '$5')}</div>`, 'amount', undefined],
    [
      'a card of other records by its wrapper',
      `<div data-test-id="card-wrapper-ASSOCIATION_V3/0-2">${shown('amount', '$5')}</div>`,
      'amount',
      undefined,
    ],
    ['a preview or prompt over the page', inDialog(shown('amount', '$5')), 'amount', undefined],
    [
      'the list of all properties',
      inDialog(`<div data-test-id="all-properties-panel"><div data-test-id="property-input-amount">$5</div></div>`),
      'amount',
      '$5',
    ],
  ])('%s', (_, body, field, value) => {
    expect(read(body, field)).toEqual(value === undefined ? {} : { [field]: value });
  });

  it('reads what shows the saved value while the row is being edited', () => {
    const editing = row('amount', '<input data-selenium-test="property-input-amount" value="9">', 'input');
    expect(read(strip('<span data-test-id="highlight-property-display-amount">$5</span>') + card(editing), 'amount')).toEqual({
      amount: '$5',
    });
  });

  it('reads the fields it is asked for and no others', () => {
    expect(read(card(shown('amount', '$5'), shown('closedate', '11/22/2026')), 'closedate', 'metrics')).toEqual({
      closedate: '11/22/2026',
    });
  });

  it.each([
    ['a ticket', 'ticket', 'hs_pipeline_stage', 'Waiting on us'],
    ['a lead', 'lead', 'hs_pipeline_stage', 'Attempting'],
    ['an object of any kind', '2-1234', 'hs_pipeline_stage', 'Second'],
    ['a contact', 'contact', 'lifecyclestage', 'Customer'],
  ])('reads the stage of %s in its row, also where it is a dropdown', (_, object, field, stage) => {
    const dropdown = `<button type="button" data-dropdown="true" data-selenium-test="property-input-${field}">${stage}</button>`;
    for (const body of [card(shown(field, stage)), `<div data-test-id="${field}"><span>Status:</span>${dropdown}</div>`])
      expect(hubspotPage.readPage(pageOf(body), view(object), [field]).sightings.map(({ value }) => value)).toEqual([stage]);
  });

  it('names the way by which each value was read', () => {
    const body =
      card(shown('amount', '$5'), row('hubspot_owner_id', 'Ada')) +
      strip('<span data-test-id="highlight-property-display-closedate">11/22/2026</span>') +
      '<div data-test-id="highlight-property-item-dealstage"><label>Stage</label><button>Contract Sent</button></div>';
    const fields = ['amount', 'closedate', 'dealstage', 'hubspot_owner_id'];
    const ways = hubspotPage.readPage(pageOf(body), view(), fields).sightings.map(({ field, by }) => [field, by]);
    expect(Object.fromEntries(ways)).toEqual({
      amount: "the rows of the record's property cards",
      closedate: "the highlights beside the record's name",
      dealstage: "the items around the record's name",
      hubspot_owner_id: 'the owner row of a property card',
    });
    expect(hubspotPage.tried).toEqual(expect.arrayContaining(ways.map(([, by]) => by)));
  });

  it('says that the text is of the screen, in which language, and that an empty value is exact', () => {
    const root = pageOf(`<i data-locale-at-render="de-de"></i>${card(shown('amount', '5 €'), shown('metrics', '--'))}`);
    const { record } = view() as Extract<View, { kind: 'record' }>;
    const by = "the rows of the record's property cards";
    expect(hubspotPage.readPage(root, view(), ['amount', 'metrics']).sightings).toEqual([
      { record, field: 'amount', value: '5 €', locale: 'de-de', source: 'page', by },
      { record, field: 'metrics', value: null, source: 'page', by },
    ]);
  });

  it.each([
    ['pt-br', 'pt-br'],
    ['', 'und'],
  ])('takes the language %j of the document as %s where nothing else tells it', (lang, locale) => {
    expect(hubspotPage.readPage(pageOf(card(shown('amount', '5')), lang), view(), ['amount']).sightings[0]?.locale).toBe(locale);
  });

  it('reads nothing where no record is in view', () => {
    const list: View = { kind: 'list', crm: 'hubspot', org: '4242', object: 'deal' };
    expect(hubspotPage.readPage(pageOf(card(shown('amount', '5'))), list, ['amount']).sightings).toEqual([]);
  });
});

describe('a document that goes from one record to the next', () => {
  it('tells nothing of the new record until the page has changed', () => {
    const root = pageOf(card(shown('amount', '$5')));
    const values = (id: string) =>
      hubspotPage.readPage(root, view('deal', id), ['amount']).sightings.map(({ record, value }) => `${record.id}: ${String(value)}`);
    expect(values('7')).toEqual(['7: $5']);
    expect(values('8')).toEqual([]);
    expect(hubspotPage.readPage(root, view('deal', '8'), []).name).toBeNull();
    root.body.innerHTML = card(shown('amount', '$6'));
    expect(values('8')).toEqual(['8: $6']);
    expect(values('8')).toEqual(['8: $6']);
  });

  it('tells nothing of a record that is not the one in its own address', () => {
    const root = pageOf(card(shown('amount', '$5')));
    Object.defineProperty(root, 'URL', { value: 'https://app.hubspot.com/contacts/4242/record/0-3/8' });
    expect(hubspotPage.readPage(root, view('deal', '7'), ['amount']).sightings).toEqual([]);
    expect(hubspotPage.readPage(root, view('deal', '8'), ['amount']).sightings).toHaveLength(1);
  });
});

describe('the name that readPage tells', () => {
  const label = '<div data-test-id="highlight-record-label" data-selenium-test="highlightTitle">Acme renewal</div>';
  it.each([
    ['a deal', 'deal', '<span data-test-id="highlight-property-display-dealname">Acme renewal</span>', 'Acme renewal'],
    ['a contact', 'contact', '<span data-test-id="highlight-property-display-hs_full_name_or_email">Ada</span>', 'Ada'],
    ['an object of any kind', '2-1234', label, 'Acme renewal'],
    ['a heading in the highlights', 'deal', strip('<h2>Acme renewal</h2>'), 'Acme renewal'],
    ['a heading in the sidebar', 'deal', '<div data-test-id="left-sidebar"><h1>Acme renewal</h1></div>', 'Acme renewal'],
    ['a heading elsewhere', 'deal', '<h1>Deals</h1>', null],
    ['a composite item', 'contact', '<div data-test-id="highlight-property-item-jobtitle-and-company">CEO at Acme</div>', null],
    ['the name of another record in a preview', 'deal', inDialog(label), null],
    ['a name that is being edited', 'deal', '<span data-test-id="highlight-property-display-dealname"><input value="draft"></span>', null],
  ])('%s', (_, object, body, name) => {
    expect(hubspotPage.readPage(pageOf(body), view(object), []).name).toBe(name);
  });
});

describe('findField', () => {
  const editing = card(row('amount', '<input data-selenium-test="property-input-amount">', 'input'));
  it.each([
    ['the value in a row', card(shown('amount', '5')), 'amount', 'SPAN'],
    ['the control of a row that is being edited', editing, 'amount', 'INPUT'],
    ['the owner row', card(row('hubspot_owner_id', 'Ada')), 'hubspot_owner_id', 'SPAN'],
    ['nothing for a row in a hidden tab', `<div hidden style="display:none">${editing}</div>`, 'amount', undefined],
    ['nothing for a bare name', '<div data-test-id="amount"></div>', 'amount', undefined],
    ['nothing for what is no property name', card(shown('amount', '5')), 'amount"], *, [x="', undefined],
  ])('finds %s', (_, body, field, tag) => {
    expect(hubspotPage.findField(pageOf(body), field)?.tagName).toBe(tag);
  });
});

describe('addressOf', () => {
  it.each([
    ['deal', '7', 'https://app-eu1.hubspot.com/contacts/4242/record/0-3/7'],
    ['lead', '8', 'https://app-eu1.hubspot.com/contacts/4242/record/0-136/8'],
    ['2-1234', '9', 'https://app-eu1.hubspot.com/contacts/4242/record/2-1234/9'],
  ])('of a %s is that of its page, where the adapter finds it again', (object, id, address) => {
    const here = new URL('https://app-eu1.hubspot.com/contacts/4242/objects/0-3/views/all/board?eschref=/x');
    const record = { crm: 'hubspot', org: '4242', object, id } as const;
    expect(hubspotPage.addressOf(record, here)).toBe(address);
    expect(hubspotPage.locate(new URL(address))).toEqual({ kind: 'record', record });
  });
});

describe('nameFields', () => {
  it('begin with the properties that are a name; half a name is none, so a contact without a full one goes by the e-mail address', () => {
    expect(hubspotPage.nameFields).toEqual(['hs_full_name_or_email', 'name', 'dealname', 'subject', 'hs_lead_name', 'email']);
  });
});
