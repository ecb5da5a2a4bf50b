/** Words that a drawing brings along, one set for each element: `data-one`, `data-many` … */

/** Shows the words that `element` has under `name`, with `what` in the place of their first `#`; as they are without. */
export function tell(element: HTMLElement, name: string, what?: string | number): void {
  const words = element.dataset[name] ?? '';
  element.textContent = what === undefined ? words : words.replace('#', () => String(what));
}
