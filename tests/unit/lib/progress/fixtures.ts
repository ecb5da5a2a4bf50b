/** What the tests of lib/progress share: a database of their own, a clock with ids, the lab's records, and a small pack. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { progressOf } from '../../../../lib/progress/checklists';
import { HandrailDb } from '../../../../lib/progress/db';
import type { Stamp } from '../../../../lib/progress/journal';
import { recordKey } from '../../../../lib/progress/record-key';
import { packSchema, type PackFile } from '../../../../lib/pack/schema';

export const opportunity = recordKey({
  crm: 'salesforce',
  org: 'acme.lightning.force.com',
  object: 'Opportunity',
  id: '006000000000001AAA',
});
export const otherOpportunity = recordKey({
  crm: 'salesforce',
  org: 'acme.lightning.force.com',
  object: 'Opportunity',
  id: '006000000000002AAA',
});
export const deal = recordKey({ crm: 'hubspot', org: '4242', object: 'deal', id: '77' });
export const unsaved = recordKey({ crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '' });

export const everyMatching = recordKey({ crm: 'hubspot', org: '4242', object: 'deal', id: '*' });

export const newDisk = (): IDBFactory => new IDBFactory();

export function newDb(disk: IDBFactory = newDisk()): HandrailDb {
  return new HandrailDb('handrail', { indexedDB: disk, IDBKeyRange });
}

let made = 0;
/** A stamp whose ids are never repeated. */
export function stamp(now = 1_000): Stamp {
  return { now, id: () => `id-${(made += 1)}` };
}

export function pack(change: Partial<PackFile> = {}): PackFile {
  return packSchema.parse({
    format: 1,
    id: 'acme-sales',
    version: '1.0.0',
    title: 'Acme sales',
    publisher: 'Acme',
    language: 'en',
    fields: [{ id: 'budget', label: 'Budget confirmed', type: 'boolean', in: { salesforce: 'Opportunity.Budget_Confirmed__c' } }],
    pipelines: [
      {
        id: 'opportunity',
        title: 'Opportunity',
        in: { salesforce: { stageField: 'Opportunity.StageName' } },
        stages: [{ id: 'qualification', title: 'Qualification', kind: 'open', in: { salesforce: ['Qualification'] } }],
      },
    ],
    sops: [],
    reasonCodes: [],
    ...change,
  });
}

/** The marks on one record for one pack, by step id. */
export async function ticksOf(db: HandrailDb, record: string, of: string) {
  return (await progressOf(db, record)).under(of).ticks;
}
