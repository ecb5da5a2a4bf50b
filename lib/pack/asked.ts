/** Which fields and steps a condition asks for. Takes a condition of any shape, since a faulty pack is searched too. */
import { child, entries, type Path } from './problems';

export interface Asked {
  kind: 'field' | 'step';
  id: string;
  /** Where the condition names it. */
  path: Path;
}

/** In the condition's own order. `path` is the condition's own place. */
export function* askedBy(condition: unknown, path: Path = []): Generator<Asked> {
  for (const kind of ['field', 'step'] as const) {
    const id = child(condition, kind);
    if (typeof id === 'string') yield { kind, id, path: [...path, kind] };
  }
  const inside = child(condition, 'not');
  if (inside !== undefined) yield* askedBy(inside, [...path, 'not']);
  for (const group of ['all', 'any', 'of']) {
    for (const part of entries(child(condition, group), [...path, group])) {
      const weighed = child(part.value, 'when');
      yield* weighed === undefined ? askedBy(part.value, part.path) : askedBy(weighed, [...part.path, 'when']);
    }
  }
}
