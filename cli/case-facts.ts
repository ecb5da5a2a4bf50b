/** From a case to what the judge looks at, in the pack's own terms and in the way of the product. */
import type { Facts, KnownValue } from '../lib/criteria/facts';
import type { RecordRef, Value } from '../lib/crm/adapter';
import { exactValue } from '../lib/crm/values';
import type { Move } from '../lib/guard/move';
import { NO_PROGRESS, withProgress } from '../lib/guard/progress';
import { conditionsFor } from '../lib/guard/route';
import { stepStates, type Ticks } from '../lib/guard/step-view';
import { type PackIndex, stageFieldsOf } from '../lib/pack/load';
import { placesOf } from '../lib/pack/place';
import { type Found, packError, quoted } from '../lib/pack/problems';
import { didYouMean } from '../lib/pack/suggest';
import { stageEntered } from '../lib/pack/schema';
import type { Case } from './case';

/** What is judged, and what somebody who wrote the case should know about it. */
interface Judgeable {
  move: Move;
  facts: Facts;
  notes: string[];
}

/** Throws PackError where the case names what the pack does not have. */
export function judgeable(given: Case, index: PackIndex): Judgeable {
  const strangers = strangersIn(given, index);
  if (strangers.length > 0) throw packError(strangers, given);
  const notes: string[] = [];
  const move = moveIn(given, index, notes);
  return { move, facts: factsIn(given, move, index, notes), notes };
}

function strangersIn(given: Case, index: PackIndex): Found[] {
  const { words, pack } = index;
  const unknown = (ids: readonly string[], known: readonly string[], what: string, pathOf: (id: string, at: number) => Found['path']) =>
    ids.flatMap((id, at): Found[] =>
      known.includes(id) ? [] : [{ path: pathOf(id, at), message: `${quoted(id)} is not ${what} of this pack${didYouMean(id, known)}` }],
    );
  const keyed = (key: 'readings' | 'steps' | 'answers' | 'approvals' | 'events', known: Iterable<string>, what: string) =>
    unknown(Object.keys(given[key]), [...known], what, (id) => [key, id]);
  return [
    ...keyed('readings', index.fieldById.keys(), 'a field'),
    ...unknown(given.changed, Object.keys(given.readings), 'one of the readings, which it must be to be written by this save,', (_, at) => [
      'changed',
      at,
    ]),
    ...keyed('steps', index.stepById.keys(), 'a step'),
    ...keyed('answers', Object.keys(words.answers), 'a question or decision'),
    ...keyed('approvals', Object.keys(words.approvals), 'an approval step'),
    ...keyed('events', Object.keys(words.events), 'an event'),
    ...unknown(
      given.roles ?? [],
      pack.roles.map(({ id }) => id),
      'a role',
      (_, at) => ['roles', at],
    ),
  ];
}

function moveIn({ move: { crm, org, object, id, pipeline, from, to } }: Case, index: PackIndex, notes: string[]): Move {
  const record: RecordRef = { crm, org, object, id };
  const crmPipeline = pipeline === undefined ? undefined : [pipeline];
  const knows = (stage: string, field: string): boolean => placesOf(index, record, stage, crmPipeline, field).length > 0;
  const fields = stageFieldsOf(index, record).map(({ stage }) => stage);
  // The field that is written is the one whose stages these are.
  const field = fields.find((name) => knows(to, name) && from !== null && knows(from, name)) ?? fields.find((name) => knows(to, name));
  if (fields.length === 0) notes.push(`move › object: the pack has no pipeline for ${object} in this CRM, so it asks for nothing`);
  else if (field === undefined) notes.push(`move › to: ${quoted(to)} is no stage of the pack, so it asks for nothing`);
  else if (from !== null && !knows(from, field))
    notes.push(`move › from: ${quoted(from)} is no stage of the pack: only what ${quoted(to)} asks for on entering counts`);
  return { record, field: field ?? fields[0] ?? '', from, to, pipeline: crmPipeline };
}

function factsIn(given: Case, move: Move, index: PackIndex, notes: string[]): Facts {
  const { now, timeZone, roles, events } = given;
  const readings = knownIn(given, index, notes);
  const seen: Facts = { readings, steps: {}, answers: {}, approvals: {}, events: {}, ...(roles && { roles }), now, timeZone };
  const progress = {
    ...NO_PROGRESS,
    ticks: ticksIn(given),
    answers: answersIn(given, index, notes),
    approvals: grantedIn(given).map((approval) => ({ approval, by: '', at: now, until: Infinity })),
    stageEntered: events[stageEntered] ?? null,
  };
  const told = withProgress(index, seen, progress);
  const facts: Facts = { ...told, approvals: { ...told.approvals, ...given.approvals }, events: { ...told.events, ...events } };
  // What the case says of a step counts as it stands, for a step with parts too.
  return { ...facts, steps: { ...stepStates(index, facts, progress.ticks, conditionsFor(move, index)), ...given.steps } };
}

function knownIn({ readings, changed, move, now }: Case, index: PackIndex, notes: string[]): Record<string, KnownValue> {
  const known: [string, KnownValue][] = [];
  for (const [id, value] of Object.entries(readings)) {
    const type = index.fieldById.get(id)?.type ?? 'text';
    const typed = exactValue(value, type, move.crm);
    if (typed === undefined)
      notes.push(`readings › ${id}: ${told(value)} does not fit a field of the type ${type}, so it counts as not seen`);
    else if (changed.includes(id)) known.push([id, { value: typed, source: 'save', at: now, changed: true }]);
    else known.push([id, { value: typed, source: 'wire', at: now }]);
  }
  return Object.fromEntries(known);
}

function answersIn({ answers, move }: Case, index: PackIndex, notes: string[]): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, value]): [string, Value][] => {
      const type = index.words.answers[id]?.type ?? 'text';
      const typed = exactValue(value, type, move.crm);
      if (typed === undefined) notes.push(`answers › ${id}: ${told(value)} does not fit the question, so it counts as not answered`);
      return typed === undefined ? [] : [[id, typed]];
    }),
  );
}

/** A granted approval is a ticked step, and the case is of one moment: what it says of steps was done now. */
function ticksIn({ steps, approvals, now }: Case): Ticks {
  return Object.fromEntries([
    ...grantedIn({ approvals }).map((id) => [id, { state: 'done' as const, at: now }] as const),
    ...Object.entries(steps).map(([id, state]) => [id, { state, at: now }] as const),
  ]);
}

function grantedIn({ approvals }: Pick<Case, 'approvals'>): string[] {
  return Object.entries(approvals).flatMap(([id, state]) => (state === 'granted' ? [id] : []));
}

function told(value: Value): string {
  return quoted(Array.isArray(value) ? value.join(', ') : String(value));
}
