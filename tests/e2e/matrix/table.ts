/** What became of each surface in each situation, as a table at the end of the run. */

/** What may happen to one save, and to those that are held all at once. */
export const ALONE = ['allow', 'go back', 'go on', 'worker dead', 'double save', 'retried save'] as const;
export const TOGETHER = ['20 s of thinking', 'extension reloaded', 'extension removed'] as const;
export type Together = (typeof TOGETHER)[number];

export interface Table<Situation extends string> {
  /** Runs `check`, and notes whether it held. Rethrows what it throws. */
  check(surface: string, situation: Situation, check: () => Promise<void>): Promise<void>;
  print(): void;
}

/** A mark for each cell: `·` not reached. */
export function newTable<Situation extends string>(surfaces: readonly string[], situations: readonly Situation[]): Table<Situation> {
  const cells = new Map(surfaces.map((name) => [name, new Map<Situation, string>()]));
  const width = Math.max(...surfaces.map((name) => name.length));
  return {
    async check(surface, situation, check) {
      cells.get(surface)?.set(situation, 'FAILED');
      await check();
      cells.get(surface)?.set(situation, 'ok');
    },
    print() {
      const lines = [
        ['surface'.padEnd(width), ...situations].join('  '),
        ...[...cells].map(([name, row]) =>
          [name.padEnd(width), ...situations.map((situation) => (row.get(situation) ?? '·').padEnd(situation.length))].join('  '),
        ),
      ];
      console.log(`\n${lines.join('\n')}\n`);
    },
  };
}
