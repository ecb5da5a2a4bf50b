/** Parts a boxcar: innocent actions never wait for a save that is held (facts/salesforce.md §3.5, hold cost). */
import type { Split, WireMove } from '../adapter';
import { boxcar, savedBy, type Boxcar } from './aura';
import { parse, unframe, type Json } from './json';
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
  if (!sent || !moving.length) return null;
  const rest = sent.actions.filter((action) => !moving.includes(action));
  return {
    rest: rest.length ? sent.only(rest) : '',
    moving: sent.only(moving),
    apart: moving.length === moves.length,
    merge(innocent, held) {
      const [before, json, after] = unframe(innocent);
      const [first, second] = [parse(json), parse(unframe(held)[1])];
      // An answer without actions (a lost session, say) is about the whole boxcar: the page's own code then asks again.
      if (!Array.isArray(first?.actions)) return innocent;
      if (!Array.isArray(second?.actions)) return held;
      // Their order does not matter: each answer names its action.
      return before + JSON.stringify({ ...second, ...first, actions: [...first.actions, ...second.actions] }) + after;
    },
  };
}
