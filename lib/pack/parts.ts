/** Where a pack's steps, criteria and conditions are, in data of any shape. */
import { child, entries, type Path } from './problems';

/** A piece of the pack and its place in it. */
export interface Part {
  value: unknown;
  path: Path;
}

/** What an object holds under `key`. */
export function partOf(owner: Part, key: string): Part {
  return { value: child(owner.value, key), path: [...owner.path, key] };
}

/** The entries of a list that an object holds under `key`. */
export function* listIn(owner: Part, key: string): Generator<Part> {
  yield* entries(child(owner.value, key), [...owner.path, key]);
}

/** The steps of an SOP, each followed by its sub-steps. */
export function* stepsIn(sop: Part): Generator<Part> {
  for (const phase of listIn(sop, 'phases')) {
    for (const step of listIn(phase, 'steps')) {
      yield step;
      yield* listIn(step, 'steps');
    }
  }
}

/** The criteria of an SOP, those for entering first. */
export function* criteriaIn(sop: Part): Generator<Part> {
  yield* listIn(sop, 'entry');
  yield* listIn(sop, 'exit');
}

/** Every condition of an SOP: whom it is for, its criteria, what its steps tick themselves by, and when its branches are suggested. */
export function* conditionsIn(sop: Part): Generator<Part> {
  yield partOf(sop, 'when');
  for (const criterion of criteriaIn(sop)) yield partOf(criterion, 'when');
  for (const step of stepsIn(sop)) {
    yield partOf(step, 'doneWhen');
    for (const branch of listIn(step, 'decision')) yield partOf(branch, 'when');
  }
}
