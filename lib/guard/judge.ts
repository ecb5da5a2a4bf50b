/** What the judge says of a move. Pure. DESIGN §4. */
import { evaluate } from '../criteria/evaluate';
import type { Facts, Trace } from '../criteria/facts';
import { groups } from '../criteria/messages';
import { sentenceOf } from '../criteria/sentence';
import type { RecordRef } from '../crm/adapter';
import { criterionKey } from '../pack/criterion-key';
import type { PackIndex } from '../pack/load';
import type { Criterion, Severity, Sop } from '../pack/schema';
import type { Move } from './move';
import { type Applies, applies } from './targeting';
import { criteriaFor, routeOf } from './route';

type VerdictKind = 'allow' | 'warn' | 'ask-reason' | 'block';

/** One criterion that the move would skip. Serialisable: it travels to the overlay. */
export interface Gap {
  sop: string;
  sopTitle: string;
  criterion: string;
  label: string;
  severity: Severity;
  result: 'unmet' | 'unknown';
  /** What would have to hold, in one sentence with what is known: "Budget is filled (it is empty)". */
  sentence: string;
  why?: string;
  /** `crmField` is the field's own name on this CRM, for "take me there". */
  fix?: { field: string; crmField?: string; label: string } | { step: string; title: string } | { url: string };
  reasonCodes: { id: string; label: string }[];
  trace: Trace[];
}

export interface Verdict {
  kind: VerdictKind;
  gaps: Gap[];
  /** Titles for the screen: from and to stage; null where unknown or not in the pack. */
  from: string | null;
  to: string | null;
  /**
   * True when the record enters a later stage from one that could not be seen: the verdict counts only what is sure, and is `warn` at least.
   */
  fromUnknown: boolean;
}

const NONE: ReadonlySet<string> = new Set();

/** From the mildest to the strictest. */
const kinds = ['allow', 'warn', 'ask-reason', 'block'] as const;
const weight: Readonly<Record<Severity, number>> = { tip: 0, warn: 1, reason: 2, block: 3 };

/**
 * Judges a move by the criteria it must meet (route.ts says which): the verdict is the worst severity among those that are unmet, or that
 * cannot be seen. A tip is listed, but lets the move go. The cost follows what the stages on the way hold.
 * @param confirmed the criteria that the rep stands for where they cannot be seen, by `criterionKey`
 */
export function judge(move: Move, pack: PackIndex, facts: Facts, confirmed: ReadonlySet<string> = NONE): Verdict {
  const route = routeOf(move, pack);
  const gaps: Gap[] = [];
  let aimed: Sop | null = null;
  let aim: Applies = { result: 'true', sentence: null };
  for (const { sop, criterion } of criteriaFor(route, pack)) {
    // The criteria of one SOP come together.
    if (sop !== aimed) {
      aimed = sop;
      aim = applies(sop, facts, pack.words);
    }
    if (aim.result === 'false') continue;
    const evaluation = evaluate(criterion.when, facts, pack.words);
    const unsure = aim.result === 'unknown' && evaluation.result === 'false';
    const result = gapIn(unsure ? 'unknown' : evaluation.result, criterion.ifUnknown);
    if (result === null || (result === 'unknown' && confirmed.has(criterionKey(sop.id, criterion.id)))) continue;
    const sentence = sentenceOf(criterion.when, evaluation, pack.words);
    gaps.push({
      sop: sop.id,
      sopTitle: sop.title,
      criterion: criterion.id,
      label: criterion.label,
      severity: criterion.severity,
      result,
      sentence: unsure && aim.sentence !== null ? groups.onlyIf(sentence, aim.sentence) : sentence,
      why: criterion.why,
      fix: fixOf(criterion, move.record, pack),
      reasonCodes: reasonCodesOf(criterion, pack),
      trace: evaluation.trace,
    });
  }
  // Coming from nowhere that can be seen, past stages whose criteria nobody checked: absent evidence never lets a move pass silently.
  const fromUnknown = move.from === undefined && route.to !== null && route.to.position > 0;
  const worst = gaps.reduce((heaviest, { severity }) => Math.max(heaviest, weight[severity]), fromUnknown ? weight.warn : 0);
  return {
    kind: kinds[worst] ?? 'block',
    gaps,
    from: route.from?.stage.title ?? null,
    to: route.to?.stage.title ?? null,
    fromUnknown,
  };
}

/** What a criterion's result means for the move; null: no gap. */
function gapIn(result: Trace['result'], ifUnknown: Criterion['ifUnknown']): Gap['result'] | null {
  if (result === 'true') return null;
  if (result === 'false') return 'unmet';
  switch (ifUnknown) {
    case 'pass':
      return null;
    case 'unmet':
      return 'unmet';
    case 'confirm':
      return 'unknown';
  }
}

function fixOf({ fix }: Criterion, record: RecordRef, pack: PackIndex): Gap['fix'] {
  if (!fix) return undefined;
  if ('url' in fix) return { url: fix.url };
  if ('step' in fix) return { step: fix.step, title: pack.stepById.get(fix.step)?.title ?? fix.step };
  const crmField = pack.objectOf(record)?.nameByField.get(fix.field);
  const label = pack.fieldById.get(fix.field)?.label ?? fix.field;
  return crmField === undefined ? { field: fix.field, label } : { field: fix.field, crmField, label };
}

/** The codes that the criterion allows, in its order, or the pack's whole list. */
function reasonCodesOf({ reasonCodes }: Criterion, { pack, reasonCodeById }: PackIndex): Gap['reasonCodes'] {
  const codes = reasonCodes ? reasonCodes.flatMap((id) => reasonCodeById.get(id) ?? []) : pack.reasonCodes;
  return codes.map(({ id, label }) => ({ id, label }));
}
