/** Colours, for a terminal that wants them. */
import type { Io } from './command';

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34 } as const;

export type Paint = (colour: keyof typeof codes, text: string) => string;

export function painter({ colours }: Io): Paint {
  return (colour, text) => (colours && text !== '' ? `\u001B[${codes[colour]}m${text}\u001B[0m` : text);
}
