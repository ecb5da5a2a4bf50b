/** Puts a pack to use in a test, as a manager does: a starter from the gallery, any other from its file in tests/e2e/packs. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { until, type Bench } from './bench';

/** In use from the start. */
const FIRST_PACK = 'b2b-sales-cycle';

const STARTERS = resolve(import.meta.dirname, '../../public/packs');
const OWN = resolve(import.meta.dirname, 'packs');

function titleOf(text: string): string {
  const { title } = JSON.parse(text) as { title: string | { en: string } };
  return typeof title === 'string' ? title : title.en;
}

/** Does nothing where it is in use already. */
export async function usePack(bench: Bench, id = FIRST_PACK): Promise<void> {
  const active = async () => (await bench.rows('packs')).find((row) => row['active'] === 1)?.['id'];
  if ((await active()) === id) return;
  const starter = resolve(STARTERS, `${id}.json`);
  const options = await bench.browser.extensionPage('options.html#library');
  if (existsSync(starter)) {
    const title = titleOf(readFileSync(starter, 'utf8'));
    await options.getByRole('button', { name: `Use this pack: ${title}`, exact: true }).click();
  } else {
    await options
      .locator('input[type=file]')
      .first()
      .setInputFiles(resolve(OWN, `${id}.json`));
  }
  await until(async () => (await active()) === id, `The pack ${id} is not in use.`);
  await options.close();
}
