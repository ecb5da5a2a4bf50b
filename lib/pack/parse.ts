/** A pack file's text to a pack, or every mistake in it with its place. A pack is untrusted until it has come through here. */
import { readJson } from './json';
import { limitProblems, mostJsonCharacters, mostYamlCharacters } from './limits';
import { packError } from './problems';
import { referenceProblems } from './references';
import type { PackFile } from './schema';
import { readShape } from './shape';

/**
 * Parses a pack file, JSON or YAML.
 * @throws PackError with every problem and its place in the pack. Nothing is changed on failure.
 */
export async function parsePack(text: string): Promise<PackFile> {
  const data = await read(text.replace(/^\uFEFF/, ''));
  const limits = limitProblems(data);
  if (limits.length > 0) throw packError(limits, data);
  const shape = readShape(data);
  const found = [...shape.found, ...referenceProblems(data)];
  if (shape.pack === null || found.length > 0) throw packError(found, data);
  return shape.pack;
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
