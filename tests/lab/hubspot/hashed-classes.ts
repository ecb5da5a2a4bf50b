/** An esbuild plugin for `*.module.css`: every class gets a hashed name, as styled-components would give it (facts/hubspot.md §1.1). */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Plugin } from 'esbuild';

const CLASS = /\.(-?[_a-zA-Z][\w-]*)/g;
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Six letters that depend on the seed, the file and the class. */
function hashedName(seed: string, file: string, name: string): string {
  const digest = createHash('sha256').update(`${seed}\n${file}\n${name}`).digest();
  return [...digest.subarray(0, 6)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
}

/** The selectors of the text with their classes renamed; what stands between braces is left alone. */
function renameClasses(css: string, rename: (name: string) => string): string {
  return css.replace(/[^{}]+(?=\{)/g, (selector) => selector.replace(CLASS, (_match, name: string) => `.${rename(name)}`));
}

/** The plugin. A style module exports its classes by their written names. */
export function hashedClasses(seed: string): Plugin {
  return {
    name: 'hashed-classes',
    setup(build) {
      const styles = new Map<string, string>();
      build.onLoad({ filter: /\.module\.css$/, namespace: 'file' }, async ({ path }) => {
        const names = new Map<string, string>();
        const rename = (name: string): string => {
          const hashed = hashedName(seed, basename(path), name);
          names.set(name, hashed);
          return hashed;
        };
        styles.set(path, renameClasses(await readFile(path, 'utf8'), rename));
        const contents = `import ${JSON.stringify(`hashed:${path}`)};\nexport default ${JSON.stringify(Object.fromEntries(names))};`;
        return { contents, loader: 'js' };
      });
      build.onResolve({ filter: /^hashed:/ }, ({ path }) => ({ path: path.slice(7), namespace: 'hashed' }));
      build.onLoad({ filter: /.*/, namespace: 'hashed' }, ({ path }) => ({ contents: styles.get(path) ?? '', loader: 'css' }));
    },
  };
}
