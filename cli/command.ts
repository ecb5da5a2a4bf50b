/** What a command of the command line is, and what it may touch: everything else it gets from here, so that it is a pure function. */
import { parseArgs } from 'node:util';
import { didYouMean } from '../lib/pack/suggest';

/** How a file is written. `isNew`: one that is there is left alone. `isSecret`: nobody else on this computer may read it. */
export interface SaveOptions {
  isNew?: boolean;
  isSecret?: boolean;
}

/** The world of a command. */
export interface Io {
  /** A file's text; `-` is standard input. Throws Unusable for one that cannot be read, NotText for one that is no text. */
  read(file: string): Promise<string>;
  /** Whether there is anything under this name. */
  exists(file: string): Promise<boolean>;
  /** Writes a file, and the folders that lead to it. Throws Unusable for one that cannot be written. */
  save(file: string, text: string, options?: SaveOptions): Promise<void>;
  write(text: string): void;
  error(text: string): void;
  /** Whether a person reads what is written. */
  isTerminal: boolean;
  /** Whether that person wants colours. */
  colours: boolean;
  /** An ISO day. */
  today: string;
  /** Milliseconds since 1970. */
  now: number;
  /** What HANDRAIL_PASSPHRASE holds; '' for nothing. */
  passphrase: string;
}

/** `is`: what the value is, for the line of usage. */
export type Option = { type: 'boolean' } | { type: 'string'; is: string; required?: boolean; multiple?: boolean };

export interface Command {
  /** What follows the command's name, for the list of commands: `PACK`. */
  operands: readonly string[];
  /** What it does, in one line. */
  summary: string;
  /** Its own help, below the line of usage. */
  help: string;
  options: Readonly<Record<string, Option>>;
  /** @returns the exit status: 0 done, 1 findings */
  run(given: Given, io: Io): Promise<number>;
}

/** What a command was given: as many operands as it asks for, the names of the options that are set, and the values of those that have some. */
export interface Given {
  operands: readonly string[];
  options: ReadonlySet<string>;
  values: ReadonlyMap<string, readonly string[]>;
}

/** Input that cannot be used: the person’s mistake, not a bug. Exit status 2. */
export class Unusable extends Error {}

/** A file that is there, and is no UTF-8 text. */
export class NotText extends Unusable {
  constructor(file: string) {
    super(`${file}: is not UTF-8 text`);
  }
}

/**
 * The arguments of a command. Throws Unusable for unknown and missing options, for values that are missing or too many, and for too few or too
 * many operands.
 * @param usage the command's line of usage, for the message
 */
export function givenIn(args: readonly string[], { operands, options }: Command, usage: string): Given {
  const unusable = (message: string) => new Unusable(`${message}\n${usage}`);
  const { positionals, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const set = new Set<string>();
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option) {
      const known = Object.keys(options).map((each) => `--${each}`);
      throw unusable(`${rawName} is not an option here${didYouMean(rawName, known)}`);
    }
    set.add(name);
    if (option.type === 'boolean') {
      if (value !== undefined) throw unusable(`${rawName} takes no value`);
      continue;
    }
    if (value === undefined || value === '' || (!inlineValue && value.startsWith('--'))) throw unusable(`${rawName} needs ${option.is}`);
    const before = values.get(name) ?? [];
    if (before.length > 0 && !option.multiple) throw unusable(`${rawName} is given twice`);
    values.set(name, [...before, value]);
  }
  for (const [name, option] of Object.entries(options))
    if (option.type === 'string' && option.required && !set.has(name)) throw unusable(`--${name} ${option.is} is missing`);
  const missing = operands[positionals.length];
  if (missing !== undefined) throw unusable(`${missing} is missing`);
  const stray = positionals[operands.length];
  if (stray !== undefined) throw unusable(`${JSON.stringify(stray)} is one thing too many`);
  if (positionals.filter((file) => file === '-').length > 1)
    throw new Unusable('- can stand for one file only: standard input is read once');
  return { operands: positionals, options: set, values };
}

/** The value of an option that the command asks for; '' for one that was left away. */
export function valueOf({ values }: Given, name: string): string {
  return values.get(name)?.[0] ?? '';
}

/** How an option is written: `--json`, `--out FILE`. */
export function optionUsage(name: string, option: Option): string {
  const whole = option.type === 'boolean' ? `--${name}` : `--${name} ${option.is}`;
  if (option.type === 'string' && option.required) return whole;
  return `[${whole}]${option.type === 'string' && option.multiple ? '…' : ''}`;
}
