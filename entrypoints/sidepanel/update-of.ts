/** From an update that waits to the card about it, and where a record stands with its pack's versions. Pure. */
import type { Update } from '../../components/panel/model';
import type { RecordRef } from '../../lib/crm/adapter';
import type { TabState } from '../../lib/messages/protocol';
import type { PackIndex } from '../../lib/pack/load';
import { changesFor } from '../../lib/pack/update/tell';
import type { StageUpdate } from '../../lib/pack/update/compare-for-stage';
import { placeByName } from '../../lib/pack/update/scope';
import { recordKey } from '../../lib/progress/record-key';
import { flightOf, staleIn } from '../../lib/worker/flight';
import type { Aboard, Flight, Versions, Waiting } from '../../lib/worker/flight';
import type { Progress } from './progress';

/** Null where nothing waits. `did`: what the rep did under the pack. */
export function updateOf({ waiting }: Flight, record: RecordRef, did: Aboard['did']): Update | null {
  if (!waiting) return null;
  const { before, after, began, kind } = waiting;
  const stale = staleIn(waiting, { record, did });
  return {
    from: before.index.pack.version,
    to: after.index.pack.version,
    stage: placeByName(before.index, began.stage)?.stage.title ?? began.stage,
    kind,
    putOff: began.putOff === after.index.pack.version,
    changes: sentencesOf(waiting),
    again: stale.steps.map((step) => after.index.stepById.get(step)?.title ?? step),
    stale,
  };
}

/** Which version counts for the record in view; undefined until everything that it depends on is read. */
export function flightNow(
  record: RecordRef | null,
  state: TabState | null,
  inUse: PackIndex | null | undefined,
  did: Progress | undefined,
  versions: Versions | null | undefined,
): Flight | undefined {
  if (!record || !state || !inUse || versions === undefined) return undefined;
  if (did?.record !== recordKey(record) || did.pack !== inUse.pack.id) return undefined;
  return flightOf(inUse, versions, { record, readings: state.readings, placed: did.placed, did });
}

/** Comparing two large packs takes longer than drawing the panel. */
const told = new WeakMap<StageUpdate, readonly string[]>();

function sentencesOf({ before, after, began, update }: Waiting): readonly string[] {
  const found = told.get(update) ?? [
    ...new Set(changesFor(before.index.pack, after.index.pack, began.stage, update).map(({ sentence }) => sentence)),
  ];
  told.set(update, found);
  return found;
}
