/** HubSpot's own prompt for the values that a stage asks for: what it asks, and what becomes of it (facts/hubspot.md §3.4). */

import { useSyncExternalStore } from 'react';
import type { Property } from './data/metadata';
import type { Values } from './data/records';

interface Asked {
  /** The stage's label. */
  label: string;
  properties: readonly Property[];
  values: Values;
}

interface OpenPrompt extends Asked {
  /** The values given, or null when it was cancelled. */
  answer(values: Values | null): void;
}

let open: OpenPrompt | null = null;
const listeners = new Set<() => void>();

function change(next: OpenPrompt | null): void {
  open = next;
  for (const listener of listeners) listener();
}

/** Asks a person for values; null when they cancel. */
export function askForValues(asked: Asked): Promise<Values | null> {
  return new Promise((resolve) => {
    change({
      ...asked,
      answer(values) {
        change(null);
        resolve(values);
      },
    });
  });
}

export function useOpenPrompt(): OpenPrompt | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}
