/** Criteria that the steps say nothing about. */
import { type Asked, askedBy } from '../../asked';
import type { Sop } from '../../schema';
import { askedLabels } from '../asks';
import type { LintPack, Rule } from '../rule';
import { fieldsOfStep } from '../used';
import { type AnyStep, type At, criteriaOf, listed, said, sopsOf, stepsOf } from '../walk';

export const noHelp: Rule = {
  id: 'no-help',
  about: 'A criterion asks for something that no step mentions, and has no fix.',
  *check(lint) {
    const { pack, words } = lint;
    // What must hold to enter a stage is worked on in the stages before it, so there the whole pipeline helps.
    const ofPipeline = new Map(
      pack.pipelines.map(({ id }) => [id, mentionsOf(stepsIn(sopsOf(pack).filter(({ value }) => value.pipeline === id)), lint)]),
    );
    for (const sop of sopsOf(pack)) {
      const helps = { entry: ofPipeline.get(sop.value.pipeline), exit: mentionsOf(stepsIn([sop]), lint) };
      for (const side of ['entry', 'exit'] as const) {
        for (const { value: criterion, path } of criteriaOf(sop, [side])) {
          const asked = [...askedBy(criterion.when)].filter(({ kind }) => kind !== 'calendar');
          if (criterion.fix || asked.length === 0 || asked.some((one) => helps[side]?.has(keyOf(one)))) continue;
          yield {
            level: 'advice',
            path,
            message: `nothing in this SOP helps to meet ${said(criterion.label)}`,
            fix: `add a step that asks for ${listed(askedLabels(criterion.when, words), 'or')}, or give the criterion a fix`,
          };
        }
      }
    }
  },
};

function stepsIn(sops: readonly At<Sop>[]): AnyStep[] {
  return sops.flatMap(stepsOf).map(({ value }) => value);
}

/** What steps mention, and the events that come of it. */
function mentionsOf(steps: readonly AnyStep[], { pack, index }: LintPack): Set<string> {
  const found = new Set<string>();
  for (const step of steps) {
    // A question's answer and an approval have the id of their step.
    for (const kind of ['step', 'answer', 'approval'] as const) found.add(keyOf({ kind, id: step.id }));
    for (const id of fieldsOfStep(step, index)) found.add(keyOf({ kind: 'field', id }));
    for (const asked of askedBy(step.doneWhen)) found.add(keyOf(asked));
  }
  for (const { id, at } of pack.events) {
    const source = 'field' in at ? keyOf({ kind: 'field', id: at.field }) : keyOf({ kind: 'step', id: at.step });
    if (found.has(source)) found.add(keyOf({ kind: 'event', id }));
  }
  return found;
}

function keyOf({ kind, id }: Pick<Asked, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}
