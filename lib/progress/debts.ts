/** Overrides and the debt they leave: one row per criterion that was skipped and is not made good yet. */
import type { HandrailDb } from './db';
import type { DebtRow } from './rows';
import { append, type Stamp } from './journal';
import type { JournalDraft, JournalGap } from './journal-event';
import { isSaved, type RecordKey } from './record-key';

/** A rep's decision to go on against a verdict, for one record. A `Gap` of the judge fits `gaps`. */
export interface Override extends Pick<DebtRow, 'record' | 'pack' | 'from' | 'to' | 'reasonCode' | 'reasonLabel' | 'note' | 'until'> {
  gaps: readonly (JournalGap & { label: string })[];
}

export function openDebts(db: HandrailDb, record: RecordKey): Promise<DebtRow[]> {
  return db.debts.where('[record+state]').equals([record, 'open']).toArray();
}

/**
 * Keep overrides, all of a held save in one transaction: it must have resolved before the save is released (promise 3). Each gap above a
 * tip opens a debt, unless one is open for it on that record already, which the journal says. A record that the CRM has not saved yet
 * has no key of its own, so its override is in the journal only. Resolves with the debts that were opened.
 */
export function recordOverride(db: HandrailDb, overrides: readonly Override[], stamp: Stamp): Promise<DebtRow[]> {
  return db.transaction('rw', db.debts, db.journal, async () => {
    const records = [...new Set(overrides.map(({ record }) => record))];
    const standing = await db.debts
      .where('[record+state]')
      .anyOf(records.map((record) => [record, 'open']))
      .toArray();
    const opened: DebtRow[] = [];
    const events: JournalDraft[] = [];
    for (const override of overrides) {
      const account = accountFor(override, [...standing, ...opened], stamp);
      opened.push(...account.debts);
      events.push(...account.events);
    }
    await db.debts.bulkAdd(opened);
    await append(db, events, stamp);
    return opened;
  });
}

/** Close the open debts of a record whose criterion is met by now. Resolves with them. */
export async function settleMet(
  db: HandrailDb,
  record: RecordKey,
  criterionIsMet: (debt: DebtRow) => boolean,
  stamp: Stamp,
): Promise<DebtRow[]> {
  return close(db, record, criterionIsMet, 'met', stamp);
}

/** Waive an override for good, with the reason why. One that is not open stays as it is. */
export async function waiveDebt(db: HandrailDb, id: string, waiver: string, stamp: Stamp): Promise<void> {
  await db.transaction('rw', db.debts, db.journal, async () => {
    const debt = await db.debts.get(id);
    if (debt?.state !== 'open') return;
    await db.debts.put({ ...debt, state: 'waived', waiver, closedAt: stamp.now });
    await append(db, [{ type: 'debt-waived', ...naming(debt), waiver }], stamp);
  });
}

/** Close the open debts of a record whose exception has ended. Resolves with them. */
export async function expireDebts(db: HandrailDb, record: RecordKey, stamp: Stamp): Promise<DebtRow[]> {
  return close(db, record, ({ until }) => until !== undefined && until <= stamp.now, 'expired', stamp);
}

async function close(
  db: HandrailDb,
  record: RecordKey,
  when: (debt: DebtRow) => boolean,
  state: 'met' | 'expired',
  stamp: Stamp,
): Promise<DebtRow[]> {
  if (!(await openDebts(db, record)).some(when)) return [];
  return db.transaction('rw', db.debts, db.journal, async () => {
    const closed = (await openDebts(db, record)).filter(when).map((debt): DebtRow => ({ ...debt, state, closedAt: stamp.now }));
    await db.debts.bulkPut(closed);
    await append(
      db,
      closed.map((debt) => ({ type: `debt-${state}` as const, ...naming(debt) })),
      stamp,
    );
    return closed;
  });
}

const naming = ({ id, record, pack, sop, criterion }: DebtRow) => ({ debt: id, record, pack, sop, criterion });

function accountFor(override: Override, standing: readonly DebtRow[], stamp: Stamp): { debts: DebtRow[]; events: JournalDraft[] } {
  const { record, pack, from, to, reasonCode, reasonLabel, note, until, gaps } = override;
  const move = {
    record,
    pack,
    from,
    to,
    ...(reasonCode !== undefined && { reasonCode, reasonLabel }),
    ...(note !== undefined && { note }),
    ...(until !== undefined && { until }),
  };
  const debts: DebtRow[] = [];
  const events: JournalDraft[] = [{ type: 'move-on', ...move, gaps: [...gaps] }];
  const owing = isSaved(record) ? gaps.filter((gap) => gap.severity !== 'tip') : [];
  for (const { sop, criterion, label } of owing) {
    const same = [...standing, ...debts].find(
      (debt) => debt.record === record && debt.pack === pack && debt.sop === sop && debt.criterion === criterion,
    );
    if (same) {
      events.push({ type: 'debt-stands', ...naming(same) });
      continue;
    }
    const debt: DebtRow = { ...move, id: stamp.id(), sop, criterion, label, openedAt: stamp.now, state: 'open' };
    debts.push(debt);
    events.push({ type: 'debt-opened', ...naming(debt) });
  }
  return { debts, events };
}
