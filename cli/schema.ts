/** `handrail schema`: the JSON Schema of packs, for editors. */
import { packJsonSchema } from '../lib/pack/json-schema';
import type { Command } from './command';

export const schema: Command = {
  operands: [],
  summary: 'prints the JSON Schema of packs, for editors that complete and check while one writes',
  help: 'Exit status: 0.',
  options: {},
  async run(_, io) {
    io.write(`${JSON.stringify(packJsonSchema(), null, 2)}\n`);
    return 0;
  },
};
