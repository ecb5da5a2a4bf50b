/** What a step asks of the rep beside its tick, with what is known of it: an answer, the values of its fields, a template's words. Pure. */
import { evaluate } from '../criteria/evaluate';
import { contentOf } from '../criteria/field-test';
import type { Facts } from '../criteria/facts';
import type { Truth } from '../criteria/condition';
import { own } from '../criteria/own';
import type { RecordRef, Value } from '../crm/adapter';
import { approversOf, asksForCodes } from '../pack/approvers';
import type { PackIndex } from '../pack/load';
import { type Merged, mergeTemplate } from '../pack/merge';
import type { Step, Template } from '../pack/schema';
import { type Manner, valueWords } from '../pack/value-words';
import type { Granted } from './progress';
import { stepStates, type Ticks } from './step-view';

export type Question = NonNullable<Step['question']>;

export interface BranchView {
  id: string;
  label: string;
  /** Whether what the record tells speaks for it: it is the first branch whose `when` holds. */
  suggested: boolean;
  /** The step or SOP that it leads to. */
  to: { kind: 'step' | 'sop'; id: string; title: string } | null;
}

export interface FieldView {
  id: string;
  label: string;
  /** Whether it is filled: unknown where it cannot be seen. */
  filled: Truth;
  /** Its value as people write it; null where there is none to show. */
  words: string | null;
  /** The field's own name on this CRM, for "take me there". */
  crmField?: string;
}

export type StepTask =
  | { kind: 'question'; question: Question; answer: Value }
  | { kind: 'decision'; branches: BranchView[]; chosen: string | null }
  | { kind: 'fields'; fields: FieldView[] }
  | { kind: 'template'; template: Template; merged: Merged }
  | { kind: 'asset'; asset: NonNullable<Step['asset']> }
  /** `by`: the title of the role that approves. `codes`: null where the rep's own tick is the approval; `from` is who may give one, by name. */
  | { kind: 'approval'; by: string; codes: { from: string[]; state: ApprovalState } | null };

/** How an approval by code stands. Times are in milliseconds since 1970. */
export type ApprovalState =
  | { kind: 'none' }
  | { kind: 'asked'; at: number }
  | { kind: 'granted'; by: string; until: number }
  | { kind: 'run-out'; by: string; until: number };

/** What the tasks of a record's steps are worked out from. `name` is the record's, null where it is not known. */
export interface TaskContext {
  index: PackIndex;
  record: Pick<RecordRef, 'crm' | 'org' | 'object'>;
  name: string | null;
  facts: Facts;
  ticks: Ticks;
  /** What codes granted, those that have run out too; and when an approval was last asked for, by the id of its step. */
  approvals: readonly Granted[];
  asked: Readonly<Record<string, number>>;
}

/** The task that a step's own key makes it; null for a step that is only ticked. */
export function taskOf(step: Step, context: TaskContext): StepTask | null {
  const { index, facts } = context;
  const answer = own(facts.answers, step.id) ?? null;
  if (step.question) return { kind: 'question', question: step.question, answer };
  if (step.decision) {
    const branches = branchesOf(step.decision, context);
    return { kind: 'decision', branches, chosen: branches.find(({ id }) => id === answer)?.id ?? null };
  }
  if (step.fields) return { kind: 'fields', fields: step.fields.map((id) => fieldOf(id, context)) };
  if (step.asset) return { kind: 'asset', asset: step.asset };
  if (step.approval) {
    const { by } = step.approval;
    return {
      kind: 'approval',
      by: index.pack.roles.find(({ id }) => id === by)?.title ?? by,
      codes: codesFor(step.id, step.approval, context),
    };
  }
  const template = step.template === undefined ? undefined : index.templateById.get(step.template);
  return template ? { kind: 'template', template, merged: merged(template, context) } : null;
}

function codesFor(
  step: string,
  approval: NonNullable<Step['approval']>,
  { index, facts, approvals, asked }: TaskContext,
): { from: string[]; state: ApprovalState } | null {
  if (!asksForCodes(index.pack)) return null;
  const from = approversOf(index.pack, approval).map(({ name }) => name);
  const grant = approvals.find((one) => one.approval === step);
  const askedAt = own(asked, step);
  if (grant && grant.until > facts.now) return { from, state: { kind: 'granted', by: grant.by, until: grant.until } };
  if (askedAt !== undefined && askedAt > (grant?.at ?? 0)) return { from, state: { kind: 'asked', at: askedAt } };
  return { from, state: grant ? { kind: 'run-out', by: grant.by, until: grant.until } : { kind: 'none' } };
}

function branchesOf(branches: NonNullable<Step['decision']>, { index, facts, ticks }: TaskContext): BranchView[] {
  const holds = branches.find(({ when }) => {
    if (!when) return false;
    const steps = stepStates(index, facts, ticks, [when]);
    return evaluate(when, { ...facts, steps }, index.words).result === 'true';
  });
  return branches.map((branch) => ({
    id: branch.id,
    label: branch.label,
    suggested: branch === holds,
    to: branch.to ? whereTo(branch.to, index) : null,
  }));
}

function whereTo(to: { step: string } | { sop: string }, index: PackIndex): BranchView['to'] {
  if ('step' in to) return { kind: 'step', id: to.step, title: index.stepById.get(to.step)?.title ?? to.step };
  return { kind: 'sop', id: to.sop, title: index.sopById.get(to.sop)?.title ?? to.sop };
}

const TRUTHS = { filled: 'true', empty: 'false', unreadable: 'unknown' } as const;

function fieldOf(id: string, context: TaskContext): FieldView {
  const { index, record, facts } = context;
  const field = index.fieldById.get(id);
  const known = own(facts.readings, id);
  const crmField = index.objectOf(record)?.nameByField.get(id);
  return {
    id,
    label: field?.label ?? id,
    filled: known ? TRUTHS[contentOf(known.value)] : 'unknown',
    words: field ? valueWords(known, field, mannerOf(context)) : null,
    ...(crmField === undefined ? {} : { crmField }),
  };
}

function merged(template: Template, context: TaskContext): Merged {
  const { index, name, facts } = context;
  return mergeTemplate(template, { ...mannerOf(context), name, readings: facts.readings, fieldById: index.fieldById });
}

function mannerOf({ index, facts }: TaskContext): Manner {
  return { language: index.pack.language, timeZone: facts.timeZone };
}
