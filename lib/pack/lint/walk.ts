/** The parts of a pack with their places, for rules to walk over. */
import type { Condition } from '../../criteria/condition';
import type { Path } from '../problems';
import type { Criterion, Pack, Phase, Sop, Step, SubStep } from '../schema';

export interface At<T> {
  value: T;
  path: Path;
}

export type Side = 'entry' | 'exit';
export type AnyStep = Step | SubStep;

/** The entries of a list that stands at `path`. */
export function at<T>(list: readonly T[] | undefined, path: Path): At<T>[] {
  return (list ?? []).map((value, position) => ({ value, path: [...path, position] }));
}

export function sopsOf(pack: Pack): At<Sop>[] {
  return at(pack.sops, ['sops']);
}

/** The criteria of one side, or of both. */
export function criteriaOf(sop: At<Sop>, sides: readonly Side[] = ['entry', 'exit']): At<Criterion>[] {
  return sides.flatMap((side) => at(sop.value[side], [...sop.path, side]));
}

function phasesOf(sop: At<Sop>): At<Phase>[] {
  return at(sop.value.phases, [...sop.path, 'phases']);
}

/** The steps of an SOP, without their sub-steps. */
export function topStepsOf(sop: At<Sop>): At<Step>[] {
  return phasesOf(sop).flatMap((phase) => at(phase.value.steps, [...phase.path, 'steps']));
}

/** The steps of an SOP, each followed by its sub-steps. */
export function stepsOf(sop: At<Sop>): At<AnyStep>[] {
  return topStepsOf(sop).flatMap((step): At<AnyStep>[] => [step, ...at(step.value.steps, [...step.path, 'steps'])]);
}

/** The branches of the decisions of an SOP, each with the step that it belongs to. */
export function branchesOf(sop: At<Sop>): (At<NonNullable<Step['decision']>[number]> & { step: Step })[] {
  return topStepsOf(sop).flatMap((step) =>
    at(step.value.decision, [...step.path, 'decision']).map((branch) => ({ ...branch, step: step.value })),
  );
}

/** Every condition of an SOP, with the words for what it decides. */
export function conditionsOf(sop: At<Sop>): (At<Condition> & { decides: string })[] {
  const found: (At<Condition> & { decides: string })[] = [];
  const take = (owner: At<{ when?: Condition; doneWhen?: Condition }>, key: 'when' | 'doneWhen', decides: string): void => {
    const value = owner.value[key];
    if (value) found.push({ value, path: [...owner.path, key], decides });
  };
  take(sop, 'when', `whom ${said(sop.value.title)} is for`);
  for (const step of stepsOf(sop)) take(step, 'doneWhen', `what ticks ${said(step.value.title)}`);
  for (const branch of branchesOf(sop)) take(branch, 'when', `when ${said(branch.value.label)} is suggested`);
  for (const criterion of criteriaOf(sop)) take(criterion, 'when', said(criterion.value.label));
  return found;
}

/** A pack's own words in a message: “Budget confirmed”. */
export function said(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 70 ? `${line.slice(0, 69)}…` : line}”`;
}

/** `“A”, “B” and “C”`, each once. */
export function listed(texts: Iterable<string>, word: 'and' | 'or' = 'and'): string {
  const all = [...new Set(texts)].map(said);
  const last = all.pop() ?? '';
  return all.length > 0 ? `${all.join(', ')} ${word} ${last}` : last;
}
