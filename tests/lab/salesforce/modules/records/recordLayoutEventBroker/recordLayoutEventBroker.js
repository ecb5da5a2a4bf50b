import { LightningElement } from 'lwc';

/** Lightning's own go-between for layout events; here only its place in the tree. */
export default class RecordLayoutEventBroker extends LightningElement {}
