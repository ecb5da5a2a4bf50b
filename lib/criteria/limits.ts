/** How large a condition may be. Looked at before anything else, so that no pack can make reading or judging it slow or deep. */
import { refusals } from './messages';
import { isPlainObject } from './pick';
import type { Refusal } from './pick';

/** A leaf alone is one deep. */
const deepest = 8;
const mostParts = 200;

/** The first limit that is passed, with its place, or null. Ends early on endless data: YAML can refer to itself. */
export function overLimit(data: unknown): Refusal | null {
  let parts = 0;
  const visit = (part: unknown, depth: number, path: Refusal['path']): Refusal | null => {
    parts += 1;
    if (parts > mostParts) return { path: [], message: refusals.tooMany(mostParts) };
    if (depth > deepest) return { path, message: refusals.tooDeep(deepest) };
    for (const child of childrenOf(part)) {
      const refusal = visit(child.part, depth + 1, [...path, ...child.path]);
      if (refusal) return refusal;
    }
    return null;
  };
  return visit(data, 1, []);
}

function* childrenOf(part: unknown): Generator<{ part: unknown; path: Refusal['path'] }> {
  if (!isPlainObject(part)) return;
  if (Object.hasOwn(part, 'not')) yield { part: part.not, path: ['not'] };
  for (const key of ['all', 'any', 'of']) {
    const list = Object.hasOwn(part, key) ? part[key] : null;
    if (!Array.isArray(list)) continue;
    for (const [index, entry] of list.entries()) {
      const scored = isPlainObject(entry) && Object.hasOwn(entry, 'when');
      yield scored ? { part: entry.when, path: [key, index, 'when'] } : { part: entry, path: [key, index] };
    }
  }
}
