import { LightningElement, api } from 'lwc';
import { editUrl, navigate, quickActionUrl } from 'one/router';
import { openLeadConvert } from 'runtime_sales_lead/convertModal';

/** The record's actions. `page` is `{record, info}`. */
export default class ActionsRibbon extends LightningElement {
  @api page;

  get quickActions() {
    return this.page.info.quickActions.map((action) => ({ ...action, target: `sfdc:QuickAction.${action.apiName}` }));
  }

  get canConvert() {
    return this.page.info.pathEnd === 'converted';
  }

  handleEdit() {
    const { apiName, id } = this.page.record;
    navigate(editUrl(apiName, id));
  }

  handleQuickAction(event) {
    const { apiName, id } = this.page.record;
    navigate(quickActionUrl(event.target.name, apiName, id));
  }

  handleConvert() {
    openLeadConvert(this.page.record.id);
  }
}
