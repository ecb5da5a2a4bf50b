/** The wire half of the Salesforce adapter. It is part of the script in the customer's page: small, and without dependencies. */
import type { Wire } from '../adapter';
import { boxcar, savedBy, WRITES } from './aura';
import { keyOf, movesOf, NOWHERE } from './moves';
import { splitBoxcar } from './split';

/**
 * RecordUi, RecordGvp, ListUi, ListViewDataManager and pipelines: the names in an Aura URL are a hint, and cut off after 1,000 characters
 * (facts/salesforce.md §3.1).
 */
const RECORDS = /\baura\?(?=.{900}|.*(Record[UG]|List[UV]|Pipeline))|\/services\/data/;

export const salesforceWire: Wire = {
  stageFields: ['StageName', 'Status'],

  mayHoldRecords: (_method, url) => RECORDS.test(url),

  movesIn({ method, url, body }, { stageFields }) {
    try {
      if (!/^p/i.test(method) || !WRITES.test(body)) return [];
      const saves = boxcar(body)?.actions.map(savedBy) ?? [{ url, body }];
      const page = { ...NOWHERE, org: new URL(url).hostname };
      const moves = saves.flatMap((save) => movesOf(save, page, stageFields));
      return [...new Map(moves.map((move) => [keyOf(move), move])).values()];
    } catch {
      return [];
    }
  },

  split: ({ body }, moves) => splitBoxcar(body, moves),
};
