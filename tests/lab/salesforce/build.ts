/** Builds the practice Salesforce's page from Salesforce's own published components (the recipe of facts/salesforce.md §2.2). */
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import lwc from '@lwc/rollup-plugin';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import { rollup } from 'rollup';
import type { Plugin, RollupCache, RollupLog } from 'rollup';

const HERE = dirname(fileURLToPath(import.meta.url));
const MODULES = join(HERE, 'modules');
const BUNDLES = ['app.js', 'app-native.js'] as const;
const require = createRequire(import.meta.url);

/** Fills `outDir` with the two bundles, the styles and the icons. Takes some 20 s; tests/lab/build.ts knows when it is needed. */
export async function buildSalesforce(outDir: string): Promise<void> {
  let cache: RollupCache | undefined;
  for (const bundle of BUNDLES) cache = await bundleInto(outDir, bundle, cache);
  await copyAssets(outDir);
}

async function bundleInto(outDir: string, bundle: string, cache: RollupCache | undefined): Promise<RollupCache | undefined> {
  const build = await rollup({
    input: join(MODULES, bundle),
    cache,
    plugins: [
      replace({ 'import.meta.env.SSR': 'false', 'process.env.NODE_ENV': '"production"', preventAssignment: true }),
      withoutElementInternals(),
      iconsFromSprites(),
      lwc({
        rootDir: HERE,
        modules: [{ dir: 'modules' }, { npm: 'lightning-base-components' }],
        enableDynamicComponents: true,
        disableSyntheticShadowSupport: false,
      }),
      nodeResolve(),
    ],
    onwarn: failOnUnresolved,
  });
  await build.write({ file: join(outDir, bundle), format: 'iife', inlineDynamicImports: true });
  await build.close();
  return build.cache;
}

/** The published components warn of much that does not matter here; a module that is not found does. */
function failOnUnresolved(warning: RollupLog): void {
  if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
}

/** Synthetic shadow has no ElementInternals; without this the combobox throws. */
function withoutElementInternals(): Plugin {
  return {
    name: 'without-element-internals',
    transform(code, id) {
      if (!id.includes('/lightning-base-components/') || !code.includes('features.enableComboboxElementInternals')) return null;
      return { code: code.replaceAll('features.enableComboboxElementInternals', 'false'), map: null };
    },
  };
}

/** Leaves out the inlined icons, and draws from the sprites that are served beside the bundle, as Lightning does. */
function iconsFromSprites(): Plugin {
  return {
    name: 'icons-from-sprites',
    load: (id) => (/[\\/]iconSvgTemplates\w+[\\/]buildTemplates[\\/]templates\.js$/.test(id) ? 'export default {};' : null),
    transform(code, id) {
      if (!id.endsWith('/primitiveIcon.js')) return null;
      return {
        code: code.replace(
          "sanitizeURL(this.src) : ''",
          'sanitizeURL(this.src) : `/assets/icons/${this.category}-sprite/svg/symbols.svg#${this.name}`',
        ),
        map: null,
      };
    },
  };
}

async function copyAssets(outDir: string): Promise<void> {
  const slds = join(dirname(require.resolve('@salesforce-ux/design-system/package.json')), 'assets');
  const assets = join(outDir, 'assets');
  await cp(join(slds, 'styles/salesforce-lightning-design-system.min.css'), join(assets, 'styles/slds.css'));
  await cp(join(MODULES, 'app.css'), join(assets, 'styles/app.css'));
  await cp(join(MODULES, 'site.js'), join(outDir, 'site.js'));
  await cp(join(MODULES, 'favicon.svg'), join(assets, 'favicon.svg'));
  for (const set of ['utility', 'standard']) {
    await cp(join(slds, `icons/${set}-sprite/svg/symbols.svg`), join(assets, `icons/${set}-sprite/svg/symbols.svg`));
  }
}
