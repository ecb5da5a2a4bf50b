/** What is written from the code says what the code says today, and what is written by hand works as it stands. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages } from '../../cli/docs/pages';
import { filesBelow, ROOT, textOf } from './files';

const written = await pages();

describe('a page that is made from the code is up to date (if not: npm run docs)', () => {
  it.each(written.map(({ path, text }) => [path, text]))('%s', (path, text) => {
    expect(existsSync(join(ROOT, path)) ? textOf(path) : 'is not there').toBe(text);
  });

  it('and there are some', () => {
    expect(written.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['docs/conditions.md', 'docs/pack-format.md', 'public/managed_schema.json', 'public/pack.schema.json']),
    );
  });
});

describe('a link to another file of the project leads somewhere', () => {
  const pagesWithLinks = ['README.md', 'CONTRIBUTING.md', ...filesBelow('docs', /\.md$/)];

  it.each(pagesWithLinks)('%s', (path) => {
    const targets = [...textOf(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)(#[^)\s]*)?\)/g)].map(([, target]) => target ?? '');
    expect(targets.filter((target) => !existsSync(join(ROOT, path, '..', target)))).toEqual([]);
  });

  it.each(pagesWithLinks)('%s, down to the heading', (path) => {
    const links = [...textOf(path).matchAll(/\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)/g)];
    const missing = links.filter(([, target, anchor]) => {
      const file = target === '' || target === undefined ? path : join(path, '..', target);
      return !existsSync(join(ROOT, file)) || !anchorsOf(textOf(file)).includes(anchor ?? '');
    });
    expect(missing.map(([link]) => link)).toEqual([]);
  });
});

/** The anchors that a page's headings get. */
function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    (heading ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
