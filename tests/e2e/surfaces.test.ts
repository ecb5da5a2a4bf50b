/** Every surface of the guard: a move that skips nothing goes through unseen, one that does is held, and the rep's word counts. */
import { beforeEach, describe, expect, it } from 'vitest';
import { layerOf } from '../browser/layer';
import { until, useBench } from './bench';
import { FIRST_PACK, usePack } from './packs';
import { savedStage, stageWrites, surfaces } from './surfaces';

const bench = useBench();

describe.each(surfaces)('$name', (surface) => {
  const { allow, ask } = surface;
  const title = `open before ${ask.before}`;

  beforeEach(async () => {
    await usePack(bench, surface.pack ?? FIRST_PACK);
    surface.prepare?.(bench.lab);
  });

  it('lets a move through that skips nothing, without a word', async () => {
    const page = await bench.tab();
    await surface.open(page, allow.record);
    const layer = await layerOf(page);
    await surface.move(page, allow.record, allow.to);
    await until(() => savedStage(bench.lab, surface, allow.record) === allow.to, 'The move was not saved.');
    expect(await layer.text()).not.toContain('open before');
    expect(stageWrites(bench.lab, surface)).toHaveLength(1);
  });

  it('goes back: nothing reaches the CRM, and its own screen reverts', async () => {
    const page = await bench.tab();
    await surface.open(page, ask.record);
    const from = savedStage(bench.lab, surface, ask.record);
    await surface.move(page, ask.record, ask.to);
    const layer = await layerOf(page);
    await layer.says(title);
    expect(stageWrites(bench.lab, surface)).toEqual([]);
    await page.keyboard.press('Escape');
    await layer.gone();
    await surface.reverted(page, ask.record, String(from));
    expect(savedStage(bench.lab, surface, ask.record)).toBe(from);
    expect(stageWrites(bench.lab, surface)).toEqual([]);
    expect((await bench.rows('journal')).at(-1)).toMatchObject({ type: 'move-back', from: ask.from, to: ask.before });
  });

  it('goes on with a reason: journal and debt first, then the untouched save', async () => {
    const page = await bench.tab();
    await surface.open(page, ask.record);
    const before = (await bench.rows('journal')).length;
    await surface.move(page, ask.record, ask.to);
    const layer = await layerOf(page);
    await layer.says(title);
    await layer.press('Go on with this reason');
    await layer.says('Choose a reason first.');
    await layer.goOn('We keep this information somewhere else', 'It is in the shared deal plan.');
    await until(() => savedStage(bench.lab, surface, ask.record) === ask.to, 'The move was not saved.');
    await layer.gone();
    expect(stageWrites(bench.lab, surface)).toHaveLength(1);
    const events = (await bench.rows('journal')).slice(before);
    const types = events.map(({ type }) => type).join();
    expect(events[1]).toMatchObject({ type: 'move-on', from: ask.from, note: 'It is in the shared deal plan.' });
    expect(events[1]).toHaveProperty('gaps', expect.arrayContaining([expect.objectContaining({ criterion: ask.criterion })]));
    if (surface.owes === false) {
      expect(types).toBe('move-held,move-on');
      return;
    }
    expect(types).toMatch(/^move-held,move-on,debt-(opened|stands)$/);
    const debts = (await bench.rows('debts')).filter(({ record }) => String(record).endsWith(ask.record));
    expect(debts).toMatchObject([{ state: 'open', criterion: ask.criterion, note: 'It is in the shared deal plan.' }]);
  });
});
