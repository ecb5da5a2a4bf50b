/** The values of a picklist by any of their names: the id, the label, and what a CRM calls them. */
import type { Choice } from './facts';
import { plainText } from './text';

/** A pack's lists never change, and may be long. */
const remembered = new WeakMap<readonly Choice[], ReadonlyMap<string, Choice>>();

/** The choice that a text names, letters' case and blanks making no difference. An id goes before a label, and a label before a CRM's value. */
export function choiceNamed(choices: readonly Choice[] | undefined, text: string): Choice | undefined {
  if (!choices) return undefined;
  let byName = remembered.get(choices);
  if (!byName) {
    byName = namesOf(choices);
    remembered.set(choices, byName);
  }
  return byName.get(plainText(text));
}

function namesOf(choices: readonly Choice[]): Map<string, Choice> {
  const byName = new Map<string, Choice>();
  const add = (name: string, choice: Choice): void => {
    const plain = plainText(name);
    if (!byName.has(plain)) byName.set(plain, choice);
  };
  for (const choice of choices) add(choice.id, choice);
  for (const choice of choices) add(choice.label, choice);
  for (const choice of choices) for (const alias of choice.aliases) add(alias, choice);
  return byName;
}
