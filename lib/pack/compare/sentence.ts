/** From what was found to what is told: the whole sentence of a change, and where it is. */
import { append } from '../append';
import type { About, Thing } from './outline';
import { named } from './phrases';

export interface Change {
  kind: 'added' | 'removed' | 'changed' | 'moved' | 'renamed';
  about: About;
  /** The thing's own id in the pack. */
  id: string;
  /** The SOP that it is part of, by id. */
  sop?: string;
  /** Where it is, by the names that people know: the SOP, the pipeline, or the kind of thing. */
  place: string;
  /** The whole of it in one sentence, without a full stop. */
  sentence: string;
}

/** A change before it is put in words. */
export interface Found {
  kind: Change['kind'];
  thing: Thing;
  /** What it is called in the sentence, where that is not its name. */
  name?: string;
  /** Goes before the name: `translation (de) of `. */
  before?: string;
  /** Follows the name: ` is required now`. */
  says: string;
}

/** The things whose parts are told under their name. */
const places: ReadonlySet<About> = new Set<About>(['sop', 'pipeline', 'org']);

const headings: Partial<Record<About, string>> = {
  field: 'Fields',
  role: 'Roles',
  approver: 'Approvers',
  template: 'Templates',
  event: 'Events',
  calendar: 'Calendars',
  'reason-code': 'Reason codes',
  'disqualification-code': 'Disqualification codes',
  term: 'Glossary',
  release: 'Release notes',
};

export function inWords({ kind, thing, name = thing.name, before = '', says }: Found): Change {
  const { about, id, noun } = thing;
  const holder = holderOf(thing);
  const subject = about === 'pack' ? 'the pack' : `${noun} ${named(name)}`;
  const sentence =
    holder && holder !== thing ? `${placeOf(holder)}: ${before}${subject}${says}` : capitalised(`${before}${subject}${says}`);
  const place = holder ? placeOf(holder) : (headings[about] ?? 'Pack');
  return { kind, about, id, ...(holder?.about === 'sop' && { sop: holder.id }), place, sentence };
}

/** Grouped by place, in the order in which the places come up. */
export function byPlace(changes: readonly Change[]): Change[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) append(groups, change.place, change);
  return [...groups.values()].flat();
}

/** The SOP, pipeline or org that a thing is, or is part of. */
export function holderOf(thing: Thing): Thing | null {
  if (places.has(thing.about)) return thing;
  return thing.parent && holderOf(thing.parent);
}

/** An SOP goes by its title, as the reps know it. */
function placeOf({ about, noun, name }: Thing): string {
  return about === 'sop' ? name : capitalised(`${noun} ${named(name)}`);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
