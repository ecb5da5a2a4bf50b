/** MAIN world, before the page's own scripts: installs the gate in HubSpot's frames. */
import { defineContentScript } from '#imports';
import { everyFrame, hubspotHosts } from '../lib/crm';
import { hubspotWire } from '../lib/crm/hubspot/wire';
import { installGate } from '../lib/gate/install';

export const main = () => installGate(window, hubspotWire);

export default defineContentScript({
  ...everyFrame,
  matches: [hubspotHosts],
  world: 'MAIN',
  main,
});
