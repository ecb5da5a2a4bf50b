/** What does not fit together in a pack. Runs on data of any shape, so that all mistakes show at once. */
import { type Part, listIn } from './parts';
import type { Found } from './problems';
import { calendarProblems } from './references/calendars';
import { duplicateProblems } from './references/duplicates';
import { fitProblems } from './references/fits';
import { hints } from './references/hints';
import { languageProblems } from './references/languages';
import { nameProblems } from './references/names';
import { selfTickProblems } from './references/self-tick';

/** What a mistake is about. */
export type Mismatch = 'unknown-name' | 'duplicate' | 'unfit-test' | 'self-tick' | 'language' | 'calendar';

export interface ReferenceProblem extends Found {
  kind: Mismatch;
}

/** Names that lead nowhere, that two things share, that cannot be compared or that wait for themselves; texts and hours that do not fit. */
export function referenceProblems(data: unknown): ReferenceProblem[] {
  const pack: Part = { value: data, path: [] };
  const sops = [...listIn(pack, 'sops')];
  const nearest = hints();
  const found: [Mismatch, Iterable<Found>][] = [
    ['duplicate', duplicateProblems(pack, sops)],
    ['unknown-name', nameProblems(pack, sops, nearest)],
    ['unfit-test', fitProblems(pack, sops, nearest)],
    ['self-tick', selfTickProblems(sops)],
    ['language', languageProblems(pack)],
    ['calendar', calendarProblems(pack)],
  ];
  return found.flatMap(([kind, problems]) => [...problems].map((problem) => ({ kind, ...problem })));
}
