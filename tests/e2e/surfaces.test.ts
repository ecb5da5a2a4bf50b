/** Every surface of the guard in every situation of one save (surfaces-held.test.ts has the others), each cell tried in a real Chromium. The table stands at the end of the run. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { layerOf, type Layer } from '../browser/layer';
import { until, useBench } from './bench';
import { rememberWrites, resend } from './matrix/resend';
import { ALONE, newTable } from './matrix/table';
import { usePack } from './packs';
import { savedStage, stageWrites, surfaces, type Surface } from './surfaces';

const bench = useBench();
const table = newTable(
  surfaces.map(({ name }) => name),
  ALONE,
);
afterAll(() => table.print());

/** The usual one of the packs. */
const REASON = 'We keep this information somewhere else';
const NOTE = 'It is in the shared deal plan.';

async function opened(surface: Surface, record: string): Promise<{ page: Page; layer: Layer }> {
  const page = await bench.tab();
  await rememberWrites(page);
  await surface.open(page, record);
  return { page, layer: await layerOf(page) };
}

const writes = (surface: Surface) => stageWrites(bench.lab, surface).length;
const isSaved = (surface: Surface) => () => savedStage(bench.lab, surface, surface.ask.record) === surface.ask.to;

/** What the journal says of moves and debts, from its `start`th event on. */
async function journalFrom(start: number): Promise<Record<string, unknown>[]> {
  return (await bench.rows('journal')).slice(start).filter(({ type }) => /^(move|debt)-/.test(String(type)));
}

describe.each(surfaces)('$name', (surface) => {
  const { allow, ask, name } = surface;
  const title = `open before ${ask.before}`;
  beforeAll(() => usePack(bench, surface.pack));
  beforeEach(() => surface.prepare?.(bench.lab));

  it('lets a move through that skips nothing, without a word', () =>
    table.check(name, 'allow', async () => {
      const { page, layer } = await opened(surface, allow.record);
      await surface.move(page, allow.record, allow.to);
      await until(() => savedStage(bench.lab, surface, allow.record) === allow.to, 'The move was not saved.');
      expect(await layer.text()).not.toContain('open before');
      expect(writes(surface)).toBe(1);
    }));

  it('holds a move that skips something, and does what the rep says, whatever happens to the worker or the client', async () => {
    const { page, layer } = await opened(surface, ask.record);
    const from = savedStage(bench.lab, surface, ask.record);

    await table.check(name, 'go back', async () => {
      await surface.move(page, ask.record, ask.to);
      await layer.says(title);
      expect(writes(surface)).toBe(0);
      await page.keyboard.press('Escape');
      await layer.gone();
      await surface.reverted(page, ask.record, String(from));
      expect([savedStage(bench.lab, surface, ask.record), writes(surface)]).toEqual([from, 0]);
      expect((await journalFrom(0)).at(-1)).toMatchObject({ type: 'move-back', from: ask.from, to: ask.before });
    });

    await table.check(name, 'worker dead', async () => {
      await bench.browser.killWorker();
      await surface.move(page, ask.record, ask.to);
      await layer.says(title);
      await bench.browser.killWorker();
      expect(writes(surface)).toBe(0);
    });

    const before = (await bench.rows('journal')).length;
    await table.check(name, 'double save', async () => {
      await resend(page, surface.field, ask.to);
      await page.waitForTimeout(300);
      expect(writes(surface)).toBe(0);
    });

    await table.check(name, 'go on', async () => {
      const way = surface.several ? 'Go on with all' : 'Go on with this reason';
      await layer.press(way);
      await layer.says('Choose a reason first.');
      await layer.goOn(surface.reason ?? REASON, NOTE, way);
      await until(isSaved(surface), 'The move was not saved.');
      await layer.gone();
      const events = (await journalFrom(before)).map(({ type }) => type).join();
      const debts = (await bench.rows('debts')).filter(({ record }) => String(record).endsWith(ask.record));
      if (surface.owes === false) {
        expect([events, debts]).toEqual(['move-held,move-on', []]);
      } else {
        expect(events).toMatch(/^move-held,move-on,debt-(opened|stands)$/);
        expect(debts).toMatchObject([{ state: 'open', criterion: ask.criterion, note: NOTE }]);
      }
    });
    await table.check(name, 'double save', async () => {
      await until(() => writes(surface) === 2, 'The second save of the two was lost.');
    });

    await table.check(name, 'retried save', async () => {
      await resend(page, surface.field, ask.to);
      await until(() => writes(surface) === 3, 'The save that was tried again was kept.');
      expect(await layer.text()).not.toContain(title);
    });
  });
});
