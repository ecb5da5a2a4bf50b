/** What a rep can do in the side panel. Steps and fields are of the record on the screen. */
import type { Value } from '../../lib/crm/adapter';
import type { StepMark } from './marks';

export interface PanelEvents {
  /** `title` is the step's, for the word about it. All marks are kept or none. */
  onMark(title: string, marks: readonly StepMark[]): void;
  /** `step` is a question or a decision; null clears its answer. */
  onAnswer(step: string, value: Value): void;
  /** `field` is the field's own name on the CRM. */
  onShowField(field: string): void;
  onRefreshTab(): void;
  onReloadPanel(): void;
  onOpenOptions(): void;
}
