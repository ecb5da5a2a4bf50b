/** What a measurement hands back: samples with their unit, and what they are held against. */
import type { Setting } from './setting';

export interface Row {
  what: string;
  unit: 'ms' | 'B' | 'kB' | '%' | '×' | 'count';
  samples: readonly number[];
  /** Which figure of the samples counts. */
  by: 'median' | 'p95';
  /** In `unit`, inclusive. Absent for a row that is there to compare with. */
  budget?: number;
  /** Set when the measurement itself cannot be believed: the whole run is then invalid. */
  broken?: string;
}

/** One line of DESIGN §6. */
export interface Measurement {
  what: string;
  /** The budget in words. */
  budget: string;
  /** What exactly was timed or counted, and where. */
  how: string;
  measure(setting: Setting): Promise<Row[]>;
}

/** The value below which `share` of the samples lie, by nearest rank. */
function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

export function p95(samples: readonly number[]): number {
  return percentile(samples, 0.95);
}

/** Runs `visit` for every variant, `rounds` times, in the opposite order each time: a machine that slows down is nobody's fault. */
export async function interleave<Variant>(
  variants: readonly Variant[],
  rounds: number,
  visit: (variant: Variant) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const variant of round % 2 === 0 ? variants : [...variants].reverse()) await visit(variant);
  }
}
