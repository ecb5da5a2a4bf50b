import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { allHosts } from './lib/crm';

/** The public half of the key that pins the extension's id: policies and the local database depend on it. */
const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAoQEJJQmQwYmzOoWSG165apvCE3iaE9W1UHGLvtMhScPmEY0WVO9UCY3crZcwGmfiDNn18w5I+dO1Jg9w1SuqMROLn16+orb6l8BPuRkklkzPPG4wqNJE1Qt56sWt/a3PD7dH8p7A71JN9lJO8TzBDTWLvIkjHff7ckRAhuHSmGadOTHLQ55ighbNnaQC8boNb7e/dHGAOEncxBMXQagtVFejb7bgpdZBq84GCCLNYTclh7y2XQVhYDwgXdnQE4/YD/v/Najx1+pZ2scK5UPZKvYjlMrHe9U6q0F5jz6CyYQxdfrp5396PQnbMhSnfWaUkhPMxgmgXgpGVQ2UKgPMOQIDAQAB';

/** Extension pages load nothing from anywhere. The worker is under the same rules, and fetches the packs that somebody subscribed to. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' https:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** What stands in for WXT's context of a content script. */
const LIFE = resolve(import.meta.dirname, 'lib/watcher/life.ts');

/**
 * WXT starts each script inside a logger and a wrapper of half a kilobyte; in a customer's page `main` alone will do. A gate exports its own:
 * what it says of its hosts and its world is for the manifest only, and cut off here.
 */
function bareContentScripts() {
  const gates = new Set<string>();
  return {
    name: 'bare-content-scripts',
    transform(code: string, id: string) {
      if (gates.has(id)) return code.slice(0, code.indexOf('export default'));
      const [, world, path] = /virtual:wxt-content-script-(main|isolated)-world-entrypoint\?(.+)$/.exec(id) ?? [];
      if (!path) return undefined;
      if (world === 'main') {
        gates.add(path);
        return `import { main } from ${JSON.stringify(path)}; main();`;
      }
      const definition = `import definition from ${JSON.stringify(path)};`;
      return `${definition} import { ContentScriptContext } from '${LIFE}'; definition.main(new ContentScriptContext());`;
    },
  };
}

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  outDir: '.output',
  // The loader of dynamic chunks would ask for a Trusted Types policy that our pages do not grant.
  // Styles stay as they are written: an older target would spell out `light-dark()` at twice the size.
  vite: () => ({
    plugins: [bareContentScripts()],
    build: { modulePreload: false, cssTarget: 'chrome137' },
  }),
  manifest: {
    name: 'Handrail',
    description: 'Your sales SOPs, beside the Salesforce or HubSpot record in view. No account, no server: nothing leaves the browser.',
    key: PUBLIC_KEY,
    minimum_chrome_version: '137',
    // Each one is justified in tests/conventions/manifest.test.ts.
    permissions: ['storage', 'unlimitedStorage', 'sidePanel', 'alarms'],
    host_permissions: allHosts,
    // Asked for on the click, and for one origin at a time: the host of a pack subscription.
    optional_host_permissions: ['https://*/*'],
    action: { default_title: 'Open Handrail' },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+H' } } },
    content_security_policy: { extension_pages: PAGE_POLICY },
    storage: { managed_schema: 'managed_schema.json' },
    externally_connectable: { ids: [] },
  },
});
