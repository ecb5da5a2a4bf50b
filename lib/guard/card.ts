/** The guard's card: what a held save has to say to the rep, ready to be drawn. Pure; composed in the worker, so that the page draws and no more. */
import type { RecordRef, WireMove } from '../crm/adapter';
import type { KnownValue } from '../criteria/facts';
import type { Severity } from '../pack/schema';
import type { Gap, Verdict } from './judge';

/** Names one gap of a held save. `move` is the place of its record in the save. */
export interface GapRef {
  move: number;
  sop: string;
  criterion: string;
}

export interface CardGap extends GapRef {
  severity: Severity;
  result: Gap['result'];
  /** The result in words. */
  state: string;
  label: string;
  /** The severity in a word, where it needs one. */
  tag: string | null;
  /** What would have to hold with what is known, and why it matters. */
  lines: string[];
  fix: { field: string; label: string } | { step: string } | { url: string } | null;
}

/** One record of the save that has something open. */
export interface CardRecord {
  move: number;
  record: RecordRef;
  /** Its name, or what it is where the name is not known. */
  name: string;
  /** "Prospecting → Discovery". */
  path: string;
  /** The stage it comes from cannot be seen: it is not let go silently, even where no gap is known. */
  fromUnknown: boolean;
  gaps: CardGap[];
}

export interface Card {
  title: string;
  lead: string;
  notices: string[];
  /** The records with something open, in the order of the save. */
  records: CardRecord[];
  /** How many records of the save have nothing open. */
  ready: number;
  /** True where those may go on while the others stay. */
  splits: boolean;
  /** The reasons to choose from. */
  codes: { id: string; label: string }[];
}

/** What a card is made of, besides the verdicts. */
export interface Occasion {
  moves: readonly WireMove[];
  names: readonly (string | null)[];
  splits: boolean;
  matching?: number;
}

const SOURCES: Record<KnownValue['source'], string> = {
  wire: 'read from the CRM',
  page: 'read on this page',
  rep: 'confirmed by you',
  save: 'part of this save',
};
const STATES: Record<Gap['result'], string> = { unmet: 'Not met', unknown: 'Cannot be seen here' };
const TAGS: Record<Severity, string | null> = { block: 'Must be met', reason: null, warn: 'Advised', tip: 'Tip' };
const ORDER: readonly Severity[] = ['block', 'reason', 'warn', 'tip'];

/** Null where every move may go without a word. `verdicts` are in the order of the moves. */
export function cardOf(verdicts: readonly Verdict[], { moves, names, splits, matching }: Occasion): Card | null {
  if (verdicts.every(({ kind }) => kind === 'allow')) return null;
  const records = verdicts.flatMap((verdict, move): CardRecord[] => {
    const wireMove = moves[move];
    if (!wireMove || (verdict.gaps.length === 0 && !verdict.fromUnknown)) return [];
    return [
      {
        move,
        record: wireMove.record,
        name: names[move] ?? (moves.length > 1 ? `Record ${move + 1}` : ''),
        path: `${verdict.from ?? 'Stage not visible'} → ${verdict.to ?? 'another stage'}`,
        fromUnknown: verdict.fromUnknown,
        gaps: worstFirst(verdict.gaps).map((gap) => gapOf(gap, move)),
      },
    ];
  });
  const codes = new Map(verdicts.flatMap(({ gaps }) => gaps.flatMap(({ reasonCodes }) => reasonCodes)).map((code) => [code.id, code]));
  const ready = verdicts.filter(({ kind }) => kind === 'allow').length;
  return {
    title: titleOf(verdicts),
    lead: 'Nothing has been saved yet.',
    notices: noticesOf(verdicts, moves, matching),
    records,
    ready,
    splits: splits && ready > 0,
    codes: [...codes.values()],
  };
}

/** Tips are shown, but nothing waits for them. */
function titleOf(verdicts: readonly Verdict[]): string {
  const waiting = verdicts.filter(({ kind }) => kind !== 'allow');
  const to = waiting[0]?.to;
  const where = to ? `before ${to}` : 'before this move';
  const { length } = waiting.flatMap(({ gaps }) => gaps).filter(({ severity }) => severity !== 'tip');
  if (verdicts.length > 1) return `${waiting.length} of ${verdicts.length} records have something open ${where}`;
  if (length === 0) return 'Its stage cannot be seen here';
  return length === 1 ? `One thing is open ${where}` : `${length} things are open ${where}`;
}

function noticesOf(verdicts: readonly Verdict[], moves: readonly WireMove[], matching: number | undefined): string[] {
  const notices: string[] = [];
  const all = moves.find(({ record }) => record.id === '*');
  if (all)
    notices.push(
      `This save goes to all ${matching === undefined ? '' : `${matching} `}matching ${manyOf(all.record)}. Only what the save itself says could be checked.`,
    );
  else if (verdicts.some(({ fromUnknown }) => fromUnknown))
    notices.push('The stage it comes from cannot be seen here: only what the new stage asks for was checked.');
  return notices;
}

/** "deals": where an object goes by an English word. */
function manyOf({ object }: RecordRef): string {
  return /^[a-z]+$/.test(object) ? `${object.replace(/y$/, 'ie')}s` : 'records';
}

function worstFirst(gaps: readonly Gap[]): Gap[] {
  return gaps.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

function gapOf(gap: Gap, move: number): CardGap {
  const { sop, criterion, severity, result, label, why } = gap;
  const from = provenance(gap);
  const sentence = capital(gap.sentence);
  return {
    move,
    sop,
    criterion,
    severity,
    result,
    state: STATES[result],
    label,
    tag: TAGS[severity],
    lines: [from ? `${sentence} · ${from}` : sentence, ...(why ? [why] : [])],
    fix: fixOf(gap),
  };
}

function fixOf({ fix }: Gap): CardGap['fix'] {
  if (!fix) return null;
  if ('step' in fix) return { step: fix.title };
  if ('url' in fix) return fix;
  return fix.crmField === undefined ? null : { field: fix.crmField, label: fix.label };
}

function provenance({ trace }: Gap): string | null {
  const newest = trace.flatMap(({ known }) => known ?? []).sort((a, b) => b.at - a.at)[0];
  if (!newest) return null;
  const time = new Date(newest.at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return `${SOURCES[newest.source]}, ${time}`;
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
