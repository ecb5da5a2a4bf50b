import { LightningElement } from 'lwc';

/** The activity timeline, with nothing in it. */
export default class ActivityPanel extends LightningElement {}
