/** The variants that page costs are compared with: tiny extensions that are written at run time, and a peer from PEER_EXTENSION. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Setting } from '../setting';

/** A content script that does nothing: what any content script costs. */
const EMPTY = '';

/** What a watcher must not do: look at the whole page at each change. The positive control: a run that does not see this sees nothing. */
const NAIVE = `
const look = () => {
  let seen = 0;
  for (const element of document.querySelectorAll('*')) if (element.className) seen += 1;
  seen += document.body ? document.body.innerText.length : 0;
  return seen;
};
new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
`;

export interface Variant {
  name: 'none' | 'empty' | 'ours' | 'naive' | 'peer';
  /** The unpacked extension, or null for none. */
  path: string | null;
}

async function write(folder: string, name: string, more: object, script: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  await writeFile(join(path, 'manifest.json'), JSON.stringify({ manifest_version: 3, name, version: '1.0', ...more }));
  await writeFile(join(path, 'script.js'), script);
  return path;
}

const inPages = { content_scripts: [{ matches: ['https://*/*'], js: ['script.js'], run_at: 'document_start' }] };

/** Switches the others on and off, and has no script in any page. */
export async function switchExtension({ folder }: Setting): Promise<string> {
  return write(folder, 'switch', { permissions: ['management'], background: { service_worker: 'script.js' } }, '');
}

export async function variantsFor({ folder, build }: Setting): Promise<Variant[]> {
  const peer = process.env['PEER_EXTENSION'];
  return [
    { name: 'none', path: null },
    { name: 'empty', path: await write(folder, 'empty', inPages, EMPTY) },
    { name: 'ours', path: build },
    { name: 'naive', path: await write(folder, 'naive', inPages, NAIVE) },
    ...(peer ? [{ name: 'peer' as const, path: peer }] : []),
  ];
}
