/** What changed about a thing, in words: which sentence each key has. A key without one is told as it is named. */
import { child } from '../problems';
import type { Pack, Pipeline, Sop, Stage } from '../schema';
import { ofCriterion } from './describe-criterion';
import { ofStep } from './describe-step';
import type { About } from './outline';
import { among, type Describe, inCrms, keysOf, nameOf, one, options, plain, spaced, told, when, written } from './phrases';
import { same } from './same';

const role = (id: string): string => `role:${id}`;

const ofPack: Partial<Record<keyof Pack, Describe>> = {
  languages: among('is also given in', 'no other language', (id) => id),
};

const ofField: Partial<Record<keyof Pack['fields'][number], Describe>> = {
  in: inCrms,
  values: (was, is, sides) => {
    if (was === undefined) return [' has a list of values now'];
    return is === undefined ? [' has no list of values any more'] : options('value', { in: inCrms })(was, is, sides);
  },
};

const ofPipeline: Partial<Record<keyof Pipeline, Describe>> = { in: inCrms };

const ofStage: Partial<Record<keyof Stage, Describe>> = {
  in: inCrms,
  kind: told('counts as', written),
};

const ofSop: Partial<Record<keyof Sop, Describe>> = {
  pipeline: one('belongs to the pipeline', 'none', (id) => `pipeline:${id}`),
  stages: among('applies in', 'no stage', (id, { says }) => `stage:${String(says.pipeline)}/${id}`),
  roles: among('is for', 'everybody', role),
  reviewers: among('is reviewed by', 'nobody', (id) => id),
  when: when('applies', 'to every record'),
};

const ofEvent: Partial<Record<keyof Pack['events'][number], Describe>> = {
  at: told('happens', (at, side) => {
    const [field, step] = [child(at, 'field'), child(at, 'step')];
    if (typeof field === 'string') return `at the time in ${nameOf(side, `field:${field}`, field)}`;
    return typeof step === 'string' ? `when ${nameOf(side, `step:${step}`, step)} is ticked` : written(at);
  }),
};

const ofCalendar: Partial<Record<keyof Pack['calendars'][number], Describe>> = {
  hours: (was, is) =>
    keysOf(was, is).flatMap((weekday) => {
      const [old, current] = [child(was, weekday), child(is, weekday)];
      const hours = (spans: unknown): string => (spans === undefined ? 'free' : written(spans));
      return same(old, current)
        ? []
        : [`: ${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} is now ${hours(current)} (before: ${hours(old)})`];
    }),
  holidays: among('has the holidays', 'none', (id) => id),
};

const elsewhere: Readonly<Record<string, Describe>> = {
  in: (was, is) => [`: in this org it is now ${written(is)} (before: ${written(was)})`],
};

const describers: Readonly<Partial<Record<About, Readonly<Record<string, Describe>>>>> = {
  pack: ofPack,
  field: ofField,
  pipeline: ofPipeline,
  stage: ofStage,
  sop: ofSop,
  step: ofStep,
  criterion: ofCriterion,
  event: ofEvent,
  calendar: ofCalendar,
  'org-field': elsewhere,
  'org-stage': elsewhere,
};

/** Names for keys that say too little by themselves. */
const labels: Readonly<Record<string, string>> = {
  reviewBy: 'review date',
  at: 'time',
  why: 'reason why',
  minimumExtension: 'oldest Handrail it works with',
  faq: 'frequent questions',
};

export function describerOf(about: About, key: string): Describe {
  return describers[about]?.[key] ?? plain(labelOf(key));
}

export function labelOf(key: string): string {
  return labels[key] ?? spaced(key);
}
