/** MAIN world, before the page's own scripts: installs the gate in HubSpot's frames. */
import { defineContentScript } from '#imports';
import { installGate } from '../lib/gate/gate';
import { everyFrameOf, hosts } from '../lib/crm/hosts';
import { hubspotWire } from '../lib/crm/hubspot/wire';

export default defineContentScript({
  ...everyFrameOf(hosts.hubspot),
  world: 'MAIN',
  main: () => installGate(window, hubspotWire),
});
