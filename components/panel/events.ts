/** What a rep can do in the side panel. Steps and fields are of the record on the screen. */
import type { GrantRefusal } from '../../lib/approval/verify';
import type { Value } from '../../lib/crm/adapter';
import type { StepMark } from './marks';

export interface PanelEvents {
  /** `title` is the step's, for the word about it. All marks are kept or none. */
  onMark(title: string, marks: readonly StepMark[]): void;
  /** `step` is a question or a decision; null clears its answer. */
  onAnswer(step: string, value: Value): void;
  /** The code to hand to whoever approves, and the rep's name in it, '' where none was given. Rejects with an Error whose message may be shown. */
  onAskApproval(step: { id: string; title: string }, note: string): Promise<{ code: string; by: string }>;
  /** Null where the code grants the approval, else why it does not. Rejects with an Error whose message may be shown. */
  onEnterCode(step: string, code: string): Promise<GrantRefusal | null>;
  /** `field` is the field's own name on the CRM. */
  onShowField(field: string): void;
  onRefreshTab(): void;
  onReloadPanel(): void;
  onOpenOptions(): void;
}
