/** The command line: which command is meant, help, and what becomes of input that cannot be used. */
import { didYouMean } from '../lib/pack/suggest';
import { type Command, givenIn, type Io, optionUsage, Unusable } from './command';
import { diff } from './diff';
import { judge } from './judge';
import { keygen } from './keygen';
import { lint } from './lint';
import { rotate } from './rotate';
import { schema } from './schema';
import { sign } from './sign';
import { verify } from './verify';

const commands: Readonly<Record<string, Command>> = { lint, schema, judge, diff, keygen, sign, verify, rotate };

/**
 * Runs one command.
 * @returns the exit status: 0 done, 1 findings or a refusal, 2 unusable input, with the reason and its place in what `io.error` got
 */
export async function main(args: readonly string[], io: Io, version: string): Promise<number> {
  try {
    const [name, ...rest] = args;
    if (name === undefined) throw new Unusable(`which command?\n\n${help()}`);
    if (name === '--help' || name === '-h') return say(io, help());
    if (name === '--version') return say(io, version);
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command)
      throw new Unusable(`"${name}" is not a command${didYouMean(name, Object.keys(commands))}\nhandrail --help lists them all`);
    const usage = `usage: ${usageOf(name, command)}`;
    if (rest.includes('--help') || rest.includes('-h')) return say(io, `${usage}\n\n${command.summary}\n\n${command.help}`);
    return await command.run(givenIn(rest, command, usage), io);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    io.error(`${error.message}\n`);
    return 2;
  }
}

function say(io: Io, text: string): number {
  io.write(`${text}\n`);
  return 0;
}

function usageOf(name: string, { operands, options }: Command): string {
  return ['handrail', name, ...operands, ...Object.entries(options).map(([option, each]) => optionUsage(option, each))].join(' ');
}

function help(): string {
  const rows = Object.entries(commands).map(([name, command]) => [[name, ...command.operands].join(' '), command.summary] as const);
  const width = Math.max(...rows.map(([usage]) => usage.length));
  return `handrail: rule packs on the command line

${rows.map(([usage, summary]) => `  ${usage.padEnd(width)}  ${summary}`).join('\n')}

A pack is JSON or YAML; - stands for standard input. handrail COMMAND --help says more.
Exit status: 0 done, 1 findings (lint, sign) or a refusal (verify), 2 input that cannot be used, with the reason and its place.`;
}
