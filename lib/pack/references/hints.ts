/** "Did you mean" for as many mistakes as anybody will read. */
import { mostProblems } from '../problems';
import { didYouMean } from '../suggest';

export type Hints = typeof didYouMean;

/** Looking for the nearest name costs time, and a hostile pack could ask for it more often than it is shown: past that, '' is the answer. */
export function hints(): Hints {
  let left = mostProblems;
  return (typed, known) => {
    left -= 1;
    return left >= 0 ? didYouMean(typed, known) : '';
  };
}
