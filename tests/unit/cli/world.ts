/** The command line without a process: files by name, and what was written. */
import { readFileSync } from 'node:fs';
import { type Io, Unusable } from '../../../cli/command';
import { main } from '../../../cli/main';

interface Outcome {
  status: number;
  out: string;
  err: string;
}

export const teamPack = readFileSync('docs/examples/team-pack.yaml', 'utf8');

/** The examples of the docs are there under their own names. What a command writes is among the files afterwards. */
export async function handrail(args: readonly string[], files: Record<string, string> = {}, more: Partial<Io> = {}): Promise<Outcome> {
  const outcome = { status: 0, out: '', err: '' };
  const io: Io = {
    async read(file) {
      const text = Object.hasOwn(files, file) ? files[file] : undefined;
      if (text !== undefined) return text;
      if (file === 'team-pack.yaml' || file === 'case.json') return readFileSync(`docs/examples/${file}`, 'utf8');
      throw new Unusable(`${file}: there is no such file`);
    },
    exists: async (file) => Object.hasOwn(files, file),
    async save(file, text, { isNew = false } = {}) {
      if (isNew && Object.hasOwn(files, file)) throw new Unusable(`${file}: is there already, and is left as it is`);
      files[file] = text;
    },
    write: (text) => (outcome.out += text),
    error: (text) => (outcome.err += text),
    isTerminal: false,
    colours: false,
    today: '2026-11-22',
    now: Date.parse('2026-11-22T12:00:00Z'),
    passphrase: 'correct horse battery',
    ...more,
  };
  outcome.status = await main(args, io, '1.2.3');
  return outcome;
}
