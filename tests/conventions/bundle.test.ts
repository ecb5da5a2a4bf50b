/** What the production build weighs in a customer's page, and what must not be in it. DESIGN §5, §6. */
import { describe, expect, it } from 'vitest';
import { filesBelow, textOf } from './files';

const BUILD = '.output/chrome-mv3';
const scripts = filesBelow(BUILD, /\.js$/);
const inPage = scripts.filter((path) => path.includes('/content-scripts/'));
const size = (path: string): number => Buffer.byteLength(textOf(path));

describe('the build', () => {
  it('has two gates and one watcher', () => {
    expect(inPage.map((path) => path.split('/').at(-1))).toEqual(['gate-hubspot.js', 'gate-salesforce.js', 'watcher.js']);
  });

  it.each(['salesforce', 'hubspot'])('puts at most 40 kB of script into a %s page, at most 10 kB of it in the page’s own world', (crm) => {
    const gate = size(`${BUILD}/content-scripts/gate-${crm}.js`);
    expect(gate).toBeLessThanOrEqual(10_000);
    expect(gate + size(`${BUILD}/content-scripts/watcher.js`)).toBeLessThanOrEqual(40_000);
  });

  it.each(inPage)('%s has no React, Dexie, Zod or database in it', (path) => {
    expect(textOf(path)).not.toMatch(/react|dexie|indexedDB|ZodError|useState/i);
  });

  it.each(inPage.filter((path) => path.includes('gate-')))('%s has no browser.* in it', (path) => {
    expect(textOf(path)).not.toMatch(/\b(chrome|browser)\.(runtime|storage|tabs)/);
  });

  it.each(scripts)('%s runs no code from text and logs nothing', (path) => {
    expect(textOf(path)).not.toMatch(/\bnew Function\b|[^.\w]eval\(|console\.(log|debug|info)\(/);
  });

  it('asks nobody but itself: fetch, sockets and beacons stand only where they are meant', () => {
    const callers = scripts.filter((path) => /\bfetch\(|XMLHttpRequest\(|WebSocket\(|EventSource\(|sendBeacon\(/.test(textOf(path)));
    // The worker reads its own starter pack. The gates wrap the page's fetch and never call out by themselves.
    expect(callers.map((path) => path.replace(`${BUILD}/`, ''))).toEqual(['background.js']);
  });
});
