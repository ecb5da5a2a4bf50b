import { describe, expect, it } from 'vitest';
import { judgeWith } from '../../../../lib/guard/judge-with';
import { NO_PROGRESS } from '../../../../lib/guard/progress';
import { criterionKey } from '../../../../lib/pack/criterion-key';
import { guarded, indexed, noFacts, record, withOne } from './guarded';

const move = { record, field: 'StageName', from: 'Prospecting', to: 'Needs Analysis' };
const key = criterionKey('talk-sop', 'only');

describe('a move judged with what is kept of its record', () => {
  it.each([
    ['was never touched', {}, 1],
    ['is open again', { call: { state: 'open' as const, at: 1 } }, 1],
    ['is done', { call: { state: 'done' as const, at: 1 } }, 0],
  ])('knows of a step that it %s', async (_what, ticks, gaps) => {
    const exit = [{ id: 'called', label: 'They were called', when: { step: 'call', is: 'done' }, severity: 'warn' }];
    const phases = [{ id: 'p', title: 'P', steps: [{ id: 'call', title: 'Call' }] }];
    const index = await indexed({ ...guarded, sops: [{ ...guarded.sops[0], entry: [], exit, phases }] });
    expect(judgeWith(index, move, noFacts, { ...NO_PROGRESS, ticks }).gaps).toHaveLength(gaps);
  });

  it.each([
    ['nothing', NO_PROGRESS, undefined, 1],
    ['what is kept', { ...NO_PROGRESS, confirmed: new Set([key]) }, undefined, 0],
    ['what is said in this very decision', NO_PROGRESS, new Set([key]), 0],
    ['what is kept, beside what is said', { ...NO_PROGRESS, confirmed: new Set([key]) }, new Set(['another criterion']), 0],
  ])('counts of what the rep stands for: %s', async (_what, progress, standsFor, gaps) => {
    expect(judgeWith(await withOne({}), move, noFacts, progress, standsFor).gaps).toHaveLength(gaps);
  });
});
