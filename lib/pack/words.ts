/** What conditions need of a pack to be judged and told: labels, types, choices, events and calendars, by id. */
import type { Calendar, Choice, FieldType, Subject, Vocabulary } from '../criteria/facts';
import { asksForCodes } from './approvers';
import { stageEntered, type Pack, type PackFile, type Step, type SubStep } from './schema';

/**
 * @param steps every step and sub-step of the pack
 * @param written the same pack with its texts in all languages: a condition may name a picklist's value by any of its labels
 */
export function wordsOf(pack: Pack, steps: readonly (Step | SubStep)[], written: PackFile): Vocabulary {
  const ofKind = (has: (step: Step | SubStep) => boolean) => steps.filter(has).map(({ id, title }) => [id, { title }] as const);
  return {
    fields: Object.fromEntries(pack.fields.map((field, at) => [field.id, subjectOf(field, written.fields[at])])),
    steps: Object.fromEntries(ofKind(() => true)),
    answers: Object.fromEntries(steps.flatMap((step) => answersOf(step))),
    approvals: Object.fromEntries(
      ofKind((step) => 'approval' in step && step.approval !== undefined).map(([id, words]) => [
        id,
        { ...words, byCode: asksForCodes(pack) },
      ]),
    ),
    events: { [stageEntered]: { label: 'Stage entered' }, ...Object.fromEntries(pack.events.map(({ id, label }) => [id, { label }])) },
    calendars: { business: officeHours, ...Object.fromEntries(pack.calendars.map((calendar) => [calendar.id, calendarOf(calendar)])) },
  };
}

function subjectOf({ label, type, values }: Pack['fields'][number], written: PackFile['fields'][number] | undefined): Subject {
  const choices = values?.map((value, at): Choice => {
    const labels = written?.values?.[at]?.label;
    const translated = typeof labels === 'object' ? Object.values(labels) : [];
    return { id: value.id, label: value.label, aliases: [...(value.in?.salesforce ?? []), ...(value.in?.hubspot ?? []), ...translated] };
  });
  return choices ? { label, type, choices } : { label, type };
}

/** What an answer to each type of question is. */
export const answerTypes: Readonly<Record<NonNullable<Step['question']>['type'], FieldType>> = {
  text: 'text',
  number: 'number',
  date: 'date',
  'yes-no': 'boolean',
  choice: 'picklist',
  choices: 'multi-picklist',
};

/** The answer that a question, or the branch that a decision, asks for. */
function answersOf(step: Step | SubStep): [string, Subject][] {
  const choices = (options: readonly { id: string; label: string }[]) =>
    options.map(({ id, label }): Choice => ({ id, label, aliases: [] }));
  if ('question' in step && step.question) {
    const { type, options } = step.question;
    return [[step.id, { label: step.title, type: answerTypes[type], ...(options && { choices: choices(options) }) }]];
  }
  if ('decision' in step && step.decision) return [[step.id, { label: step.title, type: 'picklist', choices: choices(step.decision) }]];
  return [];
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

const nineToFive = [[9 * 60, 17 * 60] as const];
const officeHours: Calendar = {
  title: 'Monday to Friday, 09:00-17:00',
  timeZone: null,
  hours: [[], nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, []],
  holidays: new Set(),
};

function calendarOf({ title, timeZone, hours, holidays }: Pack['calendars'][number]): Calendar {
  return {
    title,
    timeZone: timeZone ?? null,
    hours: weekdays.map((weekday) => (hours[weekday] ?? []).map(minutesOf)),
    holidays: new Set(holidays),
  };
}

/** `09:00-17:30` as minutes since midnight. */
export function minutesOf(span: string): [from: number, to: number] {
  const [from, to] = span.split('-').map((time) => {
    const [hours, minutes] = time.split(':');
    return Number(hours) * 60 + Number(minutes);
  });
  return [from ?? 0, to ?? 0];
}
