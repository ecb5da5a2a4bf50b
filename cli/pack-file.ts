/** Reading a file that a person named, with the file's name before whatever is wrong in it. */
import { indexPack, PackError, parsePack, type PackIndex } from '../lib/pack/load';
import type { PackFile } from '../lib/pack/schema';
import { type Io, Unusable } from './command';

/** Throws Unusable with one line for each mistake in the file, `team.yaml: sops[0] "Discovery" › exit[0] › when: …`. */
export async function readAs<T>(file: string, io: Io, parse: (text: string) => T | Promise<T>): Promise<T> {
  const text = await io.read(file);
  try {
    return await parse(text);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    const lines = error.problems.map(({ path, message }) => [nameOf(file), path, message].filter((part) => part !== '').join(': '));
    throw new Unusable(lines.join('\n'));
  }
}

export async function readPack(file: string, io: Io): Promise<PackFile> {
  return readAs(file, io, parsePack);
}

export async function readIndex(file: string, io: Io): Promise<PackIndex> {
  return indexPack(await readPack(file, io));
}

/** How a file is called in messages. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}
