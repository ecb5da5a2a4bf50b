/** A vector in short: what is not said is as for a good pack by a key that is trusted. */
import type { Vector } from './vector';

export type Row = [name: string, text: string, outcome: string, more?: Partial<Vector>];

export const NOT_AS_WRITTEN = 'malformed: it is not written as Handrail writes it';
export const WRONG_PARTS = 'malformed: it does not have the parts of a signed pack';
export const wrongHeader = (key: string) => `malformed: the header’s ${key} is not that of a signed pack`;
export const HEADER_SPOILT = wrongHeader('content');
export const HEADER_NOT_AS_WRITTEN = 'malformed: the header is not written as Handrail writes it';
