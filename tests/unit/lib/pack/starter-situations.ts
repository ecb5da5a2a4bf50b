/** Moves of records as the CRM shows them and as a rep worked on them, judged in both CRMs: what the tests of the starter packs are written in. */
import { describe, expect, it } from 'vitest';
import type { Crm, Reading, Value } from '../../../../lib/crm/adapter';
import { NO_PROGRESS } from '../../../../lib/guard/progress';
import { judge } from '../../../../lib/guard/judge';
import { stepStates } from '../../../../lib/guard/outlook';
import { conditionsFor } from '../../../../lib/guard/route';
import type { PackIndex } from '../../../../lib/pack/load';
import { factsOf } from '../../../../lib/worker/case';

/** What is on the record by pack field id, choices by id; everything else on it is seen to be empty. And what the rep did and said. */
interface Situation {
  values?: Record<string, Value>;
  /** Steps ticked and approvals given, with how many minutes ago. */
  ticks?: Record<string, number>;
  answers?: Record<string, Value>;
}

/** The CRM's object and its stage field. */
type Stands = Readonly<Record<Crm, readonly [object: string, stageField: string]>>;
/** The CRM's own values. */
type Stages = readonly [salesforce: string, hubspot: string];
/** `verdict` is its kind, then the labels of its gaps. `from` is null for a new record. */
type Row = readonly [move: string, from: Stages | null, to: Stages, situation: Situation, verdict: readonly string[]];

/** Monday, ten o’clock. */
const now = Date.parse('2026-11-23T10:00:00Z');

/** A time of that Monday. */
export const at = (time: string): string => `2026-11-23T${time}:00Z`;
/** Ticked a minute ago. */
export const done = (...ids: string[]): Record<string, number> => Object.fromEntries(ids.map((id) => [id, 1]));
export const filled = (...ids: string[]): Record<string, string> => Object.fromEntries(ids.map((id) => [id, 'known']));

/** Makes a test of each row in each CRM. */
export function holds(index: PackIndex, stands: Stands, rows: readonly Row[]): void {
  describe.each(['salesforce', 'hubspot'] as const)('in %s', (crm) => {
    const own = ([salesforce, hubspot]: Stages): string => (crm === 'salesforce' ? salesforce : hubspot);
    it.each(rows)('%s', (_, from, to, situation, verdict) => {
      expect(told(index, crm, stands[crm], from && own(from), own(to), situation)).toEqual(verdict);
    });
  });
}

function told(
  index: PackIndex,
  crm: Crm,
  [object, field]: Stands[Crm],
  from: string | null,
  to: string,
  { values = {}, ticks: ticked = {}, answers = {} }: Situation,
): string[] {
  const record = { crm, org: crm === 'salesforce' ? 'acme.lightning.force.com' : '4242', object, id: '1' };
  const crmValue = (id: string): Value => {
    const value = values[id] ?? null;
    const inCrm = (one: unknown): unknown => index.fieldById.get(id)?.values?.find((choice) => choice.id === one)?.in?.[crm]?.[0];
    const translated = Array.isArray(value) ? value.map(inCrm) : inCrm(value);
    return (translated as Value | undefined) ?? value;
  };
  const readings = [...(index.objectOf(record)?.nameByField ?? [])].map(([id, name]): Reading => ({
    record,
    field: name,
    value: crmValue(id),
    source: 'wire',
    at: now,
  }));
  const ticks = Object.fromEntries(
    Object.entries(ticked).map(([id, minutes]) => [id, { state: 'done' as const, at: now - minutes * 60_000 }]),
  );
  const facts = factsOf(index, record, readings, { now, timeZone: 'UTC' }, { ...NO_PROGRESS, ticks, answers });
  const move = { record, field, from, to };
  const steps = stepStates(index, facts, ticks, conditionsFor(move, index));
  const { kind, gaps } = judge(move, index, { ...facts, steps });
  return [kind, ...gaps.map(({ label }) => label)];
}
