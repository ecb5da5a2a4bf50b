/** Named facts: a small name, and under it one entry or more. A fact without entries is left out, and a list without facts too. */
import type { ReactNode } from 'react';
import './fact-list.css';

export interface Fact {
  name: string;
  entries: readonly ReactNode[];
}

/** `terms`: the names are what matters, the words of a glossary say. */
export function FactList({ facts, terms = false }: { facts: readonly Fact[]; terms?: boolean }) {
  const told = facts.filter(({ entries }) => entries.length > 0);
  if (told.length === 0) return null;
  return (
    <dl className={terms ? 'hr-facts hr-facts--terms' : 'hr-facts'}>
      {told.map(({ name, entries }, at) => (
        <div key={at}>
          <dt>{name}</dt>
          {entries.map((entry, place) => (
            <dd key={place}>{entry}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
