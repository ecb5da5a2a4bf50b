import { LightningElement } from 'lwc';

/** Holds an Aura component on an LWC page. */
export default class AuraWrapper extends LightningElement {}
