/** Comparing text as a person does: case, outer blanks and runs of blanks make no difference. */

export function sameText(left: string, right: string): boolean {
  return left === right || plainText(left) === plainText(right);
}

export function hasText(text: string, piece: string): boolean {
  return text.includes(piece) || plainText(text).includes(plainText(piece));
}

/** What is left of a text when those differences are taken out of it. */
export function plainText(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
