/** Prints the rows as one table. */
import { median, p95, type Measurement, type Row } from './row';

export interface Measured {
  measurement: Measurement;
  rows: readonly Row[];
}

const HEAD = ['what', 'median', 'p95', 'n', 'budget', 'ratio', 'within?'];

function figure(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

function cells({ what, unit, samples, by, budget, broken }: Row): string[] {
  const counts = { median: median(samples), p95: p95(samples) };
  const mark = (name: 'median' | 'p95') =>
    `${figure(counts[name])}${budget !== undefined && by === name && samples.length > 1 ? ' *' : ''}`;
  const start = [`  ${what}, ${unit}`, mark('median'), samples.length > 1 ? mark('p95') : '', String(samples.length)];
  if (broken !== undefined) return [...start, '', '', `INVALID: ${broken}`];
  if (budget === undefined) return [...start, '', '', ''];
  const ratio = budget === 0 ? '' : `${(counts[by] / budget).toFixed(2)} ×`;
  return [...start, figure(budget), ratio, counts[by] <= budget ? 'yes' : 'OVER'];
}

/** The starred figure is the one that is held against the budget. */
export function table(all: readonly Measured[]): string {
  const lines = all.flatMap(({ measurement: { what, budget }, rows }) => [[`${what} (${budget})`], ...rows.map(cells)]);
  const widths = HEAD.map((head, column) =>
    Math.max(head.length, ...lines.filter((line) => line.length > 1).map((line) => line[column]?.length ?? 0)),
  );
  const text = (line: readonly string[]): string =>
    line.length === 1
      ? `\n${line[0] ?? ''}`
      : line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
  return [text(HEAD), ...lines.map(text)].join('\n');
}
