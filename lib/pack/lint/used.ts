/** What an SOP works with: the fields, templates, roles, events and calendars that it names anywhere. */
import { askedBy } from '../asked';
import type { PackIndex } from '../index-pack';
import { mergeFieldsIn } from './merge-fields';
import type { Sop } from '../schema';
import { type AnyStep, conditionsOf, criteriaOf, stepsOf } from './walk';

/** By id: fields that its conditions and steps ask for, its fixes lead to and its templates are filled with. */
export function fieldsUsedIn(sop: Sop, index: PackIndex): Set<string> {
  const here = { value: sop, path: [] };
  return new Set([
    ...conditionsOf(here).flatMap(({ value }) => [...askedBy(value)].filter(({ kind }) => kind === 'field').map(({ id }) => id)),
    ...criteriaOf(here).flatMap(({ value: { fix } }) => (fix && 'field' in fix ? [fix.field] : [])),
    ...stepsOf(here).flatMap(({ value }) => fieldsOfStep(value, index)),
  ]);
}

/** The fields that a step asks to fill, and those that its template is filled with. */
export function fieldsOfStep(step: AnyStep, index: PackIndex): string[] {
  const fields = 'fields' in step ? (step.fields ?? []) : [];
  const template = 'template' in step && step.template !== undefined ? index.templateById.get(step.template) : undefined;
  return [...fields, ...(template ? [template.subject ?? '', template.body].flatMap(mergeFieldsIn) : [])];
}
