/** Builds the pages of both practice CRMs into `.output/lab/`, each only when its sources have changed since. */

import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const LAB = fileURLToPath(new URL('.', import.meta.url));
const ROOT = join(LAB, '..', '..');
/** Loaded only when something is out of date: the bundlers alone take seconds. */
const BUILDERS = {
  salesforce: async (outDir: string): Promise<unknown> => (await import('./salesforce/build')).buildSalesforce(outDir),
  hubspot: async (outDir: string): Promise<unknown> => (await import('./hubspot/build')).buildHubspot(outDir),
};

/** The folders with the built pages, by site. Rejects with the bundler's message when a page does not build. */
export async function buildLab(): Promise<{ salesforce: string; hubspot: string }> {
  return { salesforce: await buildSite('salesforce'), hubspot: await buildSite('hubspot') };
}

async function buildSite(name: keyof typeof BUILDERS): Promise<string> {
  const outDir = join(ROOT, '.output', 'lab', name);
  const stampFile = join(outDir, '.sources');
  const stamp = await digestOf([join(ROOT, 'package-lock.json'), ...(await filesUnder(join(LAB, name)))]);
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return outDir;
  // Built beside and moved in one go, so that a lab that runs meanwhile never serves half a build.
  const fresh = `${outDir}.${process.pid}`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await BUILDERS[name](fresh);
  await writeFile(join(fresh, '.sources'), stamp);
  await rm(outDir, { recursive: true, force: true });
  await rename(fresh, outDir);
  return outDir;
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.sort();
}

async function digestOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(await readFile(file));
  return hash.digest('hex');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildLab();
