import { LightningElement } from 'lwc';

/** The object's name over the record's. */
export default class EntityLabel extends LightningElement {}
