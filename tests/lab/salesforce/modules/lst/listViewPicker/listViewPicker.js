import { LightningElement } from 'lwc';

/** The list view's name. There is one list view here. */
export default class ListViewPicker extends LightningElement {}
