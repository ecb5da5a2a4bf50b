/** `handrail diff OLD NEW`: what is different between two versions of a pack, for the people who work by it. */
import { type Change, comparePacks } from '../lib/pack/compare/compare';
import type { Command } from './command';
import { readPack } from './pack-file';
import { type Paint, painter } from './paint';

export const diff: Command = {
  operands: ['OLD', 'NEW'],
  summary: 'says what is different between two versions of a pack, in plain sentences',
  help: `Things are told apart by their ids, not by lines: + is new, - is gone, ~ is another. Exit status: 0.

  --json    { "changes": [{ "kind", "about", "id", "sop", "place", "sentence" }] }`,
  options: { json: { type: 'boolean' } },
  async run({ operands: [oldFile = '', newFile = ''], options }, io) {
    const changes = comparePacks(await readPack(oldFile, io), await readPack(newFile, io));
    if (options.has('json')) io.write(`${JSON.stringify({ changes }, null, 2)}\n`);
    else if (changes.length === 0) io.write('No differences.\n');
    else io.write(changes.map((change) => `${inWords(change, painter(io))}\n`).join(''));
    return 0;
  },
};

function inWords({ kind, sentence }: Change, paint: Paint): string {
  switch (kind) {
    case 'added':
      return `${paint('green', '+')} ${sentence}`;
    case 'removed':
      return `${paint('red', '-')} ${sentence}`;
    case 'changed':
    case 'moved':
    case 'renamed':
      return `${paint('yellow', '~')} ${sentence}`;
  }
}
