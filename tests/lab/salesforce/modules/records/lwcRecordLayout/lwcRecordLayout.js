import { LightningElement } from 'lwc';

/** Holds the layout that was generated for the object. */
export default class LwcRecordLayout extends LightningElement {}
