import { LightningElement } from 'lwc';

/** Holds the shown display. */
export default class PrimaryDisplayManager extends LightningElement {}
