import { LightningElement } from 'lwc';

/** The frame of a list: header over display. */
export default class CommonListInternal extends LightningElement {}
