/** Parts a boxcar: innocent actions never wait for a save that is held (facts/salesforce.md §3.5, hold cost). */
import type { Split, WireMove } from '../adapter';
import { boxcar, savedBy, type Boxcar } from './aura';
import { isJson, parse, unframe, type Json } from './json';
import { keyOf, movesOf, NOWHERE } from './moves';

/** The actions of `sent` that make any of `moves`. */
export function movingActions({ actions }: Boxcar, moves: readonly WireMove[]): Json[] {
  const keys = moves.map(keyOf);
  const fields = moves.map(({ field }) => field);
  return actions.filter((action) => movesOf(savedBy(action), NOWHERE, fields).some((move) => keys.includes(keyOf(move))));
}

/** See `Wire.split`. */
export function splitBoxcar(body: string, moves: readonly WireMove[]): Split | null {
  const sent = boxcar(body);
  const moving = sent ? movingActions(sent, moves) : [];
  if (!sent || !moving.length || moving.length === sent.actions.length) return null;
  const ids = sent.actions.map(({ id }) => id);
  return {
    rest: sent.only(sent.actions.filter((action) => !moving.includes(action))),
    moving: sent.only(moving),
    merge(rest, held) {
      const [before, json, after] = unframe(rest);
      const [first, second] = [parse(json), parse(unframe(held)[1])];
      // An answer without actions (a lost session, say) is about the whole boxcar: the page's own code then asks again.
      if (!first || !Array.isArray(first.actions)) return rest;
      if (!second || !Array.isArray(second.actions)) return held;
      const actions = [...first.actions, ...second.actions].filter(isJson).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
      return before + JSON.stringify({ ...second, ...first, actions }) + after;
    },
  };
}
