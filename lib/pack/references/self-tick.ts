/** Steps that would tick themselves by a step: one that waits for a step could wait for itself. */
import { askedBy } from '../asked';
import { type Part, partOf, stepsIn } from '../parts';
import { child, type Found } from '../problems';

export function* selfTickProblems(sops: readonly Part[]): Generator<Found> {
  for (const step of sops.flatMap((sop) => [...stepsIn(sop)])) {
    const { value, path } = partOf(step, 'doneWhen');
    if (value === undefined) continue;
    for (const asked of askedBy(value, path)) {
      if (asked.kind === 'step') yield { path: asked.path, message: 'a step cannot tick itself by another step; ask for a field instead' };
    }
    if (child(step.value, 'steps') !== undefined)
      yield { path, message: 'a step with sub-steps is done when they are; give doneWhen to a sub-step' };
  }
}
