/** What the side panel can be: one kind per screen. Plain data, so that every screen can be drawn in a test. */
import type { Crm } from '../../lib/crm/adapter';
import type { Due } from '../../lib/guard/due';
import type { Outlook } from '../../lib/guard/outlook';
import type { StepTask } from '../../lib/guard/task';
import type { Pack } from '../../lib/pack/schema';
import type { MissedCheck } from '../../lib/progress/journal';
import type { RecordKey } from '../../lib/progress/record-key';

/** Whose screen this is. `name` is null until the page has told it. */
export interface Heading {
  key: RecordKey;
  name: string | null;
  object: string;
  crm: Crm;
}

/** Where the rules come from, for "Why do I see this?". */
export interface PackName {
  title: string;
  version: string;
  publisher: string;
}

/** What a pack explains: who works by it, its words, and the codes for giving a record up. */
export type Handbook = Pick<Pack, 'roles' | 'glossary' | 'disqualificationCodes'>;

/** An override that is not made good yet. `from` and `to` are stage titles; `openedAt` is in milliseconds since 1970. */
export interface Debt {
  id: string;
  label: string;
  from: string | null;
  to: string | null;
  reasonLabel?: string;
  note?: string;
  openedAt: number;
}

/** Why a stage has no steps to show. */
export type NoSop =
  | { why: 'object-not-in-pack' }
  | { why: 'stage-not-in-pack'; stage: string }
  | { why: 'stage-without-sop'; stage: string; pipeline: string }
  /** There are SOPs, for other roles or other records. */
  | { why: 'not-for-this-rep'; stage: string };

export interface SopModel {
  kind: 'sop';
  heading: Heading;
  outlook: Outlook;
  debts: readonly Debt[];
  missed: MissedCheck | null;
  pack: PackName;
  /** The stage field and what it said, as the CRM shows it. */
  stageSaid: { field: string; value: string };
  /** Where an auto-ticked step takes its tick from, by step id: "Next step". */
  tickedFrom: Readonly<Record<string, string>>;
  /** What steps ask for beside their tick, by step id. */
  tasks: Readonly<Record<string, StepTask>>;
  /** When open steps are due, by step id. */
  dues: Readonly<Record<string, Due>>;
  handbook: Handbook;
}

export type PanelModel =
  | { kind: 'loading' }
  | { kind: 'not-a-crm' }
  | { kind: 'stale-tab' }
  | { kind: 'no-pack' }
  | { kind: 'error'; message: string }
  /** A CRM page without a record. `object` is set on a list or board. */
  | { kind: 'no-record'; crm: Crm; object: string | null; why: 'list' | 'new' | 'classic' | 'setup' | 'other-page' }
  | { kind: 'unreadable'; heading: Heading; missed: MissedCheck | null; tried: readonly string[] }
  | { kind: 'no-sop'; heading: Heading; missed: MissedCheck | null; pack: PackName; reason: NoSop }
  | SopModel;
