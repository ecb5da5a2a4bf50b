/** Axe on what is rendered. What needs pixels or a whole page is left to the browser tests, which run every rule. */
import axe from 'axe-core';
import { expect } from 'vitest';

/** Need layout, styles, frames, media or a document of their own: happy-dom has none of these, so they cannot fail here. */
const NOT_HERE = [
  ...['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable', 'css-orientation-lock', 'avoid-inline-spacing'],
  ...['document-title', 'html-has-lang', 'html-lang-valid', 'html-xml-lang-mismatch', 'meta-refresh', 'meta-viewport', 'bypass', 'region'],
  ...['page-has-heading-one', 'landmark-one-main', 'aria-hidden-body', 'frame-title', 'frame-title-unique', 'frame-focusable-content'],
  ...['frame-tested', 'video-caption', 'no-autoplay-audio', 'object-alt', 'server-side-image-map', 'area-alt', 'marquee', 'blink'],
];

/** Text and tables of a kind that no screen has. */
const HERE = axe
  .getRules(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
  .map(({ ruleId }) => ruleId)
  .filter((rule) => !NOT_HERE.includes(rule));

export async function expectNoAxeViolations(root: Element): Promise<void> {
  const { violations } = await axe.run(root, { runOnly: { type: 'rule', values: HERE }, resultTypes: ['violations'], preload: false });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
