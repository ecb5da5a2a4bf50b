import { afterEach, describe, expect, it } from 'vitest';
import { nearest } from '../../../../../lib/crm/salesforce/deep';
import { salesforcePage } from '../../../../../lib/crm/salesforce/page';
import { auraPath, combobox, component, field, recordPage, show, text, TREES } from './page-shapes';

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
