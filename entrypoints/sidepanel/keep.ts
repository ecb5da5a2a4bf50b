/** Keeping what the rep did, each thing in one transaction with its journal event. What is kept does not depend on the worker. */
import type { CriterionName } from '../../components/panel/events';
import type { CatchUp, ChosenStage, Reason } from '../../components/panel/model';
import type { RecordKey } from '../../lib/progress/record-key';
import { confirm, takeBackConfirmation } from '../../lib/progress/confirmations';
import { db } from '../../lib/progress/db';
import { recordOverride } from '../../lib/progress/debts';
import { closeElsewhere } from '../../lib/progress/elsewhere';
import { placeByHand } from '../../lib/progress/placed';
import type { Stamp } from '../../lib/progress/journal';
import { settings } from '../../lib/settings';

/** The record on the screen, and the pack in use. */
export interface Whose {
  record: RecordKey;
  pack: string;
}

export const stamp = (): Stamp => ({ now: Date.now(), id: () => crypto.randomUUID() });

export async function keepStand({ record, pack }: Whose, { sop, criterion }: CriterionName, stands: boolean): Promise<void> {
  if (!stands) return takeBackConfirmation(db, { record, pack, sop, criterion }, stamp());
  const { name } = await settings.get();
  return confirm(db, [{ record, pack, sop, criterion, by: name }], stamp());
}

/** What was skipped stays open as debt, under the reason. */
export async function keepReason({ record, pack }: Whose, { id, from, to, asked, codes }: CatchUp, reason: Reason): Promise<void> {
  const { code, note, until } = reason;
  const gaps = asked
    .filter(({ open }) => open)
    .map(({ sop, view: { criterion, result } }) => ({
      sop,
      criterion: criterion.id,
      label: criterion.label,
      severity: criterion.severity,
      result: result === 'unknown' ? ('unknown' as const) : ('unmet' as const),
    }));
  const at = stamp();
  await db.transaction('rw', db.debts, db.elsewhere, db.journal, async () => {
    const why = { ...(code !== undefined && { reasonCode: code, reasonLabel: codes.find((one) => one.id === code)?.label }), note };
    await recordOverride(db, [{ record, pack, from, to, ...why, ...(until !== undefined && { until }), gaps }], at);
    await closeElsewhere(db, id, 'reason', pack, at);
  });
}

export async function keepPlace({ record, pack }: Whose, stage: ChosenStage | null): Promise<void> {
  const about = { pack, title: stage?.title ?? null, pipeline: stage?.crmPipeline };
  await placeByHand(db, record, stage?.value ?? null, about, stamp());
}
