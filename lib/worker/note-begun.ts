/** Keeps which version of its pack a record is under: when it comes into a stage, and when an update is safe. */
import type { PackIndex, Place } from '../pack/load';
import { stageName } from '../pack/update/scope';
import { begin, takeUpdate } from '../progress/begun';
import { recordKey, type HandrailDb } from '../progress/db';
import type { Stamp } from '../progress/journal';
import { staleIn, type Aboard, type Flight, type Versions } from './flight';

/**
 * @param inUse the version in use, which a new stage is begun with
 * @param place where the record stands, by the version that counts for it
 * @returns whether anything was written
 */
export async function noteBegun(
  db: HandrailDb,
  inUse: PackIndex,
  { flight, versions }: { flight: Flight; versions: Versions | null },
  aboard: Aboard,
  place: Place,
  stamp: Stamp,
): Promise<boolean> {
  const { id: pack, version } = inUse.pack;
  const { begun } = aboard.did;
  const stage = stageName(place.pipeline, place.stage);
  if (flight.waiting || (begun?.version === version && begun.stage === stage)) return false;
  const record = recordKey(aboard.record);
  // Of a version that is not here any more nobody knows what it meant: its marks stay.
  const stale = versions ? staleIn(versions, aboard) : { steps: [], criteria: [] };
  if (begun?.stage === stage) await takeUpdate(db, { record, pack, from: begun.version, to: version }, stale, stamp);
  else await begin(db, { record, pack, version, stage }, stale, stamp);
  return true;
}
