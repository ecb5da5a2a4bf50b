import { LightningElement } from 'lwc';

/** The header: search, user, and the app's navigation bar. */
export default class AppNav extends LightningElement {}
