/** What is to be said of a record before its steps: moves that were not checked, what is still to be made good, what the rep has said. Pure. */
import type { Debt, RecordModel, Stance, Stances } from '../../components/panel/model';
import type { Reading, RecordRef } from '../../lib/crm/adapter';
import { viewOfCriterion } from '../../lib/guard/outlook';
import type { Outlook } from '../../lib/guard/outlook';
import type { TaskContext } from '../../lib/guard/task';
import { criterionKey } from '../../lib/pack/criterion-key';
import type { DebtRow, ElsewhereRow } from '../../lib/progress/rows';
import type { MissedCheck } from '../../lib/progress/journal';
import type { RecordKey } from '../../lib/progress/record-key';
import { catchUpOf } from './catch-up-of';
import type { Progress } from './progress';

/** How long a missed check is told of, in milliseconds. */
const MISSED_MS = 24 * 60 * 60_000;

/** What the page shows may be told a little before the check that was missed. Milliseconds. */
const LAG_MS = 5000;

/** The stage changes of a record that were not checked. */
export interface Moves {
  record: RecordKey;
  missed: MissedCheck | null;
  /** Those that no save explains, the closed ones too. */
  elsewhere: readonly ElsewhereRow[];
}

interface Known {
  record: RecordRef;
  readings: readonly Reading[];
  moves: Moves;
  progress: Progress;
  context: TaskContext;
  /** What is drawn beside it; null where no SOP is. */
  outlook: Outlook | null;
  now: number;
}

export function newsOf(known: Known): Omit<RecordModel, 'heading' | 'update'> {
  const { moves, progress, context, now } = known;
  const { missed, elsewhere } = moves;
  const open = elsewhere.filter(({ state }) => state === 'open').toSorted((a, b) => b.at - a.at)[0];
  // The first move that was noticed after a missed check is the one that went through.
  const told = missed && elsewhere.filter(({ at }) => at >= missed.at - LAG_MS).toSorted((a, b) => a.at - b.at)[0];
  return {
    catchUp: open ? catchUpOf({ ...known, row: open, missed: told === open ? missed : null }) : null,
    missed: missed && !told && now - missed.at < MISSED_MS ? missed : null,
    debts: progress.debts.filter(({ until }) => until === undefined || until > now).map((row) => debtOf(row, context)),
    stances: stancesOf(progress),
  };
}

function debtOf(row: DebtRow, { index, record, facts, ticks }: TaskContext): Debt {
  const { id, label, from, to, reasonLabel, note, openedAt, until } = row;
  const owner = row.pack === index.pack.id ? index.sopById.get(row.sop) : undefined;
  const criterion = [...(owner?.entry ?? []), ...(owner?.exit ?? [])].find((one) => one.id === row.criterion);
  const now = criterion ? viewOfCriterion(criterion, index, record, facts, ticks) : null;
  return { id, label, from, to, reasonLabel, note, openedAt, until, now };
}

function stancesOf({ pack, confirmations, wrongHere }: Progress): Stances {
  const stances: Record<string, Stance> = {};
  for (const { sop, criterion, by, at } of confirmations.filter((row) => row.pack === pack))
    stances[criterionKey(sop, criterion)] = { confirmed: { by, at } };
  for (const { sop, criterion, comment, at } of wrongHere.filter((event) => event.pack === pack)) {
    const key = criterionKey(sop, criterion);
    stances[key] = { ...stances[key], wrong: { comment, at } };
  }
  return stances;
}
