/** What a rule of the lint is: something about a pack that a manager would want to know before the reps do. */
import type { Vocabulary } from '../../criteria/facts';
import { indexPack, type PackIndex } from '../index-pack';
import type { Path } from '../problems';
import type { Pack, PackFile } from '../schema';

/** `error`: part of the pack cannot work as it is written. `advice`: it works, and could serve the reps better. */
type Level = 'error' | 'advice';

/** What a rule says of one place. `message`: what is the matter. `fix`: what to do about it. */
export interface Remark {
  level: Level;
  path: Path;
  message: string;
  fix: string;
}

/** A remark with its rule, and its place in words: `sops[2] "Discovery call" › exit[0]`. */
export interface Finding extends Remark {
  rule: string;
  place: string;
}

/** A pack as rules look at it. */
export interface LintPack {
  /** As it was written. */
  file: PackFile;
  /** In its own language. */
  pack: Pack;
  index: PackIndex;
  words: Vocabulary;
  /** An ISO day. */
  today: string;
}

export interface Rule {
  id: string;
  /** What it finds, in one sentence. */
  about: string;
  /** Total: throws on no pack that the schema accepts, however little fits together in it. Same pack and day, same remarks. */
  check(pack: LintPack): Iterable<Remark>;
}

/** @param today an ISO day */
export function forLint(file: PackFile, today: string): LintPack {
  const index = indexPack(file, [file.language]);
  return { file, pack: index.pack, index, words: index.words, today };
}
