/** Hands the studio its model: the database, the settings and the policy as they are now. */
import { useEffect, useState } from 'react';
import { browser } from '#imports';
import { useLiveQuery } from 'dexie-react-hooks';
import type { StarterSummary, StudioModel } from '../../components/studio/model';
import { Studio } from '../../components/studio/Studio';
import { policy, type PolicyState } from '../../lib/policy';
import { policySchema, type Policy } from '../../lib/policy-schema';
import { db } from '../../lib/progress/db';
import { explain } from '../../lib/progress/errors';
import { ruled } from '../../lib/ruled';
import { settings } from '../../lib/settings';
import type { Settings } from '../../lib/settings';
import { readStarter, starterIds } from '../../lib/worker/starters';
import { starterSummary } from './packs';
import { NOTHING, shown } from './shown';
import { studioEvents } from './studio-events';

/** As it was read last. Until then nothing is known that would forbid an address; the worker goes by the policy itself. */
let rules: Policy = policySchema.parse({});
const events = studioEvents(() => rules);

export function App({ welcome }: { welcome: boolean }) {
  const organisation = usePolicy();
  const kept = useSettings();
  const starters = useStarters();
  const now = useNow();
  const shortcut = useShortcut();
  const read =
    useLiveQuery(
      async () => organisation && shown(db, organisation.policy).catch((error: unknown) => ({ ...NOTHING, trouble: explain(error) })),
      [organisation],
    ) ?? NOTHING;
  const counts = kept && organisation && ruled(kept, organisation.policy);
  const none = { handle: false, readAtMove: false, roles: false, groups: false };
  const model: StudioModel = {
    ...read,
    starters: starters?.map((starter) => ({
      ...starter,
      active: read.packs?.some(({ id, inUse, source }) => inUse && source.kind === 'starter' && id === starter.id) ?? false,
    })),
    groups: [...new Set([...read.groups, ...(counts?.groups ?? [])])],
    myRoles: counts?.roles ?? [],
    myGroups: counts?.groups ?? [],
    name: kept?.name,
    handle: counts?.handle,
    readAtMove: counts?.readAtMove,
    fixed: { ...(counts?.fixed ?? none), packs: organisation ? !organisation.policy.choosePacks : false },
    organisation,
    shortcut,
    welcome,
  };
  return <Studio model={model} now={now} events={events} />;
}

function useSettings(): Settings | undefined {
  const [now, setNow] = useState<Settings>();
  useEffect(() => {
    void settings.get().then(setNow);
    return settings.watch(setNow);
  }, []);
  return now;
}

/** Until the browser's first answer, seconds after the first start, it looks as if the organisation had ruled nothing. */
function usePolicy(): PolicyState | undefined {
  const [now, setNow] = useState<PolicyState>();
  useEffect(() => {
    const read = async (): Promise<void> => {
      const state = await policy.state();
      // Nobody looks at an empty page meanwhile: what a person does waits for the policy itself.
      if (state.isKnown) rules = state.policy;
      setNow({ ...state, policy: rules });
    };
    void read();
    void policy.known().then(read);
    return policy.watch(() => void read());
  }, []);
  return now;
}

/** The ages of things, minute by minute. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Read once: they are files of the extension. */
function useStarters(): Omit<StarterSummary, 'active'>[] | undefined {
  const [starters, setStarters] = useState<Omit<StarterSummary, 'active'>[]>();
  useEffect(() => {
    void Promise.all(starterIds.map(readStarter)).then((files) => setStarters(files.map(starterSummary)));
  }, []);
  return starters;
}

/** Read again when the page comes back into view: the keys are changed on a page of the browser. */
function useShortcut(): string {
  const [shortcut, setShortcut] = useState('');
  useEffect(() => {
    const read = (): void => {
      void browser.commands.getAll().then((all) => setShortcut(all.find(({ name }) => name === '_execute_action')?.shortcut ?? ''));
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, []);
  return shortcut;
}
