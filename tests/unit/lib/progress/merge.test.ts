import { describe, expect, it } from 'vitest';
import { merge, mineStays, newestWins, settledWins } from '../../../../lib/progress/merge';

interface Row {
  key: string;
  at: number;
  state: string;
}
const rules = { newest: newestWins, settled: settledWins, mine: mineStays };
const row = (at: number, state = 'open', key = 'a'): Row => ({ key, at, state });

describe('merging a row of a backup with the row here', () => {
  it.each<[string, keyof typeof rules, Row | null, Row, 'added' | 'updated' | 'kept']>([
    ['any rule: a row that is not here is added', 'mine', null, row(1), 'added'],
    ['newest: a newer row replaces', 'newest', row(1), row(2), 'updated'],
    ['newest: an older row is left out', 'newest', row(2), row(1), 'kept'],
    ['newest: of the same time, the row here stays', 'newest', row(2, 'open'), row(2, 'done'), 'kept'],
    ['settled: met beats open', 'settled', row(1, 'open'), row(1, 'met'), 'updated'],
    ['settled: waived beats open', 'settled', row(1, 'open'), row(1, 'waived'), 'updated'],
    ['settled: open never beats met', 'settled', row(1, 'met'), row(9, 'open'), 'kept'],
    ['settled: of two settled ones, the row here stays', 'settled', row(1, 'met'), row(9, 'waived'), 'kept'],
    ['settled: of two open ones, the row here stays', 'settled', row(1, 'open'), row(9, 'open'), 'kept'],
    ['mine: the row here stays', 'mine', row(1), row(9), 'kept'],
  ])('%s', (_what, rule, mine, theirs, outcome) => {
    const { write, counts } = merge(mine ? [mine] : [], [theirs], { keyOf: (each) => each.key, wins: rules[rule] });
    expect(counts).toEqual({ added: 0, updated: 0, kept: 0, [outcome]: 1 });
    expect(write).toEqual(outcome === 'kept' ? [] : [theirs]);
  });

  it('leaves rows alone that the backup does not have', () => {
    expect(merge([row(1, 'open', 'b')], [], { keyOf: (each) => each.key, wins: newestWins }).write).toEqual([]);
  });

  it('merges a key that the backup holds twice by the same rule', () => {
    const { write, counts } = merge([], [row(1), row(3), row(2)], { keyOf: (each) => each.key, wins: newestWins });
    expect(write).toEqual([row(3)]);
    expect(counts).toEqual({ added: 1, updated: 0, kept: 2 });
  });
});
