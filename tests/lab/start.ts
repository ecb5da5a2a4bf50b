/** `npm start`: the extension on the practice CRMs, in a window to play with; without a display, the same tour headless, with pictures. */
import { boot } from '../browser/extension';
import { addresses } from './addresses';
import { startLab } from './server';
import { tour } from './tour';

const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

const lab = await startLab();
if (hasDisplay && !process.argv.includes('--headless')) {
  const browser = await boot({ port: lab.port, headless: false, size: { width: 1500, height: 950 } });
  const [first = await browser.context.newPage()] = browser.context.pages();
  await first.goto(addresses.opportunity('acmeExpansion'));
  const deal = await browser.context.newPage();
  await deal.goto(addresses.deal('alder'));
  await first.bringToFront();
  console.log('Handrail runs on two practice CRMs: one tab is Salesforce, the other HubSpot.');
  console.log(
    'Click the small handle at the right edge of the page, then try to move the deal to its next stage. Close the window to end.',
  );
  await browser.context.waitForEvent('close', { timeout: 0 });
} else {
  const folder = await tour(lab);
  console.log(`No display: the tour ran headless. Pictures and transcript are in ${folder}`);
}
await lab.close();
