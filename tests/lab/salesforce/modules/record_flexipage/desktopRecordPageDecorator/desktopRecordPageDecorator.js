import { LightningElement } from 'lwc';

/** Wraps a record page's template. */
export default class DesktopRecordPageDecorator extends LightningElement {}
