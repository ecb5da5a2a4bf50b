/** A pack as a list of things that are told apart by their stable ids: what two versions are compared by. */
import type { Vocabulary } from '../../criteria/facts';
import { append } from '../append';
import { indexPack } from '../index-pack';
import { child, entries } from '../problems';
import type { PackFile } from '../schema';
import { textsIn, type Texts } from './texts';

export type About =
  | 'pack'
  | 'field'
  | 'pipeline'
  | 'stage'
  | 'org'
  | 'org-field'
  | 'org-stage'
  | 'role'
  | 'approver'
  | 'sop'
  | 'phase'
  | 'step'
  | 'criterion'
  | 'template'
  | 'event'
  | 'calendar'
  | 'reason-code'
  | 'disqualification-code'
  | 'term'
  | 'release';

export interface Thing {
  about: About;
  id: string;
  /** Tells it from every other thing of the pack: `step:ask-budget`, `stage:sales/talk`. */
  key: string;
  /** `exit criterion`. */
  noun: string;
  name: string;
  /** The key that holds its name. */
  nameKey: string;
  /** Whose part it is; null for the pack itself. */
  parent: Thing | null;
  /** The key of its parent's list that it stands in. */
  list: string;
  /** Whether its place in that list means something. */
  ordered: boolean;
  /** The piece of the pack, without the lists that hold things of their own. */
  says: Readonly<Record<string, unknown>>;
}

/** A version of a pack. */
export interface Outline {
  /** By key, in the pack's order. */
  things: ReadonlyMap<string, Thing>;
  /** The lists whose order means something, by `listOf`. */
  lists: ReadonlyMap<string, readonly Thing[]>;
  texts: Texts;
  words: Vocabulary;
}

interface List {
  key: string;
  about: About;
  noun: string;
  nameKey: string;
  ordered?: true;
  /** What tells an entry from the others; its `id` where nothing is said. */
  id?: readonly string[];
  /** Ids are its own within the parent only. */
  scoped?: true;
}

/** Which lists hold things, by what they are part of. All other keys are what a thing says. */
const lists: Partial<Record<About, readonly List[]>> = {
  pack: [
    { key: 'changes', about: 'release', noun: 'release note', nameKey: 'version', id: ['version'] },
    { key: 'fields', about: 'field', noun: 'field', nameKey: 'label' },
    { key: 'pipelines', about: 'pipeline', noun: 'pipeline', nameKey: 'title', ordered: true },
    { key: 'orgs', about: 'org', noun: 'org', nameKey: 'title', id: ['crm', 'org'] },
    { key: 'roles', about: 'role', noun: 'role', nameKey: 'title' },
    { key: 'approvers', about: 'approver', noun: 'approver', nameKey: 'name' },
    { key: 'templates', about: 'template', noun: 'template', nameKey: 'title' },
    { key: 'events', about: 'event', noun: 'event', nameKey: 'label' },
    { key: 'calendars', about: 'calendar', noun: 'calendar', nameKey: 'title' },
    { key: 'sops', about: 'sop', noun: 'SOP', nameKey: 'title', ordered: true },
    { key: 'reasonCodes', about: 'reason-code', noun: 'reason code', nameKey: 'label', ordered: true },
    { key: 'disqualificationCodes', about: 'disqualification-code', noun: 'disqualification code', nameKey: 'label', ordered: true },
    { key: 'glossary', about: 'term', noun: 'term', nameKey: 'term', id: ['term'] },
  ],
  pipeline: [{ key: 'stages', about: 'stage', noun: 'stage', nameKey: 'title', ordered: true, scoped: true }],
  org: [
    { key: 'fields', about: 'org-field', noun: 'field', nameKey: 'field', id: ['field'], scoped: true },
    { key: 'stages', about: 'org-stage', noun: 'stage', nameKey: 'stage', id: ['pipeline', 'stage'], scoped: true },
  ],
  sop: [
    { key: 'phases', about: 'phase', noun: 'phase', nameKey: 'title', ordered: true, scoped: true },
    { key: 'entry', about: 'criterion', noun: 'entry criterion', nameKey: 'label', ordered: true, scoped: true },
    { key: 'exit', about: 'criterion', noun: 'exit criterion', nameKey: 'label', ordered: true, scoped: true },
  ],
  phase: [{ key: 'steps', about: 'step', noun: 'step', nameKey: 'title', ordered: true }],
  step: [{ key: 'steps', about: 'step', noun: 'sub-step', nameKey: 'title', ordered: true }],
};

/** @param language the language that plain texts count as: one for both versions, so that naming another one renames nothing */
export function outlineOf(pack: PackFile, language: string): Outline {
  const texts = textsIn(pack, language);
  const things = new Map<string, Thing>();
  const ordered = new Map<string, Thing[]>();
  const add = (thing: Thing, piece: unknown): void => {
    things.set(thing.key, thing);
    if (thing.ordered) append(ordered, listOf(thing), thing);
    for (const list of lists[thing.about] ?? []) {
      for (const { value } of entries(child(piece, list.key), [])) add(thingIn(list, thing, value, texts, things), value);
    }
  };
  const top = { about: 'pack', id: pack.id, key: 'pack', noun: 'pack', nameKey: 'title', parent: null, list: '', ordered: false } as const;
  add({ ...top, name: texts.name(pack.title) ?? pack.id, says: saidBy('pack', pack) }, pack);
  return { things, lists: ordered, texts, words: indexPack(pack).words };
}

/** Which list a thing stands in. */
export function listOf({ parent, list }: Thing): string {
  return `${parent?.key ?? ''} ${list}`;
}

function thingIn(list: List, parent: Thing, piece: unknown, texts: Texts, things: ReadonlyMap<string, Thing>): Thing {
  const { about, noun, nameKey } = list;
  const id = (list.id ?? ['id']).map((key) => texts.name(child(piece, key)) ?? '').join('/');
  const name = nameOf(about, id, things) ?? texts.name(child(piece, nameKey)) ?? id;
  const key = `${about}:${list.scoped ? `${parent.id}/` : ''}${id}`;
  return { about, id, key, noun, name, nameKey, parent, list: list.key, ordered: list.ordered === true, says: saidBy(about, piece) };
}

/** What an org has of its own is named after what the pack calls it. */
function nameOf(about: About, id: string, things: ReadonlyMap<string, Thing>): string | undefined {
  if (about === 'org-field') return things.get(`field:${id}`)?.name;
  return about === 'org-stage' ? things.get(`stage:${id}`)?.name : undefined;
}

/** An empty list says as much as none. */
function saidBy(about: About, piece: unknown): Thing['says'] {
  if (typeof piece !== 'object' || piece === null) return {};
  const ofTheirOwn = new Set(lists[about]?.map(({ key }) => key));
  return Object.fromEntries(
    Object.entries(piece).filter(
      ([key, value]: [string, unknown]) => !ofTheirOwn.has(key) && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
