/** What is different between two versions of a pack: by stable ids, never by lines or positions, each difference in one sentence. */
import { condition } from '../../criteria/parse';
import { sentenceOf } from '../../criteria/sentence';
import type { PackFile } from '../schema';
import { describerOf, labelOf } from './describe';
import { severityIn } from './describe-criterion';
import { moved } from './moves';
import { listOf, type Outline, outlineOf, type Thing } from './outline';
import { joined, keysOf, named, type Sides } from './phrases';
import { same } from './same';
import { byPlace, type Change, type Found, holderOf, inWords } from './sentence';

export type { Change } from './sentence';

/**
 * The differences, place by place in the new pack's order; [] where both say the same. A thing that was added or removed is told once, not
 * with everything in it.
 */
export function comparePacks(before: PackFile, after: PackFile): Change[] {
  const was = outlineOf(before, after.language);
  const is = outlineOf(after, after.language);
  const found: Found[] = [];
  const movedThings = movesBetween(was, is);
  for (const thing of is.things.values()) {
    const old = was.things.get(thing.key);
    if (!old) {
      if (isIn(was, thing.parent)) found.push({ kind: 'added', thing, says: ` added${moreOf(thing, was, is)}` });
      continue;
    }
    const to = whereTo(old, thing, is, movedThings);
    if (to !== null) found.push({ kind: 'moved', thing, says: to });
    found.push(...changesOf(old, thing, { was, is, thing }));
  }
  for (const thing of was.things.values()) {
    if (!is.things.has(thing.key) && isIn(is, thing.parent)) found.push({ kind: 'removed', thing, says: ` removed${lessOf(thing, is)}` });
  }
  return byPlace(found.map(inWords));
}

function isIn(outline: Outline, thing: Thing | null): boolean {
  return thing === null || outline.things.has(thing.key);
}

function changesOf(old: Thing, thing: Thing, sides: Sides): Found[] {
  const { was, is } = sides;
  const found: Found[] = [];
  const translations = new Map<string, string[]>();
  for (const key of keysOf(old.says, thing.says)) {
    const [oldValue, value] = [old.says[key], thing.says[key]];
    const [before, now] = [was.texts.own(oldValue), is.texts.own(value)];
    if (!same(before, now)) {
      if (key === thing.nameKey && before !== undefined && now !== undefined)
        found.push({ kind: 'renamed', thing, name: old.name, says: ` is called ${named(thing.name)} now` });
      else found.push(...describerOf(thing.about, key)(before, now, sides).map((says): Found => ({ kind: 'changed', thing, says })));
    }
    for (const language of new Set([...was.texts.languages, ...is.texts.languages])) {
      if (same(was.texts.inOther(language, oldValue), is.texts.inOther(language, value))) continue;
      translations.set(language, [...(translations.get(language) ?? []), labelOf(key)]);
    }
  }
  for (const [language, keys] of translations) {
    found.push({ kind: 'changed', thing, before: `translation (${language}) of `, says: ` changed: ${joined(keys)}` });
  }
  return found;
}

/** What a reader wants to know at once of something new. */
function moreOf({ about, parent, says, noun, key }: Thing, was: Outline, is: Outline): string {
  if (about === 'approver') return hasApprovers(was) ? '' : ': every approval needs a code now, a tick is not enough';
  if (about === 'criterion') {
    const parsed = condition.safeParse(says.when);
    return parsed.success ? `: ${sentenceOf(parsed.data, null, is.words)}; it ${severityIn(says.severity)}` : '';
  }
  if (about === 'phase') {
    const count = is.lists.get(`${key} steps`)?.length ?? 0;
    return `, with ${count} ${count === 1 ? 'step' : 'steps'}`;
  }
  return about === 'step' && parent ? ` to ${noun === 'step' ? 'phase' : 'step'} ${named(parent.name)}` : '';
}

function lessOf({ about }: Thing, is: Outline): string {
  return about === 'approver' && !hasApprovers(is) ? ': approvals need no code any more, a tick is enough' : '';
}

function hasApprovers({ things }: Outline): boolean {
  return [...things.values()].some(({ about }) => about === 'approver');
}

function movesBetween(was: Outline, is: Outline): ReadonlySet<string> {
  const keysIn = (outline: Outline, list: string): string[] => (outline.lists.get(list) ?? []).map(({ key }) => key);
  return new Set([...is.lists.keys()].flatMap((list) => [...moved(keysIn(was, list), keysIn(is, list))]));
}

/** ` moved before ‘Call’`, or null for a thing that stays where it is. */
function whereTo(old: Thing, thing: Thing, is: Outline, movedThings: ReadonlySet<string>): string | null {
  const { parent } = thing;
  if (parent && listOf(old) !== listOf(thing)) {
    if (old.parent?.key === parent.key) return ` is an ${thing.noun} now (before: ${old.noun})`;
    const holder = holderOf(thing);
    const elsewhere = holder && holder.key !== holderOf(old)?.key ? ` of ${named(holder.name)}` : '';
    return ` moved to ${parent.noun} ${named(parent.name)}${elsewhere}`;
  }
  if (!movedThings.has(thing.key)) return null;
  const siblings = is.lists.get(listOf(thing)) ?? [];
  const next = siblings[siblings.indexOf(thing) + 1];
  return next ? ` moved before ${named(next.name)}` : ' moved to the end';
}
