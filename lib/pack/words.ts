/** What conditions need of a pack to be judged and told: labels, types, choices, events and calendars, by id. */
import type { Calendar, Choice, FieldType, Subject, Vocabulary } from '../criteria/facts';
import type { Pack, Step, SubStep } from './schema';

/** `stage-entered` is told by Handrail itself: since when the record is in its stage. */
export const stageEntered = 'stage-entered';

/** @param steps every step and sub-step of the pack */
export function wordsOf(pack: Pack, steps: readonly (Step | SubStep)[]): Vocabulary {
  const ofKind = (has: (step: Step | SubStep) => boolean) => steps.filter(has).map(({ id, title }) => [id, { title }] as const);
  return {
    fields: Object.fromEntries(pack.fields.map((field) => [field.id, subjectOf(field)])),
    steps: Object.fromEntries(ofKind(() => true)),
    answers: Object.fromEntries(steps.flatMap((step) => answersOf(step))),
    approvals: Object.fromEntries(ofKind((step) => 'approval' in step && step.approval !== undefined)),
    events: { [stageEntered]: { label: 'Stage entered' }, ...Object.fromEntries(pack.events.map(({ id, label }) => [id, { label }])) },
    calendars: { business: officeHours, ...Object.fromEntries(pack.calendars.map((calendar) => [calendar.id, calendarOf(calendar)])) },
  };
}

function subjectOf({ label, type, values }: Pack['fields'][number]): Subject {
  const choices = values?.map((value): Choice => ({
    id: value.id,
    label: value.label,
    aliases: [...(value.in?.salesforce ?? []), ...(value.in?.hubspot ?? [])],
  }));
  return choices ? { label, type, choices } : { label, type };
}

const answerTypes: Readonly<Record<NonNullable<Step['question']>['type'], FieldType>> = {
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
