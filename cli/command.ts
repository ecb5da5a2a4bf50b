/** What a command of the command line is, and what it may touch: everything else it gets from here, so that it is a pure function. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { didYouMean } from '../lib/pack/suggest';

/** The world of a command. */
export interface Io {
  /** A file's text; `-` is standard input. Throws Unusable for one that cannot be read. */
  read(file: string): Promise<string>;
  write(text: string): void;
  error(text: string): void;
  /** Whether a person reads what is written. */
  isTerminal: boolean;
  /** Whether that person wants colours. */
  colours: boolean;
  /** An ISO day. */
  today: string;
}

export interface Command {
  /** What follows the command's name, for the list of commands: `PACK`. */
  operands: readonly string[];
  /** What it does, in one line. */
  summary: string;
  /** Its own help, below the line of usage. */
  help: string;
  options: Readonly<NonNullable<ParseArgsConfig['options']>>;
  /** @returns the exit status: 0 done, 1 findings */
  run(given: Given, io: Io): Promise<number>;
}

/** What a command was given: as many operands as it asks for, and the names of the options that are set. */
interface Given {
  operands: readonly string[];
  options: ReadonlySet<string>;
}

/** Input that cannot be used: the person’s mistake, not a bug. Exit status 2. */
export class Unusable extends Error {}

/**
 * The arguments of a command. Throws Unusable for unknown options and for too few or too many operands.
 * @param usage the command's line of usage, for the message
 */
export function givenIn(args: readonly string[], { operands, options }: Command, usage: string): Given {
  const { positionals, tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const set = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(options, token.name)) {
      const known = Object.keys(options).map((name) => `--${name}`);
      throw new Unusable(`${token.rawName} is not an option here${didYouMean(token.rawName, known)}\n${usage}`);
    }
    if (token.value !== undefined) throw new Unusable(`${token.rawName} takes no value\n${usage}`);
    set.add(token.name);
  }
  const missing = operands[positionals.length];
  if (missing !== undefined) throw new Unusable(`${missing} is missing\n${usage}`);
  const stray = positionals[operands.length];
  if (stray !== undefined) throw new Unusable(`${JSON.stringify(stray)} is one thing too many\n${usage}`);
  if (positionals.filter((file) => file === '-').length > 1)
    throw new Unusable('- can stand for one file only: standard input is read once');
  return { operands: positionals, options: set };
}
