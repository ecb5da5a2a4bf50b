/** What the judge says of a move. Pure. DESIGN §4. */
import type { Facts, Trace } from '../criteria/evaluate';
import type { RecordRef } from '../crm/adapter';
import type { Severity } from '../pack/schema';
import type { PackIndex } from '../pack/load';

/** An attempted stage change of one record. `from` is the CRM's own stage value; null: a new record; undefined: it could not be seen. */
export interface Move {
  record: RecordRef;
  /** The CRM's stage field that is written, `StageName`. */
  field: string;
  from: string | null | undefined;
  to: string;
  /** The CRM's own pipeline value, where it is known. */
  pipeline?: string;
}

export type VerdictKind = 'allow' | 'warn' | 'ask-reason' | 'block';

/** One criterion that the move would skip. Serialisable: it travels to the overlay. */
export interface Gap {
  sop: string;
  sopTitle: string;
  criterion: string;
  label: string;
  severity: Severity;
  result: 'unmet' | 'unknown';
  /** What would have to hold, in one sentence with what is known: "Budget is filled (it is empty)". */
  sentence: string;
  why?: string;
  /** `crmField` is the field's own name on this CRM, for "take me there". */
  fix?: { field: string; crmField?: string; label: string } | { step: string; title: string } | { url: string };
  reasonCodes: { id: string; label: string }[];
  trace: Trace[];
}

export interface Verdict {
  kind: VerdictKind;
  gaps: Gap[];
  /** Titles for the screen: from and to stage; null where unknown or not in the pack. */
  from: string | null;
  to: string | null;
  /** True when the stage that the record comes from could not be seen; the verdict then counts only what is sure. */
  fromUnknown: boolean;
}

export declare function judge(move: Move, pack: PackIndex, facts: Facts): Verdict;
