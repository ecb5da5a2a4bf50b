/** Held saves: their verdicts, and the rep's decision on them, in the journal before anything is released. */
import type { WireMove } from '../crm/adapter';
import { cardOf, type GapRef } from '../guard/card';
import { judge, type Verdict } from '../guard/judge';
import { stepStates } from '../guard/outlook';
import { NO_PROGRESS } from '../guard/progress';
import { conditionsFor } from '../guard/route';
import type { Decision, Held, Judgement } from '../messages/protocol';
import { criterionKey } from '../pack/criterion-key';
import { recordKey, type HandrailDb } from '../progress/db';
import { recordOverride, type Override } from '../progress/debts';
import { append } from '../progress/journal';
import type { JournalDraft } from '../progress/journal-event';
import { progressOf } from '../progress/checklists';
import { factsOf, moveOf, type Moment } from './case';
import { activeIndex } from './pack';

const NOTHING: Verdict = { kind: 'allow', gaps: [], from: null, to: null, fromUnknown: false };

/** What to show the rep of a held save, if anything. Without a pack everything may go. */
export async function judgeHeld(db: HandrailDb, held: Held, moment: Moment | Promise<Moment>): Promise<Judgement> {
  const verdicts = await verdictsOn(db, held, moment);
  return { card: cardOf(verdicts, held), unseen: verdicts.flatMap((verdict, at) => (asksForUnseen(verdict, held.moves[at]) ? [at] : [])) };
}

function asksForUnseen({ gaps, fromUnknown }: Verdict, move: WireMove | undefined): boolean {
  if (!move || !namesRecord(move)) return false;
  const unseen = gaps.filter(({ result }) => result === 'unknown').flatMap(({ trace }) => trace);
  return fromUnknown || unseen.some(({ leaf, known }) => 'field' in leaf && !known);
}

/** False for a record that does not exist yet, and for "all that match". */
function namesRecord({ record }: WireMove): boolean {
  return record.id !== '' && record.id !== '*';
}

/** One verdict per move, in order. `confirmed`: what the rep stands for in this very decision. */
async function verdictsOn(
  db: HandrailDb,
  held: Held,
  moment: Moment | Promise<Moment>,
  confirmed: readonly GapRef[] = [],
): Promise<Verdict[]> {
  const keys = held.moves.map((move) => recordKey(move.record));
  const reading = Promise.all(keys.map((key) => progressOf(db, key)));
  const [index, progress, now] = await Promise.all([activeIndex(db), reading, moment]);
  if (!index) return held.moves.map(() => NOTHING);
  return held.moves.map((wireMove, at) => {
    const move = moveOf(index, wireMove, held.readings, progress[at]?.seen?.stage);
    const known = progress[at]?.under(index.pack.id) ?? NO_PROGRESS;
    const facts = factsOf(index, wireMove.record, held.readings, now, known, wireMove.values);
    const steps = stepStates(index, facts, known.ticks, conditionsFor(move, index));
    const stoodFor = new Set(confirmed.filter((gap) => gap.move === at).map(({ sop, criterion }) => criterionKey(sop, criterion)));
    return judge(move, index, { ...facts, steps }, stoodFor);
  });
}

type Judged = Verdict & { kind: Exclude<Verdict['kind'], 'allow'> };

function journalled(
  held: Held,
  verdicts: readonly Verdict[],
  pack: string,
): { move: WireMove; verdict: Judged; events: { held: JournalDraft; back: JournalDraft } }[] {
  return held.moves.flatMap((move, at) => {
    const verdict = verdicts[at];
    if (!verdict || verdict.kind === 'allow') return [];
    const about = { record: recordKey(move.record), pack, from: verdict.from, to: verdict.to };
    const gaps = verdict.gaps.map(({ sop, criterion, severity, result }) => ({ sop, criterion, severity, result }));
    const events = {
      held: { type: 'move-held', ...about, verdict: verdict.kind, gaps } satisfies JournalDraft,
      back: { type: 'move-back', ...about } satisfies JournalDraft,
    };
    return [{ move, verdict: { ...verdict, kind: verdict.kind }, events }];
  });
}

function allowed(verdicts: readonly Verdict[], decision: Decision & { kind: 'on' }): boolean {
  if (verdicts.some((verdict) => verdict.kind === 'block')) return false;
  if (!verdicts.some((verdict) => verdict.kind === 'ask-reason')) return true;
  // The rep picked from one list for the whole save: that of every gap that was shown.
  const codes = new Set(verdicts.flatMap((verdict) => verdict.gaps).flatMap((gap) => gap.reasonCodes.map((code) => code.id)));
  return Boolean(decision.note?.trim()) && (codes.size === 0 || codes.has(decision.reasonCode ?? ''));
}

/**
 * Writes a decision down. Judged afresh, so that what the rep settled meanwhile leaves no debt, and what the pack forbids is not done.
 * Sent twice, it is written once. Resolves when it is on the disk: only then may the save be released.
 */
export async function decideHeld(db: HandrailDb, held: Held, decision: Decision, moment: Moment): Promise<{ refuse: number[] }> {
  const all = held.moves.map((_, at) => at);
  const index = await activeIndex(db);
  if (!index) return { refuse: decision.kind === 'back' ? all : [] };
  const verdicts = await verdictsOn(db, held, moment, decision.kind === 'back' ? [] : decision.confirmed);
  const go = decision.kind === 'on' && allowed(verdicts, decision);
  const lines = journalled(held, verdicts, index.pack.id);
  let count = 0;
  const stamp = { now: moment.now, id: () => `${held.id}.${++count}` };
  await db.transaction('rw', db.debts, db.journal, async () => {
    if (await db.journal.where('id').equals(`${held.id}.1`).first()) return;
    await append(db, go ? lines.map((line) => line.events.held) : lines.flatMap((line) => [line.events.held, line.events.back]), stamp);
    if (!go) return;
    const { reasonCode, note } = decision;
    const reasonLabel = index.pack.reasonCodes.find((code) => code.id === reasonCode)?.label;
    const overrides = lines.map(({ move, verdict: { from, to, gaps } }): Override => ({
      record: recordKey(move.record),
      pack: index.pack.id,
      from,
      to,
      gaps,
      ...(reasonCode !== undefined && { reasonCode, reasonLabel }),
      ...(note !== undefined && { note }),
    }));
    await recordOverride(db, overrides, stamp);
  });
  return { refuse: go ? [] : all };
}

/** Journals a check that could not be made: the save went through. */
export async function noteMissed(
  db: HandrailDb,
  moves: readonly WireMove[],
  why: string,
  stamp: { now: number; id: () => string },
): Promise<void> {
  await append(
    db,
    moves.map((move) => ({ type: 'check-missed', record: recordKey(move.record), why })),
    stamp,
  );
}
