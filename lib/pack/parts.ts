/** Where a pack's steps, criteria and conditions are, in data of any shape. */
import { child, entries, type Path } from './problems';

/** A piece of the pack and its place in it. */
export interface Part {
  value: unknown;
  path: Path;
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

/** Every condition of an SOP: those of its criteria, and those by which its steps tick themselves. */
export function* conditionsIn(sop: Part): Generator<Part> {
  for (const { value, path } of criteriaIn(sop)) yield { value: child(value, 'when'), path: [...path, 'when'] };
  for (const { value, path } of stepsIn(sop)) yield { value: child(value, 'doneWhen'), path: [...path, 'doneWhen'] };
}
