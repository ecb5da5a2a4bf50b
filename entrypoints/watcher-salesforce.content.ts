/** Isolated world: follows the record in view in Salesforce, answers the gate, and shows the overlays. */
import { defineContentScript } from '#imports';
import { overlays } from '../components/overlay/overlays';
import { everyFrame, salesforceHosts } from '../lib/crm';
import { salesforcePage } from '../lib/crm/salesforce/page';
import { startWatcher } from '../lib/watcher/watcher';

export default defineContentScript({
  ...everyFrame,
  matches: [salesforceHosts],
  main: (ctx) => startWatcher('salesforce', salesforcePage, overlays, ctx),
});
