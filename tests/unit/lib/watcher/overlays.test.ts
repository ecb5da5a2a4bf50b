import { expect, it } from 'vitest';
import { topDocument } from '../../../../lib/watcher/overlays';

/** A frame with its own document; without a parent it is the tab's own page. */
function frame(name: string, parent?: Window): Window {
  const own = { name, document: { title: name } };
  return Object.assign(own, { parent: parent ?? own }) as unknown as Window;
}

/** What the browser hands out for a window of another origin: nothing of its inside. */
function foreign(parent?: Window): Window {
  const own = {
    get document(): Document {
      throw new DOMException('Blocked a frame from accessing a cross-origin frame.', 'SecurityError');
    },
  };
  return Object.assign(Object.create(own, {}) as object, { parent }) as unknown as Window;
}

const page = frame('page');

it.each([
  { of: 'the page itself', scope: page, title: 'page' },
  { of: 'a frame of the page', scope: frame('inner', page), title: 'page' },
  { of: 'a frame in a frame', scope: frame('inmost', frame('inner', page)), title: 'page' },
  { of: 'a frame in another origin’s page', scope: frame('inner', foreign()), title: 'inner' },
  { of: 'a frame in a frame of another origin’s page', scope: frame('inmost', frame('inner', foreign())), title: 'inner' },
])('the topmost document that may be drawn in: $of', ({ scope, title }) => {
  expect(topDocument(scope).title).toBe(title);
});
