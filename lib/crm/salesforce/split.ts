/** Parts a boxcar: innocent actions never wait for a save that is held (facts/salesforce.md §3.5, hold cost). */
import type { Split, WireMove } from '../adapter';
import { boxcar, savedBy, type Boxcar } from './aura';
import { parse, type Json } from './json';
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
      // Before the JSON of a success may stand `while(1);`; an error is framed on both sides and no JSON by itself (facts/salesforce.md §3.4).
      const [first, second] = [innocent, held].map((text) => parse(text.slice(text.indexOf('{'))));
      // An answer without actions (a lost session, say) is about the whole boxcar: the page's own code then asks again.
      if (!Array.isArray(first?.actions)) return innocent;
      if (!Array.isArray(second?.actions)) return held;
      // Their order does not matter: each answer names its action.
      const answer = { ...second, ...first, actions: [...first.actions, ...second.actions] };
      return innocent.slice(0, innocent.indexOf('{')) + JSON.stringify(answer);
    },
  };
}
