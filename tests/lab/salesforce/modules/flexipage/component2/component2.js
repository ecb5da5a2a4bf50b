import { LightningElement } from 'lwc';

/** The place of one component on the page. */
export default class Component2 extends LightningElement {}
