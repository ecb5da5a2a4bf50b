/** What the tests of the starter packs share: records of both CRMs, and moves of records of which everything is known. */
import { readFileSync } from 'node:fs';
import type { Facts, KnownValue } from '../../../../lib/criteria/facts';
import type { RecordRef } from '../../../../lib/crm/adapter';
import { judge, type Verdict } from '../../../../lib/guard/judge';
import { indexPack, parsePack, type PackIndex } from '../../../../lib/pack/load';
import type { PackFile } from '../../../../lib/pack/schema';

export const now = Date.UTC(2026, 10, 22);

export const opportunity: RecordRef = {
  crm: 'salesforce',
  org: 'acme.lightning.force.com',
  object: 'Opportunity',
  id: '006000000000001AAA',
};
export const lead: RecordRef = { ...opportunity, object: 'Lead', id: '00Q000000000001AAA' };
export const deal: RecordRef = { crm: 'hubspot', org: '4242', object: 'deal', id: '1' };
export const contact: RecordRef = { ...deal, object: 'contact' };

const stageFields: Readonly<Record<string, string>> = {
  Opportunity: 'StageName',
  Lead: 'Status',
  deal: 'dealstage',
  contact: 'hs_lead_status',
};

export async function starterPack(id: string): Promise<{ pack: PackFile; index: PackIndex }> {
  const pack = await parsePack(readFileSync(`public/packs/${id}.json`, 'utf8'));
  return { pack, index: indexPack(pack) };
}

/** What a rep did and said besides what the record holds. */
export type Work = Partial<Pick<Facts, 'steps' | 'answers' | 'approvals' | 'events'>>;

/** The verdict on a move of a record of which everything is known, and everything empty but `values`. */
export function verdictOn(
  index: PackIndex,
  [record, from, to]: readonly [record: RecordRef, from: string, to: string],
  values: Record<string, KnownValue['value']>,
  work: Work = {},
): Verdict {
  const known = (value: KnownValue['value']): KnownValue => ({ value, source: 'wire', at: now });
  const readings = Object.fromEntries(index.pack.fields.map(({ id }) => [id, known(values[id] ?? null)]));
  const facts: Facts = { readings, steps: {}, answers: {}, approvals: {}, events: {}, now, timeZone: 'UTC', ...work };
  return judge({ record, field: stageFields[record.object] ?? '', from, to, pipeline: ['default'] }, index, facts);
}

/** The verdict's kind and the criteria that it names. */
export function told({ kind, gaps }: Verdict): [kind: string, criteria: string[]] {
  return [kind, gaps.map(({ criterion }) => criterion)];
}

export const filled = (...ids: string[]): Record<string, string> => Object.fromEntries(ids.map((id) => [id, 'known']));
