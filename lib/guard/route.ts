/** Which criteria a move must meet: DESIGN §4, one direction at a time. */
import type { PackIndex, Place } from '../pack/load';
import { placesOf } from '../pack/place';
import type { OwnedCriterion } from '../pack/index-pack';
import type { Condition } from '../criteria/condition';
import type { Move } from './move';

/**
 * Where a move leads, in the pack's terms.
 * `none`: the stage is not in the pack, or the record is in it already.
 * `enter`: a new record, or one whose stage before is unknown, not in the pack or in another pipeline: there is no way between them to judge.
 */
export interface Route {
  direction: 'none' | 'enter' | 'forward' | 'backward' | 'to-lost';
  from: Place | null;
  to: Place | null;
}

/** The way from a move's stage values to the pack's stages. */
export function routeOf(move: Move, pack: PackIndex): Route {
  const ends = endsOf(move, pack);
  return { direction: directionOf(ends), ...ends };
}

/** Where several pipelines know the stage that is written, the one that knows the stage before as well is meant. */
function endsOf({ record, field, from, to, pipeline }: Move, pack: PackIndex): Pick<Route, 'from' | 'to'> {
  const targets = placesOf(pack, record, to, pipeline, field);
  if (typeof from !== 'string') return { from: null, to: targets[0] ?? null };
  const sources = placesOf(pack, record, from, undefined, field);
  for (const target of targets) {
    const source = sources.find((place) => place.pipeline === target.pipeline);
    if (source) return { from: source, to: target };
  }
  return { from: sources[0] ?? null, to: targets[0] ?? null };
}

function directionOf({ from, to }: Pick<Route, 'from' | 'to'>): Route['direction'] {
  if (!to) return 'none';
  if (!from || from.pipeline !== to.pipeline) return to.stage.kind === 'lost' ? 'to-lost' : 'enter';
  if (from.stage === to.stage) return 'none';
  switch (to.stage.kind) {
    case 'lost':
      return 'to-lost';
    case 'won':
      return 'forward';
    case 'open':
      // A closed record that is opened again goes back, wherever the pack lists its closed stages.
      return from.stage.kind === 'open' && from.position < to.position ? 'forward' : 'backward';
  }
}

/** The criteria that count for a route, each once, in the order of the way. */
export function criteriaFor({ direction, from, to }: Route, pack: PackIndex): OwnedCriterion[] {
  if (!to) return [];
  const entry = pack.criteriaOf('entry', to.pipeline.id, to.stage.id);
  const exit = from && from.pipeline === to.pipeline ? pack.criteriaOf('exit', from.pipeline.id, from.stage.id) : [];
  const names = ({ criterion }: OwnedCriterion): boolean => criterion.to?.includes(to.stage.id) ?? false;
  const counts = (owned: OwnedCriterion): boolean => owned.criterion.to === undefined || names(owned);
  switch (direction) {
    case 'none':
      return [];
    case 'enter':
      return entry.filter(counts);
    case 'to-lost':
      // Giving a deal up must not ask for what winning it would take. Only a criterion that says so itself counts on leaving.
      return [...exit.filter(names), ...entry.filter(counts)];
    case 'backward':
      return unique([...exit, ...entry].filter(names));
    case 'forward':
      return unique([...exit, ...skipped(from, to, pack), ...entry].filter(counts));
  }
}

/** The conditions that a move will be judged by. */
export function conditionsFor(move: Move, pack: PackIndex): Condition[] {
  return criteriaFor(routeOf(move, pack), pack).flatMap(({ sop, criterion }) => (sop.when ? [sop.when, criterion.when] : [criterion.when]));
}

/** The exit criteria of the open stages between two. */
function skipped(from: Place | null, to: Place, pack: PackIndex): OwnedCriterion[] {
  if (from?.stage.kind !== 'open') return [];
  const between = to.pipeline.stages.slice(from.position + 1, to.position).filter(({ kind }) => kind === 'open');
  return between.flatMap((stage) => pack.criteriaOf('exit', to.pipeline.id, stage.id));
}

/** An SOP of several stages on the way sets each of its criteria once. */
function unique(list: readonly OwnedCriterion[]): OwnedCriterion[] {
  const seen = new Set<unknown>();
  return list.filter(({ criterion }) => !seen.has(criterion) && seen.add(criterion));
}
