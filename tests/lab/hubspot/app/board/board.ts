/** What both generations of the board are given. */

import type { Property, Stage } from '../data/metadata';
import type { Values } from '../data/records';

export interface BoardParts {
  objectTypeId: string;
  stages: readonly Stage[];
  /** The records of a stage, in order. */
  idsIn(stage: string): readonly string[];
  valuesOf(objectId: string): Values;
  /** What a card shows. */
  properties: readonly Property[];
  /** A card was let go at a place among the others of a stage. */
  onDrop(objectId: string, stage: string, index: number): void;
  onPreview(objectId: string): void;
}
