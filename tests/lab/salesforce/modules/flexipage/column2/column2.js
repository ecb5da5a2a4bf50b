import { LightningElement } from 'lwc';

/** A column of a section of fields. */
export default class Column2 extends LightningElement {}
