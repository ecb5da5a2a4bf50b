import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { View } from '../../../../../lib/crm/adapter';
import { salesforcePage } from '../../../../../lib/crm/salesforce/page';
import {
  auraPath,
  checkbox,
  combobox,
  component,
  consoleTab,
  dynamicField,
  field,
  highlights,
  lwcPath,
  recordPage,
  show,
  text,
  TREES,
  VIEW,
} from './page-shapes';
import { LEAD, OPPORTUNITY, ORG, OTHER } from './wire-shapes';

const FIELDS = ['StageName', 'Amount', 'NextStep', 'Budget_Confirmed__c', 'Name'];
const read = (view: View = VIEW) =>
  Object.fromEntries(
    salesforcePage
      .readPage(document, view, FIELDS)
      .sightings.map(({ field, value, locale }) => [field, locale ? [value, locale] : [value]]),
  );

beforeEach(() => {
  document.documentElement.lang = 'de';
});
afterEach(() => {
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

describe.each(TREES)('on a page in %s shadow', (tree) => {
  const page = (content: string) => {
    show(recordPage(content), tree);
  };

  it('a field is the text of its output, in the language of the page', () => {
    page(field('Amount', text(' 1.200,00\n €')) + field('NextStep', component('lightning-formatted-url', '<a>Call  Ann</a>')));
    expect(salesforcePage.readPage(document, VIEW, FIELDS).sightings).toEqual([
      { record: VIEW.kind === 'record' && VIEW.record, field: 'Amount', value: '1.200,00 €', locale: 'de', by: 'details', source: 'page' },
      { record: VIEW.kind === 'record' && VIEW.record, field: 'NextStep', value: 'Call Ann', locale: 'de', by: 'details', source: 'page' },
    ]);
  });

  it('a field without text is empty', () => {
    page(field('NextStep', text('')));
    expect(read()).toEqual({ NextStep: [null] });
  });

  it.each([
    ['checked disabled', true],
    ['disabled', false],
  ])('a checkbox is its state: %s', (attributes, value) => {
    page(field('Budget_Confirmed__c', checkbox(attributes)));
    expect(read()).toEqual({ Budget_Confirmed__c: [value] });
  });

  it.each([
    ['a picklist', combobox('StageName', 'Closed Won')],
    ['a text', component('lightning-input', '<input type="text" value="draft">')],
    ['a long text', component('lightning-textarea', '<textarea>draft</textarea>')],
    ['a checkbox', checkbox('checked')],
    ['anything else', text('draft')],
  ])('a draft is never read: %s', (_, control) => {
    page(field('StageName', control, 'input'));
    expect(read()).toEqual({});
  });

  it('an editor without its slot’s name is an editor too', () => {
    page(field('StageName', combobox('StageName', 'Closed Won')));
    expect(read()).toEqual({});
  });

  it('an item that shows neither an output nor text is not taken for empty', () => {
    page('<div data-target-selection-name="sfdc:RecordField.Opportunity.Amount"><slot name="inputField"></slot></div>');
    expect(read()).toEqual({});
  });

  it('a field that is being loaded is not read', () => {
    page(field('Amount', '<lightning-spinner></lightning-spinner>'));
    expect(read()).toEqual({});
  });

  it('a field of another object with the same name is not read', () => {
    page(field('Name', text('Acme Ltd'), 'output', 'Account'));
    expect(read()).toEqual({});
  });

  it('a field that the page shows with two values is not read', () => {
    page(field('Amount', text('1')) + field('Amount', text('2')) + field('NextStep', text('a')) + field('NextStep', text('a')));
    expect(read()).toEqual({ NextStep: ['a', 'de'] });
  });

  it('the stage is the Path’s current step, not the one that is selected', () => {
    page(auraPath('Qualification', 'Closed Won') + field('StageName', text('Qualifizierung')));
    expect(read()).toEqual({ StageName: ['Qualification'] });
  });

  it.each([
    [
      'by the class of the words inside',
      '<ul><li class="runtime_sales_pathassistantPathAssistantTab" data-name="Qualification"><span class="current">x</span></li></ul>',
      ['Qualification'],
    ],
    [
      'by the name on the link',
      '<ul><li class="slds-path__item slds-is-current"><a data-tab-name="Qualification">x</a></li></ul>',
      ['Qualification'],
    ],
    [
      'of the newer Path, which has words only',
      component(
        'runtime_sales_pathassistant-path-step',
        '<a class="slds-path__link"><span class="slds-path__title" data-label="Qualifizierung"></span></a>',
        '',
        'class="slds-path__item slds-is-current"',
      ),
      ['Qualifizierung', 'de'],
    ],
    [
      'of a progress indicator',
      component(
        'lightning-progress-step',
        '<a class="slds-path__link"><span class="slds-path__title">Qualifizierung</span></a>',
        '',
        'class="slds-path__item slds-is-current"',
      ),
      ['Qualifizierung', 'de'],
    ],
  ])('the current step is known %s', (_, path, stage) => {
    page(path);
    expect(read()).toEqual({ StageName: stage });
  });

  it('the Path’s own word for a converted lead is no status', () => {
    const view: View = { kind: 'record', record: { crm: 'salesforce', org: ORG, object: 'Lead', id: LEAD } };
    page('<ul><li class="slds-is-current"><a data-tab-name="converted">x</a></li></ul>');
    expect(salesforcePage.readPage(document, view, ['Status']).sightings).toEqual([]);
  });

  it('the Path of an object with a stage of its own choice is not taken for the stage', () => {
    const view: View = { kind: 'record', record: { crm: 'salesforce', org: ORG, object: 'Account', id: LEAD } };
    page(auraPath('Qualification'));
    expect(salesforcePage.readPage(document, view, ['StageName', 'Status']).sightings).toEqual([]);
  });

  it('the name is the header’s', () => {
    page(highlights('Acme – 200 Widgets'));
    expect(salesforcePage.readPage(document, VIEW, []).name).toBe('Acme – 200 Widgets');
    expect(read()).toEqual({ Name: ['Acme – 200 Widgets', 'de'] });
  });

  it.each([
    ['the Path by its values', auraPath('Qualification') + field('StageName', text('Qualifizierung')), 'StageName', 'Path'],
    ['a field of the details', lwcPath('Qualification') + field('StageName', text('Qualifizierung')), 'StageName', 'details'],
    ['the Path by its labels', lwcPath('Qualification', 'Closed'), 'StageName', 'Path label'],
    ['the header', highlights('Acme'), 'Name', 'header'],
    ['a name in the details', highlights('Acme') + field('Name', text('Acme')), 'Name', 'details'],
  ])('each value names the way it was read by: %s', (_, content, name, way) => {
    page(content);
    expect(salesforcePage.readPage(document, VIEW, [name]).sightings.map(({ by }) => by)).toEqual([way]);
  });

  it('a field that stands on the page by itself is read like one of the layout', () => {
    page(
      dynamicField('Amount', text('1')) +
        dynamicField('Budget_Confirmed__c', checkbox('checked disabled')) +
        dynamicField('NextStep', text('')),
    );
    expect(read()).toEqual({ Amount: ['1', 'de'], Budget_Confirmed__c: [true], NextStep: [null] });
    page(dynamicField('StageName', combobox('StageName', 'Closed Won'), 'input') + dynamicField('Amount', text('draft'), 'input'));
    expect(read()).toEqual({});
  });

  it('of a console’s tabs only the one in front is read, though those behind it look as active', () => {
    const tab = (name: string, amount: string, inFront: boolean) => {
      const content = highlights(name) + auraPath(inFront ? 'Qualification' : 'Closed Won') + field('Amount', text(amount));
      return consoleTab(recordPage(content, 'class="windowViewMode-maximized active lafPageHost"'), inFront);
    };
    const workspace = (inside: string, inFront: boolean) =>
      consoleTab(`<div class="oneWorkspace ${inFront ? 'active' : ''}">${inside}</div>`, inFront);
    show(
      workspace(tab('Elsewhere', '3', true).replaceAll('Qualification', 'Closed Won'), false) +
        workspace(tab('Parent', '1', false) + tab('Child', '2', true), true),
      tree,
    );
    expect(read()).toEqual({ Amount: ['2', 'de'], StageName: ['Qualification'], Name: ['Child', 'de'] });
    expect(salesforcePage.readPage(document, VIEW, []).name).toBe('Child');
  });

  it('a page that shows nothing of the record tells nothing', () => {
    page('<div>Loading</div>');
    expect(read()).toEqual({});
    expect(salesforcePage.readPage(document, VIEW, []).name).toBeNull();
  });

  it.each([
    ['a page that is not active', 'class="windowViewMode-normal oneContent lafPageHost"'],
    ['a maximised page that is not active', 'class="windowViewMode-maximized"'],
    ['a background tab', 'aria-hidden="true"'],
    ['a page that is not laid out', 'style="display: none"'],
    ['a page that is hidden', 'hidden'],
    ['another workspace', 'class="oneWorkspace"'],
  ])('the copy in %s is never read', (_, container) => {
    const stale = recordPage(
      highlights('Old') + auraPath('Closed Won') + field('Amount', text('1')) + field('NextStep', text('old')),
      container,
    );
    const current = recordPage(highlights('New') + auraPath('Qualification') + field('Amount', text('2')));
    for (const html of [stale + current, current + stale]) {
      show(html, tree);
      expect(read()).toEqual({ Amount: ['2', 'de'], StageName: ['Qualification'], Name: ['New', 'de'] });
      expect(salesforcePage.readPage(document, VIEW, []).name).toBe('New');
    }
    show(stale, tree);
    expect(read()).toEqual({});
  });

  it('a details tab that is not selected still holds the record’s values', () => {
    page(`<div class="slds-hide" style="display: none" aria-hidden="true">${field('Amount', text('2'))}</div>`);
    expect(read()).toEqual({ Amount: ['2', 'de'] });
  });

  it('the page behind an open modal is read, the modal is not', () => {
    const behind = `<section aria-hidden="true">${recordPage(field('Amount', text('2')))}</section>`;
    const modal = `<div class="uiModal active" aria-modal="true">${field('Amount', text('99')) + field('NextStep', combobox('NextStep', 'draft'))}</div>`;
    show(behind + modal, tree);
    expect(read()).toEqual({ Amount: ['2', 'de'] });
  });

  it('the page of the record before, still in view after a navigation, is not read', () => {
    const links = (id: string) =>
      `<a href="/lightning/r/Opportunity/${id}/related/Tasks/view">Tasks</a><a href="/lightning/r/${id}/related/Files/view">Files</a>`;
    page(links(OTHER) + field('Amount', text('1')) + highlights('Old'));
    expect(read()).toEqual({});
    expect(salesforcePage.readPage(document, VIEW, []).name).toBeNull();
    page(links(OTHER) + links(OPPORTUNITY) + field('Amount', text('2')));
    expect(read()).toEqual({ Amount: ['2', 'de'] });
  });

  it('fields without a record page around them are read where they are in view', () => {
    show(
      `<div class="windowViewMode-normal">${field('Amount', text('1'))}</div>${field('Amount', text('2'))}<div role="dialog">${field('NextStep', text('x'))}</div>`,
      tree,
    );
    expect(read()).toEqual({ Amount: ['2', 'de'] });
  });

  it('a page without a language is taken for English', () => {
    document.documentElement.lang = '';
    page(field('Amount', text('2')));
    expect(read()).toEqual({ Amount: ['2', 'en'] });
  });
});

it('one page may hold both kinds of shadow', () => {
  show(recordPage(field('Amount', text('1'))), 'synthetic');
  const host = document.createElement('x-part');
  document.querySelector('one-record-home-flexipage2')?.append(host);
  const item = document.createElement('div');
  host.attachShadow({ mode: 'open' }).append(item);
  item.outerHTML =
    '<div data-target-selection-name="sfdc:RecordField.Opportunity.NextStep"><span class="test-id__field-value">Call</span></div>';
  expect(read()).toEqual({ Amount: ['1', 'de'], NextStep: ['Call', 'de'] });
});

it('a container without a box of its own is in view with what holds it', () => {
  show(`<style>one-record-home-flexipage2 { display: contents }</style>${recordPage(field('Amount', text('1')))}`, 'synthetic');
  vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(function (this: Element) {
    return getComputedStyle(this).display !== 'contents';
  });
  expect(read()).toEqual({ Amount: ['1', 'de'] });
});

it('without a record in view nothing is read', () => {
  show(recordPage(field('Amount', text('1')) + highlights('Acme')), 'synthetic');
  const view: View = { kind: 'list', crm: 'salesforce', org: ORG, object: 'Opportunity' };
  expect(read(view)).toEqual({});
  expect(salesforcePage.readPage(document, view, []).name).toBeNull();
});

it('what was tried is told in short phrases', () => {
  expect(salesforcePage.tried.length).toBeGreaterThan(1);
  for (const phrase of salesforcePage.tried) expect(phrase.length).toBeLessThan(50);
});
