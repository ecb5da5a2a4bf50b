/** `npm run docs`: writes the files that are made from the code. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pages } from './docs/pages';

for (const { path, text } of await pages()) {
  await writeFile(resolve(import.meta.dirname, '..', path), text);
  process.stdout.write(`${path}\n`);
}
