/** The wire half of the Salesforce adapter. It is part of the script in the customer's page: small, and without dependencies. */
import type { Wire } from '../adapter';
import { boxcar, mayWrite, savedBy } from './aura';
import { objectOf, recordId } from './ids';
import { keyOf, movesOf } from './moves';
import { splitBoxcar } from './split';

/** The names in an Aura URL are a hint, and cut off after 1,000 characters (facts/salesforce.md §3.1). */
const RECORDS = /(^|\/)aura\?(?=.{900}|.*(Record(Ui|Gvp)|ListUi|ListViewDataManager|Pipeline))|\/ui-api\/|\/services\/data\//;

export const salesforceWire: Wire = {
  stageFields: ['StageName', 'Status'],

  mayHoldRecords: (_method, url) => RECORDS.test(url),

  movesIn({ method, url, body }, { stageFields }) {
    try {
      if (!/^p/i.test(method) || !stageFields.some((field) => body.includes(field)) || !mayWrite(body)) return [];
      const { pathname } = new URL(url);
      const actions = boxcar(body)?.actions;
      const address = /\/ui-api\/records(\/\w+)?$/.exec(pathname);
      const id = recordId(address?.[1]?.slice(1));
      const scope = { object: objectOf(id), id };
      const saves = actions ? actions.map(savedBy) : [address ? body : ''];
      const moves = saves.flatMap((save) => movesOf(save, scope, stageFields));
      return [...new Map(moves.map((move) => [keyOf(move), move])).values()];
    } catch {
      return [];
    }
  },

  split: ({ body }, moves) => splitBoxcar(body, moves),
};
