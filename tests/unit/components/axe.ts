/** Axe on what is rendered. What needs pixels or a page of its own is left to the browser tests, which run every rule. */
import axe from 'axe-core';
import { expect } from 'vitest';

/** Need layout, styles, frames, media or a whole document: happy-dom has none of these, so they cannot fail here. */
const NOT_HERE = [
  ...['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable', 'css-orientation-lock', 'avoid-inline-spacing'],
  ...['document-title', 'html-has-lang', 'html-lang-valid', 'html-xml-lang-mismatch', 'meta-refresh', 'meta-viewport', 'bypass', 'region'],
  ...['page-has-heading-one', 'landmark-one-main', 'aria-hidden-body', 'frame-title', 'frame-title-unique', 'frame-focusable-content'],
  ...['frame-tested', 'video-caption', 'no-autoplay-audio'],
];
const OPTIONS: axe.RunOptions = {
  rules: Object.fromEntries(NOT_HERE.map((rule) => [rule, { enabled: false }])),
  resultTypes: ['violations'],
  // Style sheets and media are there to be loaded in a browser only.
  preload: false,
};

export async function expectNoAxeViolations(root: Element): Promise<void> {
  const { violations } = await axe.run(root, OPTIONS);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
