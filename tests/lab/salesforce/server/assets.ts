/** The built bundle, styles and icon sprites, from the folder that build.ts filled. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { LabResponse } from '../../site';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** The file at `pathname` inside `assetsDir`, or null where there is none that may be served. */
export async function assetAt(assetsDir: string, pathname: string): Promise<LabResponse | null> {
  const type = TYPES[extname(pathname)];
  const path = normalize(join(assetsDir, pathname));
  if (type === undefined || !path.startsWith(assetsDir + sep)) return null;
  try {
    return { status: 200, headers: { 'content-type': type, 'cache-control': 'max-age=60' }, body: await readFile(path) };
  } catch {
    return null;
  }
}
