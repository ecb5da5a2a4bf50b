/** The manager's mistakes in a pack, each with its place in words that a manager can follow. */

/** One mistake. `path` is its place in words: `sops[2] "Discovery call" › exit[0] › when › field`; '' for the file as a whole. */
export interface Problem {
  path: string;
  message: string;
}

/** Keys and list positions from the top of a pack down. */
export type Path = readonly (string | number)[];

/** A mistake whose place is not put in words yet. */
export interface Found {
  path: Path;
  message: string;
}

/** More than this helps nobody: the rest is counted, and shows up once these are mended. */
export const mostProblems = 200;

/** The manager's mistake, with its place in the pack. Not a bug of ours. */
export class PackError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('\n'));
    this.name = 'PackError';
    this.problems = problems;
  }
}

/** A PackError that names each mistake's place by the titles that `data`, the pack as it was read, gives. */
export function packError(found: readonly Found[], data: unknown): PackError {
  const problems = found
    .slice(0, mostProblems)
    .map(({ path, message }) => ({ path: visible(placeInWords(path, data)), message: visible(message) }));
  const rest = found.length - problems.length;
  if (rest > 0) problems.push({ path: '', message: `and ${rest} more; mend these first` });
  return new PackError(problems);
}

/** Without what would steer a terminal, or turn the direction of reading: a refused pack's own words stand in these messages. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '');
}

/** `sops[2] "Discovery call" › exit[0]` for a place in the pack as it was read. */
export function placeInWords(path: Path, data: unknown): string {
  const words: string[] = [];
  let here = data;
  for (const part of path) {
    here = child(here, part);
    if (typeof part === 'string') words.push(part);
    else words.push(`${words.pop() ?? ''}[${part}]${titleOf(here)}`);
  }
  return words.join(' › ');
}

function titleOf(value: unknown): string {
  const title = child(value, 'title');
  return typeof title === 'string' ? ` ${quoted(title)}` : '';
}

/** A pack's own words inside a message: on one line, and not longer than one. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `"${line.length > 70 ? `${line.slice(0, 69)}…` : line}"`;
}

/** An own property or list entry of data of any shape; undefined where there is none. */
export function child(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}

/** The entries of a list with their paths; none where the data holds no list. */
export function* entries(value: unknown, path: Path): Generator<{ value: unknown; path: Path }> {
  if (!Array.isArray(value)) return;
  for (const [position, entry] of value.entries()) yield { value: entry, path: [...path, position] };
}

/** `in line 3, column 5` for a position in a text. */
export function lineAndColumn(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  return `in line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}
