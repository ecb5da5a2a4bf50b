/** "Did you mean" at the end of a message about a name that leads nowhere. */
import { nearest } from '../criteria/nearest';

/** `; did you mean "budget"?`, or '' when nothing known is near. */
export function didYouMean(typed: string, known: Iterable<string>): string {
  const word = nearest(typed, [...known]);
  return word === null ? '' : `; did you mean "${word}"?`;
}
