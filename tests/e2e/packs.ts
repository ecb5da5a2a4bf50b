/** Puts a pack into use as a manager does: a starter from the gallery, or one of tests/e2e/packs from its file. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parsePack, indexPack } from '../../lib/pack/load';
import { until, type Bench } from './bench';

const STARTERS = resolve(import.meta.dirname, '../../public/packs');
const OWN = resolve(import.meta.dirname, 'packs');

/** Resolves once the pack is in use; at once where it is already. Without an id: the one that is in use from the start. */
export async function usePack(bench: Bench, id = 'b2b-sales-cycle'): Promise<void> {
  const inUse = async () => (await bench.rows('packs')).find((row) => row['active'] === 1)?.['id'];
  if ((await inUse()) === id) return;
  const options = await bench.browser.extensionPage('options.html#library');
  const own = resolve(OWN, `${id}.json`);
  if (existsSync(own)) {
    await options.locator('input[type=file]').first().setInputFiles(own);
  } else {
    const { pack } = indexPack(await parsePack(readFileSync(resolve(STARTERS, `${id}.json`), 'utf8')));
    await options.getByRole('button', { name: `Use this pack: ${pack.title}`, exact: true }).click();
  }
  await until(async () => (await inUse()) === id, `The pack ${id} is not in use.`);
  await options.close();
}
