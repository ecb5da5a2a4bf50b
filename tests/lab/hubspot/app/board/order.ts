/** The order of cards on the board. */

/** The ids with `id` moved before `next`, or to the end without one. */
export function moveBefore(order: readonly string[], id: string, next: string | undefined): string[] {
  const others = order.filter((other) => other !== id);
  const position = next === undefined ? others.length : others.indexOf(next);
  return [...others.slice(0, position), id, ...others.slice(position)];
}
