/** Comparing text as a person does: case, outer blanks and runs of blanks make no difference. */

export function sameText(left: string, right: string): boolean {
  return left === right || plain(left) === plain(right);
}

export function hasText(text: string, piece: string): boolean {
  return text.includes(piece) || plain(text).includes(plain(piece));
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
