import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/**
 * unit: pure code and components in happy-dom · compliance: the page's transports through the gate, in happy-dom · conventions: the house rules,
 * on the production build · e2e: real Chromium on the lab, two at a time: a browser waits more than it works.
 */
export default defineConfig({
  test: {
    reporters: ['default', './tests/closing-line.ts'],
    projects: [
      { plugins: [WxtVitest()], test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], environment: 'happy-dom' } },
      {
        test: {
          name: 'compliance',
          include: ['tests/compliance/happy-dom.test.ts'],
          environment: 'happy-dom',
          environmentOptions: { happyDOM: { url: 'https://app.hubspot.com/' } },
        },
      },
      { test: { name: 'conventions', include: ['tests/conventions/**/*.test.ts'], environment: 'node' } },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts', 'tests/compliance/chromium.test.ts'],
          environment: 'node',
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
