/** Bundles the practice HubSpot's page: one script and one style sheet, with class names that change on each build. */

import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { hashedClasses } from './hashed-classes';

/**
 * Writes `app.js` and `app.css` into `outDir`. React 18 stands in for the product's React 19, on which the board's drag library does not run.
 * `seed` decides the class names.
 */
export async function buildHubspot(outDir: string, seed: string = randomUUID()): Promise<void> {
  await build({
    entryPoints: { app: fileURLToPath(new URL('app/main.tsx', import.meta.url)) },
    outdir: outDir,
    bundle: true,
    format: 'iife',
    target: 'chrome120',
    jsx: 'automatic',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { react: 'lab-react', 'react-dom': 'lab-react-dom' },
    plugins: [hashedClasses(seed)],
  });
}
