import { LightningElement, api } from 'lwc';
import { oneLine } from 'lds/errors';
import { watchRecord } from 'lds/recordPage';
import { convertLead } from 'lds/records';

/** What a lead becomes, as Aura draws it: plain elements. */
export default class LeadConvert extends LightningElement {
  static renderMode = 'light';
  @api recordId;
  page = null;
  names = {};
  status = '';
  errors = [];

  connectedCallback() {
    this.stop = watchRecord('Lead', this.recordId, (page) => this.keep(page));
  }

  disconnectedCallback() {
    this.stop();
  }

  keep(page) {
    const { Name, Company } = page.record.fields;
    if (!this.page) this.names = { account: Company.value, contact: Name.value, opportunity: `${Company.value}-` };
    this.page = page;
    this.status = this.statuses[0].value;
  }

  get statuses() {
    return this.page.picklists.Status.filter(({ attributes }) => attributes.won);
  }

  get sections() {
    const section = (key, label) => ({ key, label, nameLabel: `${label} Name`, inputId: `convert-${key}`, value: this.names[key] });
    return [section('account', 'Account'), section('contact', 'Contact'), section('opportunity', 'Opportunity')];
  }

  get hasErrors() {
    return this.errors.length > 0;
  }

  handleName(event) {
    this.names = { ...this.names, [event.target.dataset.section]: event.target.value };
  }

  handleStatus({ detail }) {
    this.status = detail.value;
  }

  @api
  async convert() {
    this.errors = [];
    const { account, contact, opportunity } = this.names;
    try {
      const result = await convertLead({
        leadId: this.recordId,
        convertedStatus: this.status,
        newAccountRecord: { sobjectType: 'Account', Name: account },
        newContactRecord: { sobjectType: 'Contact', LastName: contact },
        newOpportunityRecord: { sobjectType: 'Opportunity', Name: opportunity },
        doNotCreateOpportunity: false,
      });
      if (result.hasError) this.errors = [result.errorMessage];
      else this.dispatchEvent(new CustomEvent('converted', { detail: { ...result, names: this.names } }));
    } catch (error) {
      this.errors = [oneLine(error)];
    }
  }
}
