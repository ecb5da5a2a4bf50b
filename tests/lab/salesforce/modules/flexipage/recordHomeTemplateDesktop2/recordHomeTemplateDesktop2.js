import { LightningElement } from 'lwc';

/** Header over a wide column and a sidebar. */
export default class RecordHomeTemplateDesktop2 extends LightningElement {}
