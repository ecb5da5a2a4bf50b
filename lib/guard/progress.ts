/** What a rep did about one record, and what conditions may know of it. */
import type { Value } from '../crm/adapter';
import type { Facts } from '../criteria/facts';
import { parseMoment } from '../criteria/dates';
import { own } from '../criteria/own';
import { zoneOf } from '../criteria/wall-clock';
import type { PackIndex } from '../pack/load';
import { stageEntered } from '../pack/schema';
import type { Ticks } from './step-view';

const DAY_MS = 86_400_000;

/** What a code granted: by whom, since when and until when, in milliseconds since 1970. */
export interface Granted {
  /** The id of the approval step. */
  approval: string;
  by: string;
  at: number;
  until: number;
}

export interface Progress {
  ticks: Ticks;
  /** By question or decision. */
  answers: Readonly<Record<string, Value>>;
  /** The criteria that the rep stands for where they cannot be seen, by `criterionKey`. */
  confirmed: ReadonlySet<string>;
  /** What codes granted. Those that have run out too. */
  approvals: readonly Granted[];
  /** Since when the record has been seen in its stage, in milliseconds since 1970; null where it was never seen in one. */
  stageEntered: number | null;
}

export const NO_PROGRESS: Progress = { ticks: {}, answers: {}, confirmed: new Set(), approvals: [], stageEntered: null };

/**
 * The facts with the rep's answers, what is approved (by a code, where the pack names approvers; by a tick else) and the events' times. Steps are
 * left to `stepStates`: only those that are asked for are worked out.
 */
export function withProgress(index: PackIndex, facts: Facts, progress: Progress): Facts {
  const isGranted = (id: string): boolean =>
    isByCode(index, id) ? (grantOf(progress, id)?.until ?? 0) > facts.now : tickOf(progress, id)?.state === 'done';
  const approvals = Object.keys(index.words.approvals).filter(isGranted);
  return {
    ...facts,
    answers: progress.answers,
    approvals: Object.fromEntries(approvals.map((id) => [id, 'granted'])),
    events: eventsOf(index, facts, progress),
  };
}

function eventsOf(index: PackIndex, facts: Facts, progress: Progress): Facts['events'] {
  const times = index.pack.events.flatMap(({ id, at }): [string, number][] => {
    const time = 'field' in at ? instantOf(facts, at.field) : timeOfStep(index, progress, at.step);
    return time === null ? [] : [[id, time]];
  });
  if (progress.stageEntered !== null) times.push([stageEntered, progress.stageEntered]);
  return Object.fromEntries(times);
}

/** A date without a time begins at midnight where the rep is. */
function instantOf({ readings, timeZone }: Facts, field: string): number | null {
  const value = Object.hasOwn(readings, field) ? readings[field]?.value : undefined;
  const moment = typeof value === 'string' ? parseMoment(value) : null;
  if (!moment) return null;
  return 'at' in moment ? moment.at : (zoneOf(timeZone)?.instantOf(moment.day * DAY_MS) ?? null);
}

/** An approval by code is done when it is granted, another step when it is ticked. */
function timeOfStep(index: PackIndex, progress: Progress, step: string): number | null {
  if (isByCode(index, step)) return grantOf(progress, step)?.at ?? null;
  const tick = tickOf(progress, step);
  return tick?.state === 'done' ? tick.at : null;
}

function isByCode({ words }: PackIndex, step: string): boolean {
  return own(words.approvals, step)?.byCode === true;
}

function grantOf({ approvals }: Progress, step: string): Granted | undefined {
  return approvals.find(({ approval }) => approval === step);
}

function tickOf({ ticks }: Progress, step: string): Ticks[string] | undefined {
  return Object.hasOwn(ticks, step) ? ticks[step] : undefined;
}
