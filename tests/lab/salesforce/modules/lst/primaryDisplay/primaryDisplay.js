import { LightningElement } from 'lwc';

/** One display. */
export default class PrimaryDisplay extends LightningElement {}
