/** What the production build weighs in a customer's page, and what must not be in it. DESIGN §5, §6. */
import { describe, expect, it } from 'vitest';
import { filesBelow, textOf } from './files';

const BUILD = '.output/chrome-mv3';
const scripts = filesBelow(BUILD, /\.js$/);
const inPage = scripts.filter((path) => path.includes('/content-scripts/'));
const size = (path: string): number => Buffer.byteLength(textOf(path));

/** Where a pattern stands, told shortly: a bundle is one line of many thousand characters. */
function found(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) => [...new Set(textOf(path).match(pattern))].map((hit) => `${path.replace(`${BUILD}/`, '')}: ${hit}`));
}

describe('the build', () => {
  it('has one gate and one watcher for each CRM', () => {
    const names = inPage.map((path) => path.split('/').at(-1));
    expect(names).toEqual(['gate-hubspot.js', 'gate-salesforce.js', 'watcher-hubspot.js', 'watcher-salesforce.js']);
  });

  it.each(['salesforce', 'hubspot'])('puts at most 40 kB of script into a %s page, at most 10 kB of it in the page’s own world', (crm) => {
    const gate = size(`${BUILD}/content-scripts/gate-${crm}.js`);
    expect(gate).toBeLessThanOrEqual(10_000);
    expect(gate + size(`${BUILD}/content-scripts/watcher-${crm}.js`)).toBeLessThanOrEqual(40_000);
  });

  it('has no React, Dexie, Zod, database or keys in a script of the page', () => {
    expect(found(inPage, /react|dexie|indexedDB|ZodError|useState|Ed25519|subtle/gi)).toEqual([]);
  });

  it('has no browser.* in a gate', () => {
    const gates = inPage.filter((path) => path.includes('gate-'));
    expect(found(gates, /\b(chrome|browser)\.(runtime|storage|tabs)/g)).toEqual([]);
  });

  it('runs no code from text and logs nothing', () => {
    // Dexie and the storage library can debug, when they are asked to; our own sources have no console at all (layout.test.ts).
    const logs = /\bnew Function\b|[^.\w]eval\(|console\.(log|info)\(/g;
    expect(found(scripts, logs)).toEqual([]);
  });

  it('asks nobody but itself: fetch, sockets and beacons stand only where they are meant', () => {
    const callers = found(scripts, /\bfetch\(|new XMLHttpRequest|WebSocket\(|EventSource\(|sendBeacon\(/g).map((line) =>
      line.replace(/-[\w-]{8}\.js/, '.js'),
    );
    // The worker and the options page read the starter pack out of the extension itself, and the worker the packs that somebody subscribed to; a gate sends the innocent part of the page's own batch.
    // A watcher reads the records of a held move once, from the CRM itself and through the page's own session (lib/watcher/read.ts).
    expect(callers).toEqual([
      'background.js: fetch(',
      'chunks/options.js: fetch(',
      'content-scripts/watcher-hubspot.js: fetch(',
      'content-scripts/watcher-salesforce.js: fetch(',
    ]);
  });
});
