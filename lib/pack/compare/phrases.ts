/** The pieces that sentences about changes are made of. */
import { condition } from '../../criteria/parse';
import { parseDuration } from '../../criteria/dates';
import { values } from '../../criteria/messages';
import { sentenceOf } from '../../criteria/sentence';
import { child } from '../problems';
import type { Outline, Thing } from './outline';
import { same } from './same';

/** Both versions, and the thing that is told about, as it is now. */
export interface Sides {
  was: Outline;
  is: Outline;
  thing: Thing;
}

/** What follows a thing's name, for one of its keys that changed: ` is required now`. One entry for each change. */
export type Describe = (was: unknown, is: unknown, sides: Sides) => string[];

/** Longer texts are only said to have changed. */
const longest = 70;

export function named(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `‘${line.length > longest ? `${line.slice(0, longest - 1)}…` : line}’`;
}

/** A value that fits into a sentence; null for one that does not. */
function brief(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.length <= longest && !value.includes('\n') ? named(value) : null;
}

/** `: the owner is now ‘Ana’ (before: ‘Ben’)`, and for what is too long to show, `: the purpose changed`. */
export function plain(label: string): Describe {
  return (was, is) => {
    const [before, now] = [brief(was), brief(is)];
    if (was === undefined) return [now === null ? `: the ${label} added` : `: the ${label} is now ${now}`];
    if (is === undefined) return [`: the ${label} removed${before === null ? '' : ` (before: ${before})`}`];
    return [before === null || now === null ? `: the ${label} changed` : `: the ${label} is now ${now} (before: ${before})`];
  };
}

/** Both values in one sentence: `told('applies in', words)` gives ` now applies in … (before: …)`. */
export function told(verb: string, words: (value: unknown, side: Outline, thing: Thing) => string): Describe {
  const isNow = verb.startsWith('is ') ? `is now ${verb.slice(3)}` : `now ${verb}`;
  return (was, is, { was: before, is: now, thing }) => {
    const [old, current] = [words(was, before, thing), words(is, now, thing)];
    // A text that is cut, or a name for another id: what is said is the same, what is checked is not.
    return [old === current ? ` still ${verb} ${current}, but is written differently` : ` ${isNow} ${current} (before: ${old})`];
  };
}

/** Names of other things, in any order: `among('applies in', …)`. */
export function among(verb: string, none: string, keyOf: (id: string, thing: Thing) => string): Describe {
  const tell = told(verb, (value, side, thing) => joined(strings(value).map((id) => nameOf(side, keyOf(id, thing), id))) || none);
  return (was, is, sides) => (same(strings(was).sort(), strings(is).sort()) ? [] : tell(was, is, sides));
}

/** One other thing by its id. */
export function one(verb: string, none: string, keyOf: (id: string, thing: Thing) => string): Describe {
  return told(verb, (value, side, thing) => (typeof value === 'string' ? nameOf(side, keyOf(value, thing), value) : none));
}

/** A condition: `when('ticks itself', 'never')`. */
export function when(verb: string, none: string): Describe {
  return told(verb, (value, { words }) => {
    if (value === undefined) return none;
    const parsed = condition.safeParse(value);
    return parsed.success ? `when ${sentenceOf(parsed.data, null, words)}` : 'by a condition that cannot be read';
  });
}

const crms: Readonly<Record<string, string>> = { salesforce: 'Salesforce', hubspot: 'HubSpot' };

/** What a thing is in each CRM. */
export const inCrms: Describe = (was, is) =>
  keysOf(was, is).flatMap((crm) => {
    const [old, current] = [child(was, crm), child(is, crm)];
    if (same(old, current)) return [];
    const words = (value: unknown): string => (value === undefined ? 'nothing' : written(value));
    return [`: in ${crms[crm] ?? crm} it is now ${words(current)} (before: ${words(old)})`];
  });

/** The entries of a list that have ids of their own: the values of a picklist, the options of a question, the branches of a decision. */
export function options(noun: string, inner: Readonly<Record<string, Describe>> = {}): Describe {
  return (was, is, sides) => {
    const [old, current] = [byId(was), byId(is)];
    const found: string[] = [];
    for (const [id, entry] of current) {
      const before = old.get(id);
      const label = labelOf(entry, id);
      if (before === undefined) found.push(`: ${noun} ${named(label)} added`);
      else found.push(...changesOfEntry(before, entry, sides).map((change) => `: ${noun} ${change}`));
    }
    for (const [id, entry] of old) if (!current.has(id)) found.push(`: ${noun} ${named(labelOf(entry, id))} removed`);
    return found.length > 0 ? found : [`: the ${noun}s are in another order`];
  };

  function changesOfEntry(before: unknown, entry: unknown, sides: Sides): string[] {
    const [oldLabel, label] = [labelOf(before, ''), labelOf(entry, '')];
    return keysOf(before, entry).flatMap((key) => {
      const [old, current] = [child(before, key), child(entry, key)];
      if (same(old, current)) return [];
      if (key === 'label') return [`${named(oldLabel)} is called ${named(label)} now`];
      return (inner[key] ?? plain(spaced(key)))(old, current, sides).map((change) => `${named(label)}${change}`);
    });
  }
}

/** Anything, key by key. */
export function written(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return joined(value.map(written)) || 'nothing';
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .map(([key, entry]) => `${spaced(key)} ${written(entry)}`)
    .join(', ');
}

export function spanOf(duration: unknown): string {
  const parsed = typeof duration === 'string' ? parseDuration(duration) : null;
  return parsed ? values.duration(parsed) : written(duration);
}

/** The name that a version gives a thing, in quotes; its id where there is none. */
export function nameOf({ things }: Outline, key: string, id: string): string {
  return named(things.get(key)?.name ?? id);
}

/** `A, B and C`. */
export function joined(parts: readonly string[]): string {
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter((part) => part !== '').join(' and ');
}

/** `reviewBy` as `review by`. */
export function spaced(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

export function keysOf(was: unknown, is: unknown): string[] {
  return [...new Set([was, is].flatMap((value) => (typeof value === 'object' && value !== null ? Object.keys(value) : [])))];
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [written(value)];
}

function byId(value: unknown): Map<string, unknown> {
  return new Map(Array.isArray(value) ? value.map((entry: unknown) => [String(child(entry, 'id')), entry]) : []);
}

function labelOf(entry: unknown, id: string): string {
  const label = child(entry, 'label');
  return typeof label === 'string' ? label : id;
}
