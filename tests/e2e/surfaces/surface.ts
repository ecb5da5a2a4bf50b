/** What a way of changing a stage is to the table of surfaces: how a person does it, and how the CRM's screen takes a refusal. */
import type { Locator, Page } from 'playwright-core';
import type { Lab } from '../../lab/server';

/** A move as the practice CRM knows it. `before` is the stage's title in the pack, as the guard says it. */
interface SurfaceMove {
  record: string;
  to: string;
}

export interface Surface {
  name: string;
  crm: 'salesforce' | 'hubspot';
  /** The object as the lab's `valueOf` has it, and the field that holds its stage. */
  object: string;
  field: string;
  /** A move that skips nothing. */
  allow: SurfaceMove;
  /** A move that asks for a reason. `from` and `before` are stage titles of the pack, `criterion` the one that is overridden. */
  ask: SurfaceMove & { from: string; before: string; criterion: string };
  /** The starter pack that covers the object; the one in use from the start where it is left out. */
  pack?: string;
  open(page: Page, record: string): Promise<void>;
  /** Does what a person does to move the record; the save is then on its way or held. */
  move(page: Page, record: string, to: string): Promise<void>;
  /** Resolves when the CRM's own screen shows that the save failed and what it shows is the old stage, or the error beside the draft. */
  reverted(page: Page, record: string, from: string): Promise<void>;
}

/** What the CRM's screen says of a save that the rep took back. */
export const REFUSED = /you went back in Handrail/;

/** A drag by mouse with the small steps that drag libraries wait for. */
export async function drag(page: Page, card: Locator, column: Locator): Promise<void> {
  const from = await card.boundingBox();
  const to = await column.boundingBox();
  if (!from || !to) throw new Error('The card or the column is not on the screen.');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height - 8);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 8, from.y + from.height, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + 60, { steps: 15 });
  await page.waitForTimeout(150);
  await page.mouse.up();
}

/** The stage that the CRM's server holds for a record. */
export function savedStage(lab: Lab, { crm, object, field }: Surface, record: string): unknown {
  return lab[crm].valueOf(object, record, field);
}

/** What a request to the practice Salesforce says when it writes. */
const SALESFORCE_WRITES = [
  /ACTION\$(updateRecord|saveRecord|createRecord)/,
  /ACTION\$executeGraphQL.*mutation/,
  /ACTION\$execute".*"method":"save/,
  /^\{.*"fields":\{.*"StageName":"/,
];

/** The writes of this surface's stage field that reached the CRM's server. */
export function stageWrites(lab: Lab, { crm, field }: Surface): string[] {
  const writes = crm === 'salesforce' ? SALESFORCE_WRITES : [new RegExp(`"(name|property)":"${field}"`)];
  return lab.log
    .filter(({ method }) => /^P/.test(method))
    .map(({ body }) => body)
    .filter((body) => {
      // In Aura's form, spaces are `+`.
      const text = body.startsWith('{') ? body : decodeURIComponent(body.replace(/\+/g, ' '));
      return writes.some((write) => write.test(text));
    });
}
