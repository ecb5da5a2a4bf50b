import { LightningElement } from 'lwc';

/** Holds the steps in one line. */
export default class PathTrackScroller extends LightningElement {}
