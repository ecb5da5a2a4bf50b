import { LightningElement } from 'lwc';

/** The Details tab. The other tabs of a live page are of no use for practice. */
export default class Tabset2 extends LightningElement {}
