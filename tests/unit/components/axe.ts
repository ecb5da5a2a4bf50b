/** Axe on what is rendered. happy-dom lays nothing out, so what needs pixels is left to the browser tests. */
import axe from 'axe-core';
import { expect } from 'vitest';

export async function expectNoAxeViolations(root: Element): Promise<void> {
  const { violations } = await axe.run(root, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
