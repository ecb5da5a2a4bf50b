/** A pack file's text to a pack, or every mistake in it with its place. A pack is untrusted until it has come through here. */
import { readJson } from './json';
import { limitProblems, mostJsonCharacters, mostYamlCharacters } from './limits';
import { packError } from './problems';
import { type ReferenceProblem, referenceProblems } from './references';
import type { PackFile } from './schema';
import { readShape } from './shape';

/**
 * Parses a pack file, JSON or YAML.
 * @throws PackError with every problem and its place in the pack. Nothing is changed on failure.
 */
export async function parsePack(text: string): Promise<PackFile> {
  const { pack, problems } = await parseLoosely(text);
  if (problems.length > 0) throw packError(problems, pack);
  return pack;
}

/**
 * Parses a pack file whose shape is right, and gives what does not fit together in it beside it.
 * @throws PackError as `parsePack` does, with all problems, where a part is of the wrong shape or the file cannot be read
 */
export async function parseLoosely(text: string): Promise<{ pack: PackFile; problems: ReferenceProblem[] }> {
  const written = await read(text.replace(/^\uFEFF/, ''));
  const limits = limitProblems(written);
  if (limits.length > 0) throw packError(limits, written);
  const { pack, found, data } = readShape(written);
  const problems = referenceProblems(data);
  if (pack === null) throw packError([...found, ...problems], data);
  return { pack, problems };
}

async function read(text: string): Promise<unknown> {
  const first = /\S/.exec(text)?.[0];
  if (first === undefined) throw packError([{ path: [], message: 'the file is empty' }], null);
  const isJson = first === '{' || first === '[';
  const most = isJson ? mostJsonCharacters : mostYamlCharacters;
  if (text.length > most) {
    const message = `the file is too big: at most ${most / 1_000_000} million characters of ${isJson ? 'JSON' : 'YAML'}`;
    throw packError([{ path: [], message }], null);
  }
  if (isJson) return readJson(text);
  const { readYaml } = await import('./yaml');
  return readYaml(text);
}
