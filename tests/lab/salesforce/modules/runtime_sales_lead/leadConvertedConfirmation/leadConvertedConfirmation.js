import { LightningElement, api } from 'lwc';
import { recordUrl } from 'one/router';

/** What the lead has become, with the ways there. */
export default class LeadConvertedConfirmation extends LightningElement {
  static renderMode = 'light';
  @api result;

  get cards() {
    const { accountId, contactId, opportunityId, names } = this.result;
    const card = (label, icon, id, name) => ({ label, icon: `standard:${icon}`, id, name, href: recordUrl(label, id) });
    return [
      card('Account', 'account', accountId, names.account),
      card('Contact', 'contact', contactId, names.contact),
      card('Opportunity', 'opportunity', opportunityId, names.opportunity),
    ];
  }
}
