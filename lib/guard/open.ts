/** What of a card is still open, given what the rep stands for. Pure; shared by the overlay that shows it and the watcher that answers for it. */
import type { CardGap, CardRecord, GapRef } from './card';

function names(one: GapRef, other: GapRef): boolean {
  return one.move === other.move && one.sop === other.sop && one.criterion === other.criterion;
}

/** The gaps that something waits for: no tips, and none of those in `confirmed`. */
export function openGaps({ gaps }: CardRecord, confirmed: readonly GapRef[]): CardGap[] {
  return gaps.filter((gap) => gap.severity !== 'tip' && !confirmed.some((stoodFor) => names(gap, stoodFor)));
}

/** The records of a card that are not ready to be saved. */
export function openRecords(records: readonly CardRecord[], confirmed: readonly GapRef[] = []): CardRecord[] {
  return records.filter((record) => record.fromUnknown || openGaps(record, confirmed).length > 0);
}
