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
  ask: SurfaceMove & { from: string | null; before: string; criterion: string };
  /** The pack that covers the object (tests/e2e/packs.ts); the one in use from the start where it is left out. */
  pack?: string;
  /** What the practice CRM is like before the page is opened, where it is not as usual. */
  prepare?(lab: Lab): void;
  /** The label of a reason code of that pack, where it has not the usual one. */
  reason?: string;
  /** For a move that makes a new record, which `record` is only a name of then: its id, once it is there. */
  find?(lab: Lab, record: string): string | undefined;
  /** False where an override leaves no debt, since there is no one record to keep it with: the journal has it. */
  owes?: false;
  /** True where the save is of several records: then there is more than one way on. */
  several?: true;
  /** What the request that saves holds, where it is not the usual one. */
  writes?: RegExp;
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
export function savedStage(lab: Lab, { crm, object, field, find }: Surface, record: string): unknown {
  const id = find ? find(lab, record) : record;
  return id === undefined ? undefined : lab[crm].valueOf(object, id, field);
}

/** The writes of this surface's stage field that reached the CRM's server. */
export function stageWrites(lab: Lab, { crm, field, writes }: Surface): string[] {
  // In a filter the property is followed by an operator, in a write by its value.
  const hubspotWrite = new RegExp(`"(name|property)":"${field}","value"|"${field}":\\{"value"`);
  const write = writes ?? (crm === 'salesforce' ? /ACTION\$(updateRecord|saveRecord)/ : hubspotWrite);
  // In Aura's form, spaces are `+`.
  const plain = (body: string) => (body.startsWith('{') ? body : decodeURIComponent(body.replace(/\+/g, ' ')));
  return lab.log.filter(({ method, body }) => /^P/.test(method) && write.test(plain(body))).map(({ body }) => body);
}
