/** Isolated world: follows the record in view in HubSpot, answers the gate, and shows the overlays. */
import { defineContentScript } from '#imports';
import { overlays } from '../components/overlay/overlays';
import { everyFrame, hubspotHosts } from '../lib/crm';
import { hubspotPage } from '../lib/crm/hubspot/page';
import { startWatcher } from '../lib/watcher/watcher';

export default defineContentScript({
  ...everyFrame,
  matches: [hubspotHosts],
  main: (ctx) => startWatcher('hubspot', hubspotPage, overlays, ctx),
});
