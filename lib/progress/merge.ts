/** How a backup and what is here become one: rows with the same key are compared, and a rule says which of them stays. Pure. */

/** Rows that a backup added, rows here that it replaced, and rows of it that were left out in favour of what is here. */
export interface Counts {
  added: number;
  updated: number;
  kept: number;
}

export interface Rule<Row> {
  keyOf: (row: Row) => string;
  /** Does a row of the backup replace the row here? */
  wins: (theirs: Row, mine: Row) => boolean;
}

export const newestWins = (theirs: { at: number }, mine: { at: number }): boolean => theirs.at > mine.at;
export const settledWins = (theirs: { state: string }, mine: { state: string }): boolean =>
  mine.state === 'open' && theirs.state !== 'open';
export const mineStays = (): boolean => false;

/** The rows to write, and how many there were of each kind. A key that the backup holds twice is merged with itself by the same rule. */
export function merge<Row>(mine: readonly Row[], theirs: readonly Row[], rule: Rule<Row>): { write: Row[]; counts: Counts } {
  const here = new Map(mine.map((row) => [rule.keyOf(row), row]));
  const write = new Map<string, Row>();
  for (const row of theirs) {
    const key = rule.keyOf(row);
    const rival = write.get(key) ?? here.get(key);
    if (rival === undefined || rule.wins(row, rival)) write.set(key, row);
  }
  const updated = [...write.keys()].filter((key) => here.has(key)).length;
  const added = write.size - updated;
  return { write: [...write.values()], counts: { added, updated, kept: theirs.length - added - updated } };
}
