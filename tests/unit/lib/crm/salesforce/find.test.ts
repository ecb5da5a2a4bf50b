import { afterEach, describe, expect, it } from 'vitest';
import { nearest } from '../../../../../lib/crm/salesforce/deep';
import { salesforcePage } from '../../../../../lib/crm/salesforce/page';
import { auraPath, combobox, component, consoleTab, dynamicField, field, lwcPath, recordPage, show, text, TREES } from './page-shapes';

const find = (name: string) => salesforcePage.findField(document, name);

afterEach(() => {
  document.body.innerHTML = '';
});

describe.each(TREES)('in %s shadow, what to show for a field is', (tree) => {
  it('its item in the layout', () => {
    show(recordPage(field('Amount', text('1'))), tree);
    expect(find('Amount')?.tagName).toBe('RECORDS-RECORD-LAYOUT-ITEM');
  });

  it('the item of the page in view, not of a copy', () => {
    show(
      recordPage(field('Amount', text('1')), 'class="windowViewMode-normal"') + `<main>${recordPage(field('Amount', text('2')))}</main>`,
      tree,
    );
    expect(nearest(find('Amount'), 'main')).not.toBeNull();
    show(recordPage(field('Amount', text('1')), 'class="windowViewMode-normal"'), tree);
    expect(find('Amount')).toBeNull();
  });

  it('the modal’s, where one is open', () => {
    show(
      recordPage(field('Amount', text('1'))) +
        `<div class="uiModal active" id="modal">${field('Amount', combobox('Amount', '1'), 'input')}</div>`,
      tree,
    );
    expect(find('Amount')?.closest('#modal')).not.toBeNull();
  });

  it('the control by its name, where the layout does not tell', () => {
    show(`<div class="uiModal active">${combobox('StageName', 'x')}${component('lightning-input', '<input name="NextStep">')}</div>`, tree);
    expect(find('StageName')?.tagName).toBe('BUTTON');
    expect(find('NextStep')?.tagName).toBe('INPUT');
  });

  it('its place on a page of single fields, in view and in edit', () => {
    for (const [control, mode] of [
      [text('1'), 'output'],
      [combobox('Amount', '1'), 'input'],
    ] as const) {
      show(recordPage(dynamicField('Amount', control, mode)), tree);
      expect(find('Amount')?.getAttribute('data-field-id')).toBe('RecordAmountField');
    }
  });

  it.each([
    ['a quick action', '<div class="runtime_platform_actionsQuickActionWrapper">', 'runtime_platform_actions-lwc-quick-action-layout'],
    ['the create modal', '<div class="oneRecordActionWrapper">', 'records-modal-lwc-detail-panel-wrapper'],
  ])('the one of %s, rather than of the page behind it', (_, wrapper, tag) => {
    const form = component(tag, component('records-base-record-form', field('StageName', combobox('StageName', ''), 'input')));
    const modal = `<div class="uiModal active open"><div role="dialog" aria-modal="true">${wrapper}${form}</div></div></div>`;
    show(recordPage(field('StageName', text('x')) + field('Amount', text('1'))) + modal, tree);
    expect(nearest(find('StageName'), '.uiModal')).not.toBeNull();
    // What the modal does not ask for is still there behind it.
    expect(nearest(find('Amount'), 'one-record-home-flexipage2')).not.toBeNull();
  });

  it('the one of a console’s tab in front', () => {
    const tab = (inFront: boolean) => consoleTab(recordPage(field('Amount', text('1'))), inFront);
    show(`<main>${tab(false)}</main>${tab(true)}`, tree);
    expect(find('Amount')).not.toBeNull();
    expect(nearest(find('Amount'), 'main')).toBeNull();
  });

  it('the newer Path, where nothing else shows the stage', () => {
    show(recordPage(lwcPath('Qualification')), tree);
    expect(find('StageName')?.className).toBe('slds-path');
  });

  it('the Path, where the layout does not show the stage', () => {
    show(recordPage(auraPath('Qualification')), tree);
    expect(find('StageName')?.className).toBe('runtime_sales_pathassistantPathAssistant');
    expect(find('Amount')).toBeNull();
  });
});

it.each(['', 'a"],*', 'Account.Name', '*'])('no element is looked for by %j', (name) => {
  show(recordPage(field('Amount', text('1'))), 'synthetic');
  expect(find(name)).toBeNull();
});
