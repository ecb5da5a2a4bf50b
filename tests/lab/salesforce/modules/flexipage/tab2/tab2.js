import { LightningElement } from 'lwc';

/** The shown tab's content. */
export default class Tab2 extends LightningElement {}
