/** The door from a shell: `npm run handrail -- lint team.yaml`. */
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import manifest from '../package.json';
import { type Io, NotText, type SaveOptions, Unusable } from './command';
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
    const code = codeOf(error);
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new NotText(file);
    throw new Unusable(`${file}: ${reasons[code] ?? `cannot be read (${code})`}`);
  }
}

const saveReasons: Readonly<Record<string, string>> = {
  EEXIST: 'is there already, and is left as it is',
  ENOTDIR: 'cannot be written: a part of its path is no folder',
  EISDIR: 'is a folder, not a file',
  EACCES: 'cannot be written: no permission',
  EROFS: 'cannot be written: no permission',
  ENOSPC: 'cannot be written: the disk is full',
};

async function save(file: string, output: string, { isNew = false, isSecret = false }: SaveOptions = {}): Promise<void> {
  const path = resolve(here, file);
  const unwritable = (code: string) => new Unusable(`${file}: ${saveReasons[code] ?? `cannot be written (${code})`}`);
  await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
    throw unwritable(codeOf(error) === 'EEXIST' ? 'ENOTDIR' : codeOf(error));
  });
  await writeFile(path, output, { flag: isNew ? 'wx' : 'w', mode: isSecret ? 0o600 : 0o666 }).catch((error: unknown) => {
    throw unwritable(codeOf(error));
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const now = Date.now();
const io: Io = {
  read,
  exists: (file) =>
    access(resolve(here, file)).then(
      () => true,
      () => false,
    ),
  save,
  write: (output) => stdout.write(output),
  error: (output) => stderr.write(output),
  isTerminal,
  colours: isTerminal && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb',
  today: new Date(now).toISOString().slice(0, 10),
  now,
  passphrase: env.HANDRAIL_PASSPHRASE ?? '',
};

// A reader that has seen enough (`| head`) is no mistake.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await main(process.argv.slice(2), io, manifest.version);
