/** Words that a drawing brings along, one set for each element: `data-one`, `data-many` … */

/** Shows the words that `element` has under `name`, with `what` in the place of `#`. */
export function tell(element: HTMLElement, name: string, what: string | number = ''): void {
  element.textContent = (element.dataset[name] ?? '').replace('#', () => String(what));
}
