/** Approvals by code in the panel: the request that a rep hands over, and the code that comes back, checked and kept. */
import type { PanelEvents } from '../../components/panel/events';
import { requestCode } from '../../lib/approval/request';
import { type GrantRefusal, verifyGrant } from '../../lib/approval/verify';
import type { Pack } from '../../lib/pack/schema';
import { askForApproval, grantApproval, isCodeUsed, refuseApproval } from '../../lib/progress/approvals';
import type { HandrailDb } from '../../lib/progress/db';
import { CodeUsedError, explain } from '../../lib/progress/errors';
import type { Stamp } from '../../lib/progress/journal';
import type { RecordKey } from '../../lib/progress/record-key';
import { settings } from '../../lib/settings';

/** Of which record, under which pack. */
interface Whose {
  record: RecordKey;
  pack: Pack;
}

/** @param whose what is on the screen when the rep clicks; null where there is nothing, and then nothing of it can be clicked */
export function approvalEvents(
  db: HandrailDb,
  whose: Whose | null,
  stamp: () => Stamp,
  changed: () => Promise<void>,
): Pick<PanelEvents, 'onAskApproval' | 'onEnterCode'> {
  return {
    onAskApproval: async ({ id, title }, note) => {
      const { record, pack } = onScreen(whose);
      const { name } = await settings.get();
      const at = stamp();
      const code = requestCode({ record, pack: pack.id, approval: id, title, by: name, note, at: at.now });
      await inWords(askForApproval(db, { record, pack: pack.id, approval: id }, at));
      return { code, by: name };
    },
    onEnterCode: async (approval, code) => {
      const refusal = await inWords(enterCode(db, onScreen(whose), approval, code, stamp()));
      if (refusal === null) await changed();
      return refusal;
    },
  };
}

/** Kept in one go with its journal event, or refused and journalled. */
async function enterCode(
  db: HandrailDb,
  { record, pack }: Whose,
  approval: string,
  code: string,
  stamp: Stamp,
): Promise<GrantRefusal | null> {
  const steps = pack.sops.flatMap(({ phases }) => phases).flatMap((phase) => phase.steps);
  const verified = await verifyGrant(code, {
    record,
    pack: pack.id,
    approval: { id: approval, approvers: steps.find(({ id }) => id === approval)?.approval?.approvers },
    approvers: pack.approvers,
    now: stamp.now,
    used: (one) => isCodeUsed(db, one),
  });
  const refusal = 'refused' in verified ? verified.refused : await grant(db, verified.row, stamp);
  if (refusal) await refuseApproval(db, { record, pack: pack.id, approval, why: refusal.why }, stamp);
  return refusal;
}

/** Another window may have taken the same code a moment before. */
async function grant(db: HandrailDb, row: Parameters<typeof grantApproval>[1], stamp: Stamp): Promise<GrantRefusal | null> {
  try {
    await grantApproval(db, row, stamp);
    return null;
  } catch (error) {
    if (error instanceof CodeUsedError) return { why: 'used' };
    throw error;
  }
}

function onScreen(whose: Whose | null): Whose {
  if (!whose) throw new Error('The record is not in view any more. Open it again.');
  return whose;
}

async function inWords<Result>(work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    throw new Error(explain(error), { cause: error });
  });
}
