/** What a rep can do in the side panel. Steps, criteria and fields are of the record on the screen. */
import type { GrantRefusal } from '../../lib/approval/verify';
import type { Value } from '../../lib/crm/adapter';
import type { StepMark } from './marks';
import type { CatchUp, ChosenStage, Debt, Reason, Update } from './model';

/** Names a criterion of the pack in use; `label` is for the word about it. */
export interface CriterionName {
  sop: string;
  criterion: string;
  label: string;
}

export interface PanelEvents {
  /** `title` is the step's, for the word about it. All marks are kept or none. */
  onMark(title: string, marks: readonly StepMark[]): void;
  /** `step` is a question or a decision; null clears its answer. */
  onAnswer(step: string, value: Value): void;
  /** The rep stands for a criterion that cannot be seen, or does so no more. */
  onConfirm(criterion: CriterionName, stands: boolean): void;
  /** The rep says that a criterion does not fit this record. */
  onWrongHere(criterion: CriterionName, comment: string): void;
  /** A debt is let go of; `note` says why. */
  onWaive(debt: Debt, note: string): void;
  /** A reason for what a move has skipped: it stays open as debt. */
  onReason(catchUp: CatchUp, reason: Reason): void;
  onDismiss(catchUp: CatchUp): void;
  /** The record goes on to the version that waits. */
  onTakeUpdate(update: Update): void;
  /** It stays with the one before until its next stage. */
  onPutOffUpdate(update: Update): void;
  /** The stage of a record whose page does not tell it; null forgets what was chosen. */
  onPlace(stage: ChosenStage | null): void;
  /** The code to hand to whoever approves, and the rep's name in it, '' where none was given. Rejects with an Error whose message may be shown. */
  onAskApproval(step: { id: string; title: string }, note: string): Promise<{ code: string; by: string }>;
  /** Null where the code grants the approval, else why it does not. Rejects with an Error whose message may be shown. */
  onEnterCode(step: string, code: string): Promise<GrantRefusal | null>;
  /** `field` is the field's own name on the CRM. */
  onShowField(field: string): void;
  /** The rep looks at how well the page is read, or does so no more. */
  onHealth(looks: boolean): void;
  onRefreshTab(): void;
  onReloadPanel(): void;
  onOpenOptions(): void;
}
