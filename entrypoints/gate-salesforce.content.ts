/** MAIN world, before the page's own scripts: installs the gate in Salesforce's frames. */
import { defineContentScript } from '#imports';
import { installGate } from '../lib/gate/gate';
import { everyFrameOf, hosts } from '../lib/crm/hosts';
import { salesforceWire } from '../lib/crm/salesforce/wire';

export default defineContentScript({
  ...everyFrameOf(hosts.salesforce),
  world: 'MAIN',
  main: () => installGate(window, salesforceWire),
});
