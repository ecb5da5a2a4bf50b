/** A record's own entry; never what every object inherits, `constructor` say. */
export function own<T>(entries: Readonly<Record<string, T>> | null | undefined, key: string): T | undefined {
  return entries !== null && entries !== undefined && Object.hasOwn(entries, key) ? entries[key] : undefined;
}
