/** A discount that a manager approves by a code, in the real browser: held, asked for, approved, entered, moved; and every code that is none, refused in words. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { layerOf } from '../browser/layer';
import { OPPORTUNITIES } from '../lab/salesforce/records';
import { until, useBench } from './bench';
import { savedStage, surface } from './surfaces';

const bench = useBench();
const path = surface('Salesforce Path');
const { fairviewRenewal: RENEWAL, graniteRollout: ROLLOUT } = OPPORTUNITIES;
const FROM = 'Proposal/Price Quote';
const TO = 'Negotiation/Review';

/** `approvers` are the lines that the options page shows. */
const packNaming = (approvers: string): string => `
format: 1
id: discounts
version: 1.0.0
title: Discounts
publisher: Acme
language: en
${approvers}
fields: [{ id: discount, label: Discount, type: percent, in: { salesforce: Opportunity.Discount_Percent__c } }]
pipelines:
  - id: sales
    title: Sales
    in: { salesforce: { stageField: Opportunity.StageName } }
    stages:
      - { id: proposal, title: Proposal, kind: open, in: { salesforce: ['${FROM}'] } }
      - { id: negotiation, title: Negotiation, kind: open, in: { salesforce: ['${TO}'] } }
roles: [{ id: manager, title: Sales manager }]
sops:
  - id: offer
    title: Make the offer
    purpose: An offer that we can keep.
    pipeline: sales
    stages: [proposal, negotiation]
    phases:
      - id: price
        title: The price
        steps:
          - { id: discount-ok, title: Get the discount approved, approval: { by: manager } }
          - { id: terms-ok, title: Get the terms approved, required: false, approval: { by: manager } }
    exit:
      - id: discount-approved
        label: A discount above 15 % is approved
        when: { any: [{ field: discount, is: empty }, { field: discount, is: atMost, value: 15 }, { approval: discount-ok, is: granted }] }
        severity: block
        why: Above 15 % the margin is gone.
        fix: { step: discount-ok }
`;

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

async function addPack(manager: Page): Promise<void> {
  const lines = await manager.locator('.hr-key pre').first().textContent();
  const file = { name: 'discounts.yaml', mimeType: 'text/yaml', buffer: Buffer.from(packNaming(lines ?? '')) };
  await manager.getByRole('link', { name: 'For you' }).click();
  await manager.locator('#pack input[type=file]').setInputFiles(file);
  await manager.getByText('Discounts 1.0.0 is in use now.').waitFor();
}

beforeAll(async () => {
  const manager = await bench.browser.extensionPage('options.html#keys');
  await manager.getByLabel('Your name, as reps will read it').fill('Dana Lind');
  await manager.getByLabel('Passphrase for the backup').fill('four words and more');
  await manager.getByLabel('The same passphrase again').fill('four words and more');
  await manager.getByRole('button', { name: 'Make a key', exact: true }).click();
  await manager.getByText('The key of Dana Lind was made.').waitFor();
  await addPack(manager);
  await manager.getByRole('link', { name: 'For managers' }).click();
  await manager.getByText('Dana Lind (a key of this browser)').waitFor();
  await manager.close();
});
beforeEach(() => bench.lab.salesforce.setValue('Opportunity', RENEWAL, 'Discount_Percent__c', 18));

const step = (panel: Page, id = 'discount-ok') => panel.locator(`#step-${id}`);

/** The side panel on a record of the rep's tab, with its approval step in view. */
async function atRecord(record: string): Promise<{ page: Page; panel: Page }> {
  const page = await bench.tab();
  await path.open(page, record);
  const panel = await bench.browser.openPanel(page);
  await panel
    .getByRole('heading', { name: record === RENEWAL ? 'Fairview Hotels - Renewal' : 'Granite Insurance - Rollout', level: 1 })
    .waitFor();
  await step(panel).waitFor();
  return { page, panel };
}

/** The request that the rep would send. */
async function ask(panel: Page, note: string, id = 'discount-ok'): Promise<string> {
  await step(panel, id)
    .getByRole('button', { name: /^Ask (for approval|again)$/ })
    .click();
  await step(panel, id)
    .getByLabel(/^Note for Dana Lind/)
    .fill(note);
  await step(panel, id).getByRole('button', { name: 'Copy the request' }).click();
  const request = await step(panel, id).locator('.hr-code__text').textContent();
  await step(panel, id)
    .getByText(/^Asked .* Waiting for a code from Dana Lind\.$/)
    .waitFor();
  return request ?? '';
}

/** The code that the manager would send back. `clock`: what the manager's computer takes the time to be. */
async function approve(rep: Page, request: string, clock?: Date): Promise<string> {
  const manager = await bench.browser.context.newPage();
  if (clock) await manager.clock.setFixedTime(clock);
  await manager.goto(`chrome-extension://${bench.browser.id}/options.html#approvals`);
  await manager.getByRole('textbox', { name: 'What the rep sent you' }).fill(request);
  await manager.getByRole('button', { name: 'Approve', exact: true }).click();
  const code = await manager.locator('.hr-request .hr-code__text').textContent();
  await manager.close();
  await rep.bringToFront();
  return code ?? '';
}

async function enter(panel: Page, code: string, id = 'discount-ok'): Promise<void> {
  const box = step(panel, id).getByRole('textbox', { name: 'The code you got back' });
  await step(panel, id).waitFor();
  if (!(await box.isVisible())) await step(panel, id).getByText('Enter a code').click();
  await box.fill(code);
  await step(panel, id).getByRole('button', { name: 'Check the code' }).click();
}

const refusals = async () => (await bench.rows('journal')).filter(({ type }) => type === 'approval-refused').map(({ why }) => why);

describe('an approval by code', () => {
  it('holds the move until the manager’s code is entered, and then lets it go', async () => {
    const { page, panel } = await atRecord(RENEWAL);
    await page.bringToFront();
    await path.move(page, RENEWAL, TO);
    const layer = await layerOf(page);
    const held = await layer.says('A discount above 15 % is approved');
    expect(held).not.toContain('Go on');
    await layer.press('Go back');
    await layer.gone();

    // A tick would be the rep's own word: there is none to set.
    const tick = step(panel).getByRole('checkbox').first();
    await tick.click({ force: true });
    expect(await tick.isChecked()).toBe(false);
    const request = await ask(panel, '18 % for a two-year term');
    expect(await violations(panel)).toEqual([]);

    const manager = await bench.browser.extensionPage('options.html#approvals');
    await manager.getByRole('textbox', { name: 'What the rep sent you' }).fill(`> ${request.replace(/.{70}/g, '$&\n> ')}`);
    const opened = manager.locator('.hr-request');
    await opened.getByRole('heading', { name: 'Get the discount approved' }).waitFor();
    for (const said of ['18 % for a two-year term', `Opportunity ${RENEWAL}`, 'Salesforce, acme.lightning.force.com', 'Discounts 1.0.0'])
      expect(await opened.getByText(said).count()).toBe(1);
    expect(await opened.locator('.hr-request__advice').count()).toBe(0);
    await manager.getByRole('button', { name: 'Approve', exact: true }).click();
    const code = (await opened.locator('.hr-code__text').textContent()) ?? '';
    expect(await violations(manager)).toEqual([]);
    await manager.close();

    await page.bringToFront();
    await enter(panel, `\n${code.replace(/.{76}/g, '$&\r\n')}\n`);
    await step(panel)
      .getByText(/^Approved by Dana Lind until .*11:59|^Approved by Dana Lind until .*23:59/)
      .waitFor();
    expect(await tick.isChecked()).toBe(true);
    await panel.getByText('1 of 1 required').waitFor();
    expect(await violations(panel)).toEqual([]);

    await page.bringToFront();
    await path.move(page, RENEWAL, TO);
    await until(() => savedStage(bench.lab, path, RENEWAL) === TO, 'The move was not saved.');
    expect(await layer.text()).toBe('');

    // It is kept with the record, and told in the journal by ids: no value of the record, and not the note.
    const journal = (await bench.rows('journal')).filter(({ type }) => String(type).startsWith('approval'));
    expect(journal.map(({ type, approval, by }) => [type, approval, by])).toEqual([
      ['approval-asked', 'discount-ok', undefined],
      ['approval-granted', 'discount-ok', 'Dana Lind'],
    ]);
    expect(JSON.stringify(await bench.rows('journal'))).not.toContain('two-year');
    await panel.reload();
    await step(panel)
      .getByText(/^Approved by Dana Lind/)
      .waitFor();

    // The same code is no second approval, here or elsewhere.
    await step(panel).getByText('Enter another code').click();
    await step(panel).getByRole('textbox', { name: 'The code you got back' }).fill(code);
    await step(panel).getByRole('button', { name: 'Check the code' }).click();
    await step(panel)
      .getByText(/^This code was entered before/)
      .waitFor();
    expect(await refusals()).toEqual(['used']);
  });

  it('in the codes there are ids and the rep’s own words, and no value of the record', async () => {
    const { page, panel } = await atRecord(ROLLOUT);
    const request = await ask(panel, 'Please');
    const code = await approve(page, request);
    const texts = [request, ...code.split('.').slice(1, 3)].map((part) => Buffer.from(part.replace('HRQ1.', ''), 'base64url').toString());
    expect(texts.filter((text) => text.includes(ROLLOUT))).toHaveLength(2);
    for (const value of ['Granite', '415000', '"18"', 'Negotiation', 'Ruth Abara']) expect(texts.join(' ')).not.toContain(value);
  });
});

describe('a code that is none', () => {
  it('is refused in words, and the move stays held', async () => {
    const { page, panel } = await atRecord(ROLLOUT);
    const request = await ask(panel, '');
    const good = await approve(page, request);
    const before = await refusals();
    const [start = '', header = '', payload = '', signature = ''] = good.split('.');
    const stretched = Buffer.from(payload, 'base64url')
      .toString()
      .replace(/"u":\d+/, '"u":1798758000');
    const terms = await ask(panel, '', 'terms-ok');
    const twoDaysAgo = new Date(Date.now() - 2 * 24 * 3_600_000);
    const wrong: [why: string, code: string, words: RegExp][] = [
      ['forged', [start, header, Buffer.from(stretched).toString('base64url'), signature].join('.'), /^This code was changed/],
      ['expired', await approve(page, request, twoDaysAgo), /^This code ran out/],
      ['other-approval', await approve(page, terms), /^This code approves something else on this record: terms-ok\./],
      ['a-request', request, /^That is your request/],
      ['not-a-code', good.slice(0, -8), /^That is no approval code/],
    ];
    for (const [why, code, words] of wrong) {
      await enter(panel, code);
      await step(panel).getByText(words).waitFor();
      expect((await refusals()).at(-1)).toBe(why);
    }
    expect(await violations(panel)).toEqual([]);
    expect((await bench.rows('approvals')).filter(({ record }) => String(record).endsWith(ROLLOUT))).toEqual([]);
    expect(await refusals()).toHaveLength(before.length + wrong.length);

    await page.bringToFront();
    await path.open(page, RENEWAL);
    await panel.getByRole('heading', { name: 'Fairview Hotels - Renewal', level: 1 }).waitFor();
    await panel.bringToFront();
    await step(panel)
      .getByText(/Enter (a|another) code/)
      .click();
    await step(panel).getByRole('textbox', { name: 'The code you got back' }).fill(good);
    await step(panel).getByRole('button', { name: 'Check the code' }).click();
    await step(panel).getByText(`This code is for another record, Opportunity ${ROLLOUT}.`).waitFor();
  });
});

describe('both sides', () => {
  it.each(['light', 'dark'] as const)('need no sideways scrolling at 320 pixels, and pass in %s', async (colorScheme) => {
    const { panel } = await atRecord(ROLLOUT);
    await panel.emulateMedia({ colorScheme });
    const request = await ask(panel, 'A note');
    const manager = await bench.browser.extensionPage('options.html#approvals');
    await manager.emulateMedia({ colorScheme });
    await manager.getByRole('textbox', { name: 'What the rep sent you' }).fill(request);
    await manager.getByRole('button', { name: 'Approve', exact: true }).click();
    await manager.locator('.hr-request .hr-code__text').waitFor();
    await manager.getByText('For approvals: the lines in the rule pack').click();
    await manager.getByText('For your IT: the lines for the policy').click();
    await manager.getByRole('button', { name: 'Delete this key… Dana Lind' }).click();
    for (const side of [panel, manager]) {
      await side.setViewportSize({ width: 320, height: 800 });
      expect(await side.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
      expect(await violations(side)).toEqual([]);
    }
    await manager.close();
  });
});
