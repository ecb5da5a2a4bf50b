/** The door from a shell: `npm run handrail -- lint team.yaml`. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import manifest from '../package.json';
import { type Io, Unusable } from './command';
import { main } from './main';

const { env, stdin, stdout, stderr } = process;
const isTerminal = Boolean(stdout.isTTY);

/** npm runs scripts in the package's folder; names of files are meant from where the person is. */
const here = env.npm_lifecycle_event === 'handrail' ? (env.INIT_CWD ?? process.cwd()) : process.cwd();

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'cannot be read: no permission',
};

async function read(file: string): Promise<string> {
  if (file === '-') return text(stdin);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(resolve(here, file)));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new Unusable(
      `${file}: ${reasons[code] ?? (code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is not UTF-8 text' : `cannot be read (${code})`)}`,
    );
  }
}

const io: Io = {
  read,
  write: (output) => stdout.write(output),
  error: (output) => stderr.write(output),
  isTerminal,
  colours: isTerminal && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb',
  today: new Date().toISOString().slice(0, 10),
};

// A reader that has seen enough (`| head`) is no mistake.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await main(process.argv.slice(2), io, manifest.version);
