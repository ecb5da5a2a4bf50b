import LightningDatatable from 'lightning/datatable';
import link from './link.html';
import picklist from './picklist.html';
import picklistEdit from './picklistEdit.html';

/** The list's table: the base component's own, with its inline edit, and the cells that a list has besides (facts/salesforce.md §1.7). */
export default class CustomizedDatatable extends LightningDatatable {
  static customTypes = {
    listLink: { template: link, standardCellLayout: true, typeAttributes: ['label'] },
    listPicklist: { template: picklist, editTemplate: picklistEdit, standardCellLayout: true, typeAttributes: ['fieldApiName', 'options'] },
  };
}
