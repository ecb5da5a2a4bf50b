import { LightningElement } from 'lwc';

/** A row of the layout: one or two items. */
export default class RecordLayoutRow extends LightningElement {}
