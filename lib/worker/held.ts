/** Held saves: what there is to ask the rep, and those that nobody could check. */
import type { WireMove } from '../crm/adapter';
import { cardOf } from '../guard/card';
import type { Verdict } from '../guard/judge';
import type { Held, Judgement } from '../messages/protocol';
import { recordKey, type HandrailDb } from '../progress/db';
import { append, type Stamp } from '../progress/journal';
import { isSaved } from '../progress/record-key';
import type { Moment } from './case';
import { casesOf, judged, type HeldCase } from './held-case';
import { releaseStages } from './release';

/**
 * What to show the rep of a held save, if anything. Without a pack everything may go.
 * @param later gets what is to be written of a save that goes without a word, to be done once the answer is out.
 * @param asks false where the organisation has switched the guard off: then everything goes without a word
 */
export async function judgeHeld(
  db: HandrailDb,
  held: Held,
  moment: Moment | Promise<Moment>,
  later: (write: () => Promise<void>) => void,
  { asks = true }: { asks?: boolean } = {},
): Promise<Judgement> {
  const found = await casesOf(db, held, moment);
  if (!found) return { card: null, unseen: [] };
  const { cases, now } = found;
  const verdicts = cases.map((one) => judged(one));
  const card = asks ? cardOf(verdicts, held) : null;
  if (!card) later(() => releaseStages(db, cases, stampOf(held, now)));
  // Nothing has to be read where nothing is asked.
  return { card, unseen: cases.filter((one) => asks && asksForUnseen(one, verdicts[one.at])).map(({ at }) => at) };
}

/** What is written of a held save carries the hold's own name, so that it is not written twice. */
export function stampOf(held: Held, now: number): Stamp {
  let count = 0;
  return { now, id: () => `${held.id}.${++count}` };
}

function asksForUnseen({ key }: HeldCase, verdict: Verdict | undefined): boolean {
  if (!verdict || !isSaved(key)) return false;
  const unseen = verdict.gaps.filter(({ result }) => result === 'unknown').flatMap(({ trace }) => trace);
  return verdict.fromUnknown || unseen.some(({ leaf, known }) => 'field' in leaf && !known);
}

/** Journals a check that could not be made: the save went through. */
export async function noteMissed(db: HandrailDb, moves: readonly WireMove[], why: string, stamp: Stamp): Promise<void> {
  await append(
    db,
    moves.map((move) => ({ type: 'check-missed', record: recordKey(move.record), why })),
    stamp,
  );
}
