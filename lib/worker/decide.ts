/** The rep's decision on a held save: on the disk before anything is released. */
import type { GapRef } from '../guard/card';
import type { Verdict } from '../guard/judge';
import type { Decision, Held } from '../messages/protocol';
import { criterionKey } from '../pack/criterion-key';
import { confirm } from '../progress/confirmations';
import type { HandrailDb } from '../progress/db';
import type { DebtRow } from '../progress/rows';
import { recordOverride } from '../progress/debts';
import { append } from '../progress/journal';
import type { JournalDraft } from '../progress/journal-event';
import type { Moment } from './case';
import { stampOf } from './held';
import { casesOf, judged, type HeldCase } from './held-case';
import { releaseStages } from './release';

/** One move of a held save, as the rep was shown it and as it is with what the rep confirmed. */
interface Line extends HeldCase {
  shown: Verdict;
  verdict: Verdict;
  /** The gaps that the rep stands for. */
  confirmed: Omit<GapRef, 'move'>[];
}

/**
 * Writes a decision down. Judged afresh, so that what the rep settled meanwhile leaves no debt, and what the pack forbids is not done.
 * Sent twice, it is written once. Resolves when it is on the disk: only then may the save be released.
 */
export async function decideHeld(db: HandrailDb, held: Held, decision: Decision, moment: Moment): Promise<{ refuse: number[] }> {
  const found = await casesOf(db, held, moment);
  if (!found) return { refuse: decision.kind === 'back' ? held.moves.map((_, at) => at) : [] };
  const lines = found.cases.map((one) => lineOf(one, decision));
  const refuse = staying(lines, decision, held);
  const stays = ({ at }: Line): boolean => refuse.includes(at);
  const asked = lines.filter(({ shown }) => shown.kind !== 'allow');
  const about = ({ key, shown, known }: Line) => ({ record: key, pack: known.index.pack.id, from: shown.from, to: shown.to });
  const confirmed = lines.flatMap((line) =>
    line.confirmed.map((ref) => ({ record: line.key, pack: line.known.index.pack.id, ...ref, by: moment.name ?? '' })),
  );
  const stamp = stampOf(held, moment.now);
  await db.transaction('rw', [db.journal, db.confirmations, db.debts, db.seen, db.placed, db.elsewhere], async () => {
    if (await db.journal.where('id').equals(`${held.id}.1`).first()) return;
    await append(
      db,
      asked.flatMap((line) => heldEvent(line, about(line))),
      stamp,
    );
    await confirm(db, confirmed, stamp);
    await append(
      db,
      asked.filter(stays).map((line) => ({ type: 'move-back', ...about(line) })),
      stamp,
    );
    const overrides = asked
      .filter((line) => !stays(line))
      .map((line) => ({ ...about(line), ...reasonOf(decision, [line, ...lines], moment.now), gaps: line.verdict.gaps }));
    await recordOverride(db, overrides, stamp);
    await releaseStages(
      db,
      lines.filter((line) => !stays(line)),
      stamp,
    );
  });
  return { refuse };
}

function lineOf(one: HeldCase, decision: Decision): Line {
  const shown = judged(one);
  const refs = decision.kind === 'back' ? [] : (decision.confirmed ?? []).filter(({ move }) => move === one.at);
  const confirmed = shown.gaps
    .filter(({ result, sop, criterion }) => result === 'unknown' && refs.some((ref) => ref.sop === sop && ref.criterion === criterion))
    .map(({ sop, criterion }) => ({ sop, criterion }));
  const keys = new Set(confirmed.map(({ sop, criterion }) => criterionKey(sop, criterion)));
  return { ...one, shown, confirmed, verdict: keys.size === 0 ? shown : judged(one, keys) };
}

/** The places of the moves that stay. */
function staying(lines: readonly Line[], decision: Decision, { splits }: Held): number[] {
  const all = lines.map(({ at }) => at);
  switch (decision.kind) {
    case 'back':
      return all;
    case 'on':
      return isAllowed(lines, decision) ? [] : all;
    case 'some': {
      const open = lines.filter(({ verdict }) => verdict.kind !== 'allow').map(({ at }) => at);
      return splits || open.length === 0 ? open : all;
    }
  }
}

function isAllowed(lines: readonly Line[], { note, reasonCode }: Decision & { kind: 'on' }): boolean {
  if (lines.some(({ verdict }) => verdict.kind === 'block')) return false;
  if (!lines.some(({ verdict }) => verdict.kind === 'ask-reason')) return true;
  // The rep picked from one list for the whole save: that of every gap that was shown.
  const codes = new Set(lines.flatMap(({ shown }) => shown.gaps).flatMap((gap) => gap.reasonCodes.map((code) => code.id)));
  return Boolean(note?.trim()) && (codes.size === 0 || codes.has(reasonCode ?? ''));
}

/**
 * One reason serves all records of a save: it is called what the first of the lines calls it whose pack has it. An end that has passed already
 * would close the debt unseen, and is left out.
 */
function reasonOf(decision: Decision, lines: readonly Line[], now: number): Pick<DebtRow, 'reasonCode' | 'reasonLabel' | 'note' | 'until'> {
  if (decision.kind !== 'on') return {};
  const { reasonCode, note, until } = decision;
  return {
    ...(reasonCode !== undefined && { reasonCode, reasonLabel: labelOf(reasonCode, lines) }),
    ...(note !== undefined && { note }),
    ...(until !== undefined && until > now && { until }),
  };
}

function labelOf(reasonCode: string, lines: readonly Line[]): string | undefined {
  return lines.map(({ known }) => known.index.reasonCodeById.get(reasonCode)?.label).find((label) => label !== undefined);
}

function heldEvent({ shown }: Line, about: { record: string; pack: string; from: string | null; to: string | null }): JournalDraft[] {
  if (shown.kind === 'allow') return [];
  const gaps = shown.gaps.map(({ sop, criterion, severity, result }) => ({ sop, criterion, severity, result }));
  return [{ type: 'move-held', ...about, verdict: shown.kind, gaps }];
}
