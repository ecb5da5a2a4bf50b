import { LightningElement, api } from 'lwc';

/** The list's table (facts/salesforce.md §1.7). Its cells are not edited here. */
export default class CustomizedDatatable extends LightningElement {
  @api columns;
  @api rows;
}
