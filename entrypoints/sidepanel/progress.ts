/** What the database holds of one record under one pack. */
import type { Progress as Did } from '../../lib/guard/progress';
import type { TakenUpdate } from '../../lib/progress/begun';
import type { RecordKey } from '../../lib/progress/record-key';
import type { BegunRow, ConfirmationRow, DebtRow, PlacedRow } from '../../lib/progress/rows';
import type { WrongHereEvent } from '../../lib/progress/wrong-here';

export interface Progress extends Did {
  record: RecordKey;
  pack: string;
  placed: PlacedRow | undefined;
  debts: readonly DebtRow[];
  confirmations: readonly ConfirmationRow[];
  wrongHere: readonly WrongHereEvent[];
  begun: BegunRow | undefined;
  /** The last update that was taken in the stage. */
  updated: TakenUpdate | null;
  /** When an approval was last asked for, by the id of its step. */
  asked: Readonly<Record<string, number>>;
}
