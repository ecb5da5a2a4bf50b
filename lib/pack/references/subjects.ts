/** What a pack's fields, questions and decisions hold, read from data of any shape. What cannot be read is left out. */
import type { Choice, FieldType, Subject } from '../../criteria/facts';
import { own } from '../../criteria/own';
import { type Part, listIn, partOf, stepsIn } from '../parts';
import { child } from '../problems';
import { fieldTypes } from '../schema';
import { answerTypes } from '../words';

/** By id. */
export interface Subjects {
  fields: ReadonlyMap<string, Subject>;
  answers: ReadonlyMap<string, Subject>;
}

export function subjectsIn(pack: Part, sops: readonly Part[]): Subjects {
  const fields = [...listIn(pack, 'fields')].flatMap((field) =>
    entryOf(field, 'label', typeIn(fieldTypes, child(field.value, 'type')), listIn(field, 'values')),
  );
  const answers = sops
    .flatMap((sop) => [...stepsIn(sop)])
    .flatMap((step) => {
      const question = partOf(step, 'question');
      const asked = child(question.value, 'type');
      if (typeof asked === 'string') return entryOf(step, 'title', own(answerTypes, asked) ?? null, listIn(question, 'options'));
      return child(step.value, 'decision') === undefined ? [] : entryOf(step, 'title', 'picklist', listIn(step, 'decision'));
    });
  return { fields: new Map(fields), answers: new Map(answers) };
}

function typeIn(types: readonly FieldType[], type: unknown): FieldType | null {
  return types.find((one) => one === type) ?? null;
}

function entryOf({ value }: Part, labelKey: string, type: FieldType | null, listed: Iterable<Part>): [string, Subject][] {
  const id = child(value, 'id');
  if (typeof id !== 'string' || type === null) return [];
  const choices = [...listed].flatMap((part) => choiceOf(part) ?? []);
  return [[id, { label: wordsIn(child(value, labelKey))[0] ?? id, type, ...(choices.length > 0 && { choices }) }]];
}

function choiceOf(part: Part): Choice | null {
  const id = child(part.value, 'id');
  if (typeof id !== 'string') return null;
  const [label = id, ...translations] = wordsIn(child(part.value, 'label'));
  const mapped = ['salesforce', 'hubspot'].flatMap((crm) => [...listIn(partOf(part, 'in'), crm)].flatMap(({ value }) => wordsIn(value)));
  return { id, label, aliases: [...translations, ...mapped] };
}

/** A text in each of its languages. */
function wordsIn(text: unknown): string[] {
  if (typeof text === 'string') return [text];
  return typeof text === 'object' && text !== null ? Object.values(text).filter((one) => typeof one === 'string') : [];
}
