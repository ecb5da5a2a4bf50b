/** The tour: a rep's day on both practice CRMs in a few steps, headless, with a picture and a line of transcript for each. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { boot, type Booted } from '../browser/extension';
import { layerOf } from '../browser/layer';
import { addresses } from './addresses';
import { DEALS } from './hubspot/records';
import { OPPORTUNITIES } from './salesforce/records';
import type { Lab } from './server';

const FOLDER = resolve(import.meta.dirname, '../../.output/tour');

/** Puts the panel beside the page, as the browser does: a picture of a page alone leaves the panel out. */
async function beside(browser: Booted, page: Page, panel: Page): Promise<Buffer> {
  const [left, right] = await Promise.all([page.screenshot(), panel.screenshot()]);
  const sheet = await browser.context.newPage();
  const source = (picture: Buffer) => `data:image/png;base64,${picture.toString('base64')}`;
  await sheet.setViewportSize({ width: 1280 + 380, height: 860 });
  await sheet.setContent(
    `<body style="margin:0;display:flex;background:#c9ccd6"><img src="${source(left)}" height="860"><img src="${source(right)}" style="margin-left:10px;width:370px;align-self:start;border-radius:8px 0 0 8px"></body>`,
  );
  const picture = await sheet.screenshot();
  await sheet.close();
  return picture;
}

/** Walks the tour on a running lab; resolves with the folder that holds the pictures and `transcript.md`. */
export async function tour(lab: Lab): Promise<string> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const browser = await boot({ port: lab.port });
  const lines: string[] = ['# The tour', ''];
  let count = 0;

  async function step(words: string, name: string, picture: () => Promise<Buffer>): Promise<void> {
    // Toasts and names settle first: a picture is looked at longer than they take.
    await new Promise((done) => setTimeout(done, 600));
    const file = `${String(++count).padStart(2, '0')}-${name}.png`;
    await writeFile(join(FOLDER, file), await picture());
    lines.push(`${count}. ${words}`, `   ![${words}](${file})`, '');
    console.log(`${count}. ${words}`);
  }

  try {
    const page = await browser.context.newPage();
    await page.goto(addresses.opportunity('acmeExpansion'));
    const panel = await browser.openPanel(page);
    await panel.setViewportSize({ width: 370, height: 860 }).catch(() => undefined);
    await panel.getByRole('heading', { name: 'Acme - Expansion' }).waitFor();
    await page.bringToFront();
    await step('Salesforce: the opportunity is open, and the panel shows the SOP of its stage.', 'salesforce-panel', () =>
      beside(browser, page, panel),
    );

    await panel.getByRole('checkbox').first().click();
    await step('The rep ticks the first step; the tick is kept on this machine.', 'salesforce-tick', () => beside(browser, page, panel));

    await page.locator('.windowViewMode-normal.active a[data-tab-name="Needs Analysis"]').click();
    await page.locator('.windowViewMode-normal.active button.slds-path__mark-complete.active').click();
    const layer = await layerOf(page);
    await layer.says('open before Discovery');
    await step('The rep moves the deal on. Handrail holds the save and shows what is still open.', 'salesforce-guard', () =>
      page.screenshot(),
    );
    await layer.press('Go back');
    await page.locator('.toastMessage').first().waitFor();
    await step(
      `“Go back”: Salesforce’s own screen reverts. On the server the stage is still ${String(lab.salesforce.valueOf('Opportunity', OPPORTUNITIES.acmeExpansion, 'StageName'))}.`,
      'salesforce-back',
      () => beside(browser, page, panel),
    );

    await page.goto(addresses.deal('alder'));
    await panel.getByRole('heading', { name: 'Alder Brook pilot' }).waitFor();
    await step('HubSpot, in the same tab: the panel follows to the deal.', 'hubspot-panel', () => beside(browser, page, panel));

    await page.goto(addresses.board());
    const card = await page.locator(`[data-selenium-id="${DEALS.alder}"]`).boundingBox();
    const column = await page.locator('[data-rbd-droppable-id="qualifiedtobuy"]').boundingBox();
    if (!card || !column) throw new Error('The board is not on the screen.');
    await page.mouse.move(card.x + 60, card.y + card.height - 8);
    await page.mouse.down();
    await page.mouse.move(card.x + 70, card.y + card.height, { steps: 4 });
    await page.mouse.move(column.x + column.width / 2, column.y + 60, { steps: 20 });
    await page.waitForTimeout(150);
    await page.mouse.up();
    const onBoard = await layerOf(page);
    await onBoard.says('open before Discovery');
    await step('On the board: a drop is held at the very moment it would be saved.', 'hubspot-guard', () => page.screenshot());
    await onBoard.choose('My manager agreed to it');
    await onBoard.type('Note', 'Agreed with Dana on the call, details follow on Friday.');
    await step('The rep goes on, with a reason.', 'hubspot-reason', () => page.screenshot());
    const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
    await onBoard.press('Go on with this reason');
    await onBoard.gone();
    await saved;

    await page.goto(addresses.deal('alder'));
    await panel.getByText('Stage 2 of 5').waitFor();
    await panel.getByText('Overridden').first().waitFor();
    await step(
      `The save went through: on the server the stage is ${String(lab.hubspot.valueOf('0-3', DEALS.alder, 'dealstage'))} now. The override stays in the panel as debt until it is made good.`,
      'hubspot-debt',
      () => beside(browser, page, panel),
    );
  } finally {
    await writeFile(join(FOLDER, 'transcript.md'), lines.join('\n'));
    await browser.close();
  }
  return FOLDER;
}
