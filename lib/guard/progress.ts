/** What a rep did about one record, and what conditions may know of it. */
import type { Value } from '../crm/adapter';
import type { Facts } from '../criteria/facts';
import { parseMoment } from '../criteria/dates';
import { zoneOf } from '../criteria/wall-clock';
import { asksForCodes } from '../pack/approvers';
import type { PackIndex } from '../pack/load';
import { stageEntered } from '../pack/schema';
import type { Ticks } from './step-view';

const DAY_MS = 86_400_000;

export interface Progress {
  ticks: Ticks;
  /** By question or decision. */
  answers: Readonly<Record<string, Value>>;
  /** The criteria that the rep stands for where they cannot be seen, by `criterionKey`. */
  confirmed: ReadonlySet<string>;
  /** By approval step: what a code granted, and until when, in milliseconds since 1970. */
  approvals: readonly { approval: string; until: number }[];
  /** Since when the record has been seen in its stage, in milliseconds since 1970; null where it was never seen in one. */
  stageEntered: number | null;
}

export const NO_PROGRESS: Progress = { ticks: {}, answers: {}, confirmed: new Set(), approvals: [], stageEntered: null };

/** The facts with the rep's answers, what is approved (by a code, where the pack names approvers; by a tick else) and the events' times. Steps are left to `stepStates`: only those that are asked for are worked out. */
export function withProgress(index: PackIndex, facts: Facts, progress: Progress): Facts {
  const byCode = asksForCodes(index.pack);
  const isGranted = (id: string): boolean =>
    byCode
      ? progress.approvals.some(({ approval, until }) => approval === id && until > facts.now)
      : tickOf(progress, id)?.state === 'done';
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
    const time = 'field' in at ? instantOf(facts, at.field) : timeOfTick(progress, at.step);
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

function timeOfTick(progress: Progress, step: string): number | null {
  const tick = tickOf(progress, step);
  return tick?.state === 'done' ? tick.at : null;
}

function tickOf({ ticks }: Progress, step: string): Ticks[string] | undefined {
  return Object.hasOwn(ticks, step) ? ticks[step] : undefined;
}
