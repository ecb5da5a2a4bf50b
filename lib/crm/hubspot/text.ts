/** The saved value that an element of HubSpot's page shows, as text. */
import { controls, dialog, editing, otherRecords, ownDialog } from './selectors';

/** True for an element of the record in view that a person can see: hidden tabs stay in the document. facts/hubspot.md §1.2. */
export function isInView(element: Element): boolean {
  if (element.closest(otherRecords) || (element.closest(dialog) && !element.closest(ownDialog))) return false;
  return element.checkVisibility();
}

const squeeze = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

function chunks(node: Node, beside: string): string[] {
  if (node.nodeType === Node.TEXT_NODE) return [squeeze(node.textContent)].filter(Boolean);
  if (node instanceof Element && node.matches(beside)) return [];
  return [...node.childNodes].flatMap((child) => chunks(child, beside));
}

/**
 * The text of the value; null where the page shows that there is none ("--"); undefined where it cannot be told: in what is being edited,
 * and where more stands `beside` the value than is known.
 */
export function savedText(element: Element, beside: string | null): string | null | undefined {
  if (element.closest(editing) || element.matches(controls) || element.querySelector(controls)) return undefined;
  if (beside === null) return emptyToNull(squeeze(element.textContent));
  const [text, ...more] = [...element.childNodes].flatMap((child) => chunks(child, beside));
  return text === undefined || more.length ? undefined : emptyToNull(text);
}

const emptyToNull = (text: string) => (text === '' || text === '--' ? null : text);
