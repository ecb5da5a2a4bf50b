// Opens the modal that converts a lead, and the one that tells of the result (facts/salesforce.md §1.9).
import { createElement } from 'lwc';
import { openModal } from 'one/modal';
import { listUrl, navigate } from 'one/router';
import LeadConvert from 'runtime_sales_lead/leadConvert';
import LeadConverted from 'runtime_sales_lead/leadConvertedConfirmation';

/** The first “Convert” only opens the modal: nothing is saved before its own button. */
export function openLeadConvert(recordId) {
  const body = Object.assign(createElement('runtime_sales_lead-lead-convert', { is: LeadConvert }), { recordId });
  const footer = footerWith('Convert', () => body.convert());
  const modal = openModal({ title: 'Convert Lead', body, footer, className: 'uiModal--leadConvert leadConvertModal' });
  footer.querySelector('.cancel').addEventListener('click', modal.close);
  body.addEventListener('converted', ({ detail }) => {
    modal.close();
    openConfirmation(detail);
  });
}

function openConfirmation(result) {
  const body = Object.assign(createElement('runtime_sales_lead-lead-converted-confirmation', { is: LeadConverted }), { result });
  body.className = 'panel runtime_sales_leadConvertedConfirmationDesktop';
  const footer = document.createElement('button');
  footer.type = 'button';
  footer.className = 'slds-button slds-button_brand';
  footer.textContent = 'Go to Leads';
  const modal = openModal({ title: 'Your lead has been converted', body, footer, className: 'leadConvertedModal' });
  footer.addEventListener('click', () => {
    modal.close();
    navigate(listUrl('Lead'));
  });
}

function footerWith(label, run) {
  const footer = document.createElement('div');
  footer.innerHTML = `
    <button type="button" class="slds-button slds-button_neutral uiButton cancel">Cancel</button>
    <span class="targetingSpan slds-var-m-left_x-small runtime_sales_leadConvertModalFooter">
      <button type="button" class="slds-button slds-button_brand"></button>
    </span>`;
  const button = footer.querySelector('.slds-button_brand');
  button.textContent = label;
  button.addEventListener('click', async () => {
    button.disabled = true;
    await run();
    button.disabled = false;
  });
  return footer;
}
