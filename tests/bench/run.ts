/**
 * `npm run bench`: measures the budgets of DESIGN §6 on the production build, in a real Chromium on the lab.
 *
 * How to read it. Each block is one budget. A row without a budget is there to compare with. `*` marks the figure that is held against the
 * budget: the median, or the 95th percentile (nearest rank). `ratio` is that figure over the budget: 0.30 × leaves room, 1.20 × is too much.
 * Variants (no extension, one that does nothing, ours, a naive observer, a peer) take turns, in the opposite order each round, and are
 * compared by counts and by the profiler's own attribution: on a busy machine the difference of two wall times only shows gross faults.
 * Wall times depend on the machine: OVER is a word to think about and never fails the run. The run fails (exit code 1) when it says nothing:
 * a measurement broke, or the naive observer, which must look bad, does not.
 *
 * `npm run bench -- judge panel` runs the blocks whose names hold one of the words. PEER_EXTENSION=/path/to/unpacked adds a peer to compare
 * with: Salesforce Inspector Reloaded's folder `addon` loads as it is.
 */
import { cpus, loadavg } from 'node:os';
import { bytes } from './rows/bytes';
import { held } from './rows/held';
import { judging } from './rows/judging';
import { overlay } from './rows/overlay';
import { pageCost } from './rows/page-cost';
import { pageHeap } from './rows/page-heap';
import { panelFollows } from './rows/panel-follows';
import { panelOpens } from './rows/panel-opens';
import { passing } from './rows/passing';
import { readingBodies } from './rows/reading-bodies';
import { prepare } from './setting';
import { table, type Measured } from './table';

const words = process.argv.slice(2);
const measurements = [bytes, judging, readingBodies, passing, held, overlay, panelFollows, panelOpens, pageHeap, pageCost].filter(
  ({ what }) => words.length === 0 || words.some((word) => what.toLowerCase().includes(word.toLowerCase())),
);

const load = (): string => `load ${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} processors`;
const started = Date.now();
const before = load();
const setting = await prepare();
const measured: Measured[] = [];
const failures: string[] = [];
for (const measurement of measurements) {
  const from = Date.now();
  process.stderr.write(`${measurement.what} … `);
  try {
    measured.push({ measurement, rows: await measurement.measure(setting) });
  } catch (error) {
    failures.push(`${measurement.what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  process.stderr.write(`${((Date.now() - from) / 1000).toFixed(0)} s\n`);
}
await setting.close();

console.log(`\n${table(measured)}\n\nWhat was measured:`);
for (const { measurement } of measured) console.log(`- ${measurement.what}: ${measurement.how}`);
console.log(`\n${((Date.now() - started) / 1000).toFixed(0)} s; ${before} at the start, ${load()} at the end.`);
const invalid = measured.flatMap(({ rows }) => rows).flatMap(({ broken }) => broken ?? []);
for (const failure of failures) console.error(`\nMEASUREMENT FAILED: ${failure}`);
if (invalid.length > 0) console.error(`\nThe run is INVALID: ${invalid.join('; ')}`);
process.exitCode = failures.length + invalid.length > 0 ? 1 : 0;
