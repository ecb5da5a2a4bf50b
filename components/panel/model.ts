/** What the side panel can be: one kind per screen. Plain data, so that every screen can be drawn in a test. */
import type { Crm } from '../../lib/crm/adapter';
import type { Due } from '../../lib/guard/due';
import type { CriterionView, Outlook, StepView } from '../../lib/guard/outlook';
import type { StepTask } from '../../lib/guard/task';
import type { Pack } from '../../lib/pack/schema';
import type { UpdateKind } from '../../lib/pack/update/compare-for-stage';
import type { Stale } from '../../lib/pack/update/stale';
import type { Layer } from '../../lib/pack/layers';
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
  /** Whose rules they are. */
  layer: Layer;
  /** The other packs in use, which do not speak for this record. */
  others: readonly { title: string; layer: Layer }[];
  /** The version that counted before in the record's stage, and when the one that counts took its place. Milliseconds since 1970. */
  since?: { from: string; at: number };
}

/** What a pack explains: who works by it, its words, and the codes for giving a record up. */
export type Handbook = Pick<Pack, 'roles' | 'glossary' | 'disqualificationCodes'>;

/** What the rep has said of a criterion. Times in milliseconds since 1970. */
export interface Stance {
  /** The rep stands for it where it cannot be seen; `by` is the rep's name, '' where none was given. */
  confirmed?: { by: string; at: number };
  /** The rep said that it does not fit this record. */
  wrong?: { comment: string; at: number };
}

/** By `criterionKey`. */
export type Stances = Readonly<Record<string, Stance>>;

/** An override that is not made good yet. `from` and `to` are stage titles; times are in milliseconds since 1970. */
export interface Debt {
  id: string;
  label: string;
  from: string | null;
  to: string | null;
  reasonLabel?: string;
  note?: string;
  openedAt: number;
  /** When the exception ends. */
  until?: number;
  /** How its criterion stands now; null where the pack in use does not have it. */
  now: CriterionView | null;
}

/** What drawing a step needs to know beside the step. */
export interface StepContext {
  /** Where an auto-ticked step takes its tick from, by step id: "Next step". */
  tickedFrom: Readonly<Record<string, string>>;
  /** What steps ask for beside their tick, by step id. */
  tasks: Readonly<Record<string, StepTask>>;
  /** When open steps are due, by step id. */
  dues: Readonly<Record<string, Due>>;
  handbook: Handbook;
  /** What else is on the screen; null where no SOP is. */
  outlook: Outlook | null;
}

/** A criterion that counted for a move which was not checked, as it stands now. */
export interface AskedLate {
  sop: string;
  view: CriterionView;
  /** Neither met nor confirmed. */
  open: boolean;
  /** The steps that it asks for and that are not on the screen otherwise: they can be ticked late. */
  steps: readonly StepView[];
}

/** A stage change that no checked save explains, and what it skipped. */
export interface CatchUp {
  /** Names the moves it stands for. */
  id: string;
  /** Titles; the CRM's own value where the pack does not know the stage. */
  from: string;
  to: string;
  /** When it was noticed, in milliseconds since 1970. */
  at: number;
  /** It was a save of this browser that went through unchecked. */
  missed: MissedCheck | null;
  asked: readonly AskedLate[];
  /** The reasons to choose from. */
  codes: readonly { id: string; label: string }[];
  context: StepContext;
}

/** A reason for something that was skipped. `until`: the end of the exception, in milliseconds since 1970. */
export interface Reason {
  code?: string;
  note: string;
  until?: number;
}

/** The stages of one pipeline, for a rep who has to say which it is. `value` is the CRM's own; `crmPipeline` its name for the pipeline. */
export interface StageChoice {
  id: string;
  title: string;
  crmPipeline?: string;
  stages: readonly { value: string; title: string }[];
}

/** A stage that the rep chose. */
export interface ChosenStage {
  value: string;
  title: string;
  crmPipeline?: string;
}

/** Another version of the pack that waits: taking it asks for more, or judges the record by other rules, in the stage that it is in. */
export interface Update {
  /** The versions that count and wait. */
  from: string;
  to: string;
  /** The title of the stage. */
  stage: string;
  kind: Exclude<UpdateKind, 'safe'>;
  /** The rep stays with the one before until the next stage. */
  putOff: boolean;
  /** What would be different, in sentences. */
  changes: readonly string[];
  /** The titles of the steps whose marks would not count any more. */
  again: readonly string[];
  stale: Stale;
}

/** What the screens of a record tell whatever its stage is. */
export interface RecordModel {
  heading: Heading;
  /** Never together with `catchUp`: one card for one move. */
  missed: MissedCheck | null;
  catchUp: CatchUp | null;
  debts: readonly Debt[];
  stances: Stances;
  update: Update | null;
}

/** The stage is the one that the rep chose by hand. */
export interface ByHand {
  /** The pipeline's id in the pack, and the CRM's value of the stage. */
  pipeline: string;
  value: string;
  choices: readonly StageChoice[];
}

/** Why a stage has no steps to show. */
export type NoSop =
  | { why: 'object-not-in-pack' }
  | { why: 'stage-not-in-pack'; stage: string }
  | { why: 'stage-without-sop'; stage: string; pipeline: string }
  /** There are SOPs, for other roles or other records. */
  | { why: 'not-for-this-rep'; stage: string };

export interface SopModel extends RecordModel, StepContext {
  kind: 'sop';
  outlook: Outlook;
  pack: PackName;
  /** The stage field and what it said, as the CRM shows it. */
  stageSaid: { field: string; value: string };
  byHand: ByHand | null;
}

export type PanelModel =
  | { kind: 'loading' }
  | { kind: 'not-a-crm' }
  | { kind: 'stale-tab' }
  | { kind: 'no-pack' }
  | { kind: 'error'; message: string }
  /** A CRM page without a record. `object` is set on a list or board. */
  | { kind: 'no-record'; crm: Crm; object: string | null; why: 'list' | 'new' | 'classic' | 'setup' | 'other-page' }
  | (RecordModel & { kind: 'unreadable'; tried: readonly string[]; choices: readonly StageChoice[] })
  | (RecordModel & { kind: 'no-sop'; pack: PackName; reason: NoSop; byHand: ByHand | null })
  | SopModel;
