import { defineConfig } from 'wxt';

/** Hosts: the two CRMs and nothing else. Each permission is justified in tests/conventions/manifest.test.ts. */
const CRM_HOSTS = ['https://*.lightning.force.com/*', 'https://*.hubspot.com/*'];

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  outDir: '.output',
  manifest: {
    name: 'Handrail',
    description: 'Your sales SOPs, beside the Salesforce or HubSpot record in view. Private: nothing leaves the browser.',
    minimum_chrome_version: '137',
    permissions: ['storage', 'unlimitedStorage', 'sidePanel'],
    host_permissions: CRM_HOSTS,
  },
});
