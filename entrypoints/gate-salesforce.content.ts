/** MAIN world, before the page's own scripts: installs the gate in Salesforce's frames. */
import { defineContentScript } from '#imports';
import { everyFrame, salesforceHosts } from '../lib/crm';
import { salesforceWire } from '../lib/crm/salesforce/wire';
import { installGate } from '../lib/gate/install';

export const main = () => installGate(window, salesforceWire);

export default defineContentScript({
  ...everyFrame,
  matches: [salesforceHosts],
  world: 'MAIN',
  main,
});
