/** A held save, move by move, with all that is known of each record. */
import type { Reading, RecordRef, WireMove } from '../crm/adapter';
import type { Verdict } from '../guard/judge';
import { judgeWith } from '../guard/judge-with';
import type { Move } from '../guard/move';
import type { Held } from '../messages/protocol';
import { append } from '../pack/append';
import { progressOfEach } from '../progress/checklists';
import { recordKey, type HandrailDb, type RecordKey } from '../progress/db';
import type { SeenRow } from '../progress/rows';
import { presumedStage, type StageSighting } from '../progress/seen';
import { factsOf, moveOf, stageBefore, type Moment } from './case';
import type { Known } from './catch-up';
import { flightOf, versionsFor } from './flight';
import { packsInUse } from './pack';

export interface HeldCase {
  /** Its place in the save. */
  at: number;
  key: RecordKey;
  move: Move;
  known: Known;
  /** The stage before the save as it was read, and as it was last seen. */
  told: StageSighting | undefined;
  seen: SeenRow | undefined;
}

/** Null without a pack. Everything is read in one go: a held save waits for it. */
export async function casesOf(
  db: HandrailDb,
  held: Held,
  moment: Moment | Promise<Moment>,
): Promise<{ now: number; cases: HeldCase[] } | null> {
  const keys = held.moves.map((move) => recordKey(move.record));
  const [packs, progressOf, rep] = await Promise.all([packsInUse(db), progressOfEach(db, keys), moment]);
  const [first] = packs.all;
  if (!first) return null;
  const readingsOf = byRecord(held.readings);
  const caseOf = async (wireMove: WireMove, at: number): Promise<HeldCase> => {
    const { record, values } = wireMove;
    const key = recordKey(record);
    const { seen, placed, under } = progressOf(key);
    const { index: inUse } = packs.of(record) ?? first;
    const readings = readingsOf(record);
    const progress = under(inUse.pack.id);
    const versions = await versionsFor(db, inUse, progress.begun);
    const { index } = flightOf(inUse, versions, { record, readings, placed, did: progress });
    const stage = stageBefore(wireMove, readings);
    return {
      at,
      key,
      move: moveOf(index, wireMove, readings, presumedStage(seen, placed)),
      known: { index, record, readings, progress, facts: factsOf(index, record, readings, rep, progress, values) },
      told: stage && { record: key, ...stage },
      seen,
    };
  };
  return { now: rep.now, cases: await Promise.all(held.moves.map(caseOf)) };
}

/** @param standsFor what the rep stands for in this very decision, besides what is kept. */
export function judged({ move, known }: HeldCase, standsFor?: ReadonlySet<string>): Verdict {
  return judgeWith(known.index, move, known.facts, known.progress, standsFor);
}

/** A save of hundreds of records comes with thousands of readings: each is looked at once. */
function byRecord(readings: readonly Reading[]): (record: RecordRef) => readonly Reading[] {
  const byId = new Map<string, Reading[]>();
  for (const reading of readings) append(byId, reading.record.id, reading);
  return ({ id }) => byId.get(id) ?? [];
}
