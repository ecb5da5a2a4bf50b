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
  /** Its name, or what it is where the name is not known; '' where it is the only one and has none. */
  name: string;
  /** "Prospecting → Discovery". */
  path: string;
  /** The stage it comes from cannot be seen: it is not let go silently, even where no gap is known. */
  fromUnknown: boolean;
  /** The worst first. */
  gaps: CardGap[];
}

export interface Card {
  /** What the save is of: the record's name and path, or how many records. */
  about: string;
  /** The headline, by how much is still open: gaps of the one record, or records of several. The number takes the place of `#` in `many`. */
  title: { none: string; one: string; many: string };
  notices: string[];
  /** The records with something open, in the order of the save. */
  records: CardRecord[];
  /** How many records of the save have nothing open. */
  ready: number;
  /** True where some records of the save may go on while the others stay. */
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

/** The id of a record that stands for "all that match". */
const MATCHING = '*';

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
export function cardOf(verdicts: readonly Verdict[], occasion: Occasion): Card | null {
  const records = verdicts.flatMap((verdict, move) => (verdict.kind === 'allow' ? [] : recordOf(verdict, move, occasion)));
  const [first] = records;
  if (!first) return null;
  const codes = new Map(verdicts.flatMap(({ gaps }) => gaps.flatMap(({ reasonCodes }) => reasonCodes)).map((code) => [code.id, code]));
  const count = verdicts.length;
  return {
    about: count > 1 ? `${count} records in one save` : [first.name, first.path].filter(Boolean).join(' · '),
    title: titleOf(verdicts),
    notices: noticesOf(verdicts, occasion),
    records,
    ready: count - records.length,
    splits: occasion.splits,
    codes: [...codes.values()],
  };
}

function recordOf(verdict: Verdict, move: number, { moves, names }: Occasion): CardRecord[] {
  const record = moves[move]?.record;
  if (!record) return [];
  return [
    {
      move,
      record,
      name: names[move] ?? standIn(record, move, moves.length),
      path: `${verdict.from ?? 'Stage not visible'} → ${verdict.to ?? 'another stage'}`,
      fromUnknown: verdict.fromUnknown,
      gaps: worstFirst(verdict.gaps).map((gap) => gapOf(gap, move)),
    },
  ];
}

/** What a record is called whose name is not known. */
function standIn(record: RecordRef, move: number, count: number): string {
  const { id } = record;
  if (id === MATCHING) return `All matching ${manyOf(record)}`;
  if (id === '') return 'New record';
  return count > 1 ? `Record ${move + 1}` : '';
}

/** Tips are shown, but nothing waits for them. */
function titleOf(verdicts: readonly Verdict[]): Card['title'] {
  const waiting = verdicts.filter(({ kind }) => kind !== 'allow');
  const places = new Set(waiting.map(({ to }) => to));
  const [to] = places;
  const where = to && places.size === 1 ? `before ${to}` : 'before this move';
  const count = verdicts.length;
  if (count > 1)
    return {
      none: `Nothing is left open in these ${count} records`,
      one: `1 of ${count} records has something open ${where}`,
      many: `# of ${count} records have something open ${where}`,
    };
  return {
    none: waiting[0]?.fromUnknown ? 'Its stage cannot be seen here' : `Nothing is left open ${where}`,
    one: `One thing is open ${where}`,
    many: `# things are open ${where}`,
  };
}

function noticesOf(verdicts: readonly Verdict[], { moves, splits, matching }: Occasion): string[] {
  const notices: string[] = [];
  const all = moves.find(({ record }) => record.id === MATCHING);
  if (all)
    notices.push(
      `This save goes to all ${matching === undefined ? '' : `${matching} `}matching ${manyOf(all.record)}. Only what the save itself says could be checked.`,
    );
  else if (verdicts.some(({ fromUnknown }) => fromUnknown))
    notices.push(
      verdicts.length > 1
        ? 'The stage that some of them come from cannot be seen here: for those, only what the new stage asks for was checked.'
        : 'The stage it comes from cannot be seen here: only what the new stage asks for was checked.',
    );
  if (verdicts.length > 1 && !splits) notices.push('They are saved together: all of them or none.');
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
