/** What a condition asks for. Takes a condition of any shape, since a faulty pack is searched too. */
import { child, entries, type Path } from './problems';

export interface Asked {
  kind: 'field' | 'step' | 'answer' | 'approval' | 'event' | 'calendar';
  id: string;
  /** Where the condition names it. */
  path: Path;
}

const namedBy: Readonly<Record<string, Asked['kind']>> = {
  field: 'field',
  step: 'step',
  answer: 'answer',
  approval: 'approval',
  since: 'event',
  until: 'event',
  calendar: 'calendar',
};

/** In the condition's own order, a field that another is compared with included. `path` is the condition's own place. */
export function* askedBy(condition: unknown, path: Path = []): Generator<Asked> {
  for (const node of nodesIn(condition, path)) {
    for (const [key, kind] of Object.entries(namedBy)) {
      const id = child(node.value, key);
      if (typeof id === 'string') yield { kind, id, path: [...node.path, key] };
    }
    const other = child(child(node.value, 'value'), 'field');
    if (typeof other === 'string') yield { kind: 'field', id: other, path: [...node.path, 'value', 'field'] };
  }
}

/** A condition and the conditions inside it, with their places. */
export function* nodesIn(condition: unknown, path: Path = []): Generator<{ value: unknown; path: Path }> {
  yield { value: condition, path };
  const inside = child(condition, 'not');
  if (inside !== undefined) yield* nodesIn(inside, [...path, 'not']);
  for (const group of ['all', 'any', 'of']) {
    for (const part of entries(child(condition, group), [...path, group])) {
      const weighed = child(part.value, 'when');
      yield* weighed === undefined ? nodesIn(part.value, part.path) : nodesIn(weighed, [...part.path, 'when']);
    }
  }
}
