/** Contract: a parsed pack, indexed so that a look-up costs what the stage holds, not what the pack holds. */
import type { Crm, Reading, RecordRef, Watch } from '../crm/adapter';
import type { KnownValue, Vocabulary } from '../criteria/evaluate';
import type { Pack, PackField, Pipeline, Sop, Stage } from './schema';

/** Where a pack field lives on one CRM object. */
export interface PackIndex {
  pack: Pack;
  words: Vocabulary;
  fieldById: ReadonlyMap<string, PackField>;
  /** SOPs of a stage by `pipeline/stage`. */
  sopsOf(pipeline: string, stage: string): readonly Sop[];
}

/** The manager's mistake, with its place in the pack. Not a bug of ours. */
export declare class PackError extends Error {
  readonly problems: readonly { path: string; message: string }[];
}

/** Parse a pack file's text (JSON or YAML). Throws PackError with every problem and its place. Nothing is changed on failure. */
export declare function parsePack(text: string): Promise<Pack>;
export declare function indexPack(pack: Pack): PackIndex;
/** The pipeline and stage that a CRM stage value means for an object, or null. `crmPipeline` is the CRM's own pipeline value where known. */
export declare function placeOf(index: PackIndex, record: RecordRef, stageValue: string, crmPipeline?: string): { pipeline: Pipeline; stage: Stage; position: number } | null;
/** The stage field of an object on a CRM, and its pipeline field if there is one: `['StageName']`. */
export declare function stageFieldsOf(index: PackIndex, crm: Crm, object: string): { stage: string; pipeline?: string }[];
/** Every CRM field name a pack asks about on a CRM, for the gate and the watcher. */
export declare function watchOf(index: PackIndex, crm: Crm): Watch;
/** Readings of one record by CRM name to typed values by pack field id. The newest reading wins; what cannot be parsed is left out. */
export declare function knownValues(index: PackIndex, record: RecordRef, readings: readonly Reading[]): Record<string, KnownValue>;
