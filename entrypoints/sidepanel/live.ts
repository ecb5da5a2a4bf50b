/** The database as the panel sees it, kept up to date while the service worker sleeps. Errors come as words, not as exceptions. */
import { useEffect, useState } from 'react';
import { useLiveQuery } from 'dexie-react-hooks';
import type { PackIndex } from '../../lib/pack/load';
import { askedApprovals } from '../../lib/progress/approvals';
import { lastUpdate } from '../../lib/progress/begun';
import { progressOf } from '../../lib/progress/checklists';
import { confirmationsOf } from '../../lib/progress/confirmations';
import { db } from '../../lib/progress/db';
import type { BegunRow } from '../../lib/progress/rows';
import { openDebts } from '../../lib/progress/debts';
import { explain, NewerDatabaseError } from '../../lib/progress/errors';
import { missedCheck } from '../../lib/progress/journal';
import { packsInUse as rowsInUse } from '../../lib/progress/packs';
import type { RecordKey } from '../../lib/progress/record-key';
import { wrongHereOf } from '../../lib/progress/wrong-here';
import { policy } from '../../lib/policy';
import { ruled } from '../../lib/ruled';
import { settings } from '../../lib/settings';
import { versionsFor } from '../../lib/worker/flight';
import type { Versions } from '../../lib/worker/flight';
import { inUse } from '../../lib/worker/pack';
import type { PacksInUse } from '../../lib/worker/pack';
import type { Moves } from './news';
import type { Progress } from './progress';

/** What a query found, or what to tell the rep. */
type Live<Value> = { value: Value; trouble?: undefined } | { value?: undefined; trouble: string };

async function told<Value>(query: Promise<Value>): Promise<Live<Value>> {
  return query.then(
    (value) => ({ value }),
    (error: unknown) => ({ trouble: explain(error) }),
  );
}

/** The packs in use, indexed; undefined until they are read. */
export function usePacks(): Live<PacksInUse> | undefined {
  return useLiveQuery(() => told(rowsInUse(db).then((rows) => inUse(rows, navigator.languages))), []);
}

/** For a moment after the record changed it is still the one before's: `record` says whose it is. */
export function useProgress(record: RecordKey | null, pack: string | null): Live<Progress> | undefined {
  return useLiveQuery(async () => {
    if (record === null || pack === null) return undefined;
    return told(readProgress(record, pack));
  }, [record, pack]);
}

async function readProgress(record: RecordKey, pack: string): Promise<Progress> {
  const [progress, debts, asked, confirmations, wrongHere, updated] = await Promise.all([
    progressOf(db, record),
    openDebts(db, record),
    askedApprovals(db, record, pack),
    confirmationsOf(db, record),
    wrongHereOf(db, record),
    lastUpdate(db, record, pack),
  ]);
  return { record, pack, ...progress.under(pack), placed: progress.placed, debts, asked, confirmations, wrongHere, updated };
}

const LANDED: Live<Versions | null> = { value: null };

/** The versions of the pack that a record is between; null where it is not, undefined until they are read. */
export function useVersions(inUse: PackIndex | null | undefined, begun: BegunRow | undefined): Live<Versions | null> | undefined {
  const inFlight = inUse && begun && begun.version !== inUse.pack.version ? { inUse, begun } : null;
  const name = inFlight && [inFlight.begun.pack, inFlight.begun.version, inFlight.inUse.pack.version].join(' ');
  const found = useLiveQuery(async () => inFlight && { name, read: await told(versionsFor(db, inFlight.inUse, inFlight.begun)) }, [name]);
  if (name === null) return LANDED;
  // For a moment it is still what the record before was between.
  return found?.name === name ? found.read : undefined;
}

/** The stage changes of a record that were not checked. Apart from the progress: the log changes more often. */
export function useMoves(record: RecordKey | null): Live<Moves> | undefined {
  return useLiveQuery(async () => (record === null ? undefined : told(readMoves(record))), [record]);
}

async function readMoves(record: RecordKey): Promise<Moves> {
  const [missed, elsewhere] = await Promise.all([missedCheck(db, record), db.elsewhere.where({ record }).toArray()]);
  return { record, missed, elsewhere };
}

/** The ids of the roles that the rep has chosen, or that the policy gives; undefined until they are read. */
export function useMyRoles(): readonly string[] | undefined {
  const [roles, setRoles] = useState<readonly string[]>();
  useEffect(() => {
    const read = async (): Promise<void> => setRoles(ruled(await settings.get(), await policy.get()).roles);
    void read();
    const ends = [settings.watch(() => void read()), policy.watch(() => void read())];
    return () => ends.forEach((end) => end());
  }, []);
  return roles;
}

/** Words for the rep once another version of Handrail took over the database. */
export function useSuperseded(): string | null {
  const [superseded, setSuperseded] = useState(false);
  useEffect(() => db.onSuperseded(() => setSuperseded(true)), []);
  return superseded ? new NewerDatabaseError().message : null;
}
