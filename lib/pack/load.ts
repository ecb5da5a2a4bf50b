/** The one door to packs: from a file's text to a pack, and from a pack to look-ups that cost what a stage holds. */
export { indexPack, type PackIndex } from './index-pack';
export { knownValues } from './known-values';
export { parsePack } from './parse';
export { placeOf, stageFieldsOf, stageOptions, watchOf, type Place } from './place';
export { PackError } from './problems';
