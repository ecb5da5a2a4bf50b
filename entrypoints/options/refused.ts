/** What is said of a pack file that was not taken. */
import type { FileOutcome } from '../../components/studio/model';
import type { Refusal } from '../../lib/pack/signed/refusal';
import { refusalWords } from '../../lib/pack/signed/words';

/** In one or two sentences. */
export function refusedWords(refusal: Refusal): string {
  return refusalWords(refusal, (at) => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(at));
}

/** Of a file: mistakes in the pack itself are told one by one, each with its place. */
export function refused(refusal: Refusal): FileOutcome {
  if (refusal.why !== 'invalid') return { kind: 'refused', message: refusedWords(refusal), problems: [] };
  const { problems } = refusal;
  const count = problems.length === 1 ? 'One problem was' : `${problems.length} problems were`;
  return { kind: 'refused', message: `${count} found in it.`, problems };
}
