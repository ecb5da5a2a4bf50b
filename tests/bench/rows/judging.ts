/** What a verdict costs on a pack as large as packs get, and whether it grows with the pack or with the stage. */
import type { Reading, RecordRef } from '../../../lib/crm/adapter';
import { judge } from '../../../lib/guard/judge';
import type { Move } from '../../../lib/guard/move';
import { NO_PROGRESS } from '../../../lib/guard/progress';
import { indexPack, parsePack, type PackIndex } from '../../../lib/pack/load';
import { factsOf } from '../../../lib/worker/case';
import { BIG, grown, packText } from '../make/pack';
import { interleave, median, type Measurement, type Row } from '../row';

const TIMES = 400;
/** Making facts for ten thousand SOPs is slow, and leaves much to collect: never between two verdicts. */
const FACTS_TIMES = 60;
const WARM_UP = 100;
const BUDGET_MS = 1;
/** "Grows with the stage, not with the pack": ten times the SOPs elsewhere, the same time but for the machine's noise. */
const GROWTH_BUDGET = 1.2;

const record: RecordRef = { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '006000000000001AAA' };
const move: Move = { record, field: 'StageName', from: 'Prospecting', to: 'Qualification' };
const moment = { now: Date.UTC(2026, 10, 22), timeZone: 'UTC' };

/** Readings of every field; `empty` of them, spread evenly, have no value. */
function readings(index: PackIndex, empty: number): Reading[] {
  const all = index.pack.fields.length;
  return index.pack.fields.map((field, at) => {
    const isEmpty = Math.floor(((at + 1) * empty) / all) > Math.floor((at * empty) / all);
    const name =
      index.objectOf({ crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity' })?.nameByField.get(field.id) ?? '';
    return { record, field: name, value: isEmpty ? null : `Value ${at}`, source: 'wire', at: moment.now };
  });
}

interface Case {
  what: string;
  run: () => unknown;
  samples: number[];
  budget?: number;
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

async function sample(cases: readonly Case[], times: number): Promise<void> {
  for (const { run } of cases) for (let time = 0; time < Math.min(WARM_UP, times); time++) run();
  await interleave(cases, times, async ({ run, samples }) => {
    samples.push(timed(run));
  });
}

async function measure(): Promise<Row[]> {
  const text = packText(BIG);
  const pack = await parsePack(text);
  const big = indexPack(pack);
  const huge = indexPack(grown(pack, 10));
  const facts = (index: PackIndex, empty: number) => factsOf(index, record, readings(index, empty), moment, NO_PROGRESS);
  const judging = (index: PackIndex, empty: number) => {
    const known = facts(index, empty);
    return () => judge(move, index, known);
  };
  const tenth = pack.fields.length / 10;
  const count = big.criteriaOf('exit', 'sales', 'stage-0').length + big.criteriaOf('entry', 'sales', 'stage-1').length;
  const found = judge(move, big, facts(big, pack.fields.length)).gaps.length;
  if (found !== count) throw new Error(`Of ${count} criteria that are not met the judge found ${found}.`);

  const verdicts: Case[] = [
    { what: `judge, ${count} criteria on the way, all met`, run: judging(big, 0), samples: [], budget: BUDGET_MS },
    { what: 'judge, one field in ten empty', run: judging(big, tenth), samples: [], budget: BUDGET_MS },
    { what: 'judge, nothing met', run: judging(big, pack.fields.length), samples: [], budget: BUDGET_MS },
    { what: 'judge, one in ten empty, ten times the SOPs elsewhere', run: judging(huge, tenth), samples: [] },
  ];
  const making: Case[] = [
    { what: 'facts for the judge, as the worker makes them', run: () => facts(big, tenth), samples: [] },
    { what: 'facts, ten times the SOPs elsewhere', run: () => facts(huge, tenth), samples: [] },
  ];
  await sample(verdicts, TIMES);
  await sample(making, FACTS_TIMES);
  const loads: { parse: number[]; index: number[] } = { parse: [], index: [] };
  for (let time = 0; time < 3; time++) {
    const start = performance.now();
    const parsed = await parsePack(text);
    loads.parse.push(performance.now() - start);
    loads.index.push(timed(() => indexPack(parsed)));
  }

  const [, base, , large, made, madeLarge] = [...verdicts, ...making].map(({ samples }) => median(samples));
  const growth = (more = NaN, less = NaN): number[] => [more / less];
  return [
    ...[...verdicts, ...making].map(({ what, samples, budget }): Row => ({
      what,
      unit: 'ms',
      samples,
      by: 'p95',
      ...(budget !== undefined && { budget }),
    })),
    { what: 'judge, growth with ten times the SOPs', unit: '×', samples: growth(large, base), by: 'median', budget: GROWTH_BUDGET },
    { what: 'facts, growth with ten times the SOPs', unit: '×', samples: growth(madeLarge, made), by: 'median', budget: GROWTH_BUDGET },
    { what: `reading and checking the file of ${(text.length / 1e6).toFixed(1)} MB`, unit: 'ms', samples: loads.parse, by: 'median' },
    { what: 'indexing it', unit: 'ms', samples: loads.index, by: 'median' },
  ];
}

export const judging: Measurement = {
  what: 'Judge on 1,000 SOPs and 20,000 criteria',
  budget: '1 ms at the 95th percentile; grows with the stage’s criteria, not with the pack',
  how:
    'in Node, the same engine as the browser’s: a move between two of 50 stages, each with 20 SOPs of 20 criteria. ' +
    'The worker judges each held save with facts that it makes first; their cost is shown apart. Growth is the ratio of the medians.',
  measure,
};
