import { LightningElement } from 'lwc';

/** The administrator's advice for a step. */
export default class PathGuidance extends LightningElement {}
