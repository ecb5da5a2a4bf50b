/** Hands the studio its model: the packs and settings as they are now. */
import { useEffect, useState } from 'react';
import { browser } from '#imports';
import { useLiveQuery } from 'dexie-react-hooks';
import type { StarterSummary } from '../../components/studio/model';
import { Studio } from '../../components/studio/Studio';
import { policy } from '../../lib/policy';
import type { Policy } from '../../lib/policy-schema';
import { db } from '../../lib/progress/db';
import { explain } from '../../lib/progress/errors';
import { settings } from '../../lib/settings';
import type { Settings } from '../../lib/settings';
import { packsInUse } from '../../lib/progress/packs';
import { keysOf } from '../../lib/progress/keys';
import { readStarter, starterIds } from '../../lib/worker/starters';
import { approvalsShown } from './approvals';
import { starterSummary, summaries } from './packs';
import { studioEvents } from './studio-events';

const events = studioEvents();

export function App({ welcome }: { welcome: boolean }) {
  const packs = useLiveQuery(
    () =>
      db.packs.toArray().then(
        (rows) => ({ value: summaries(rows), trouble: null }),
        (error: unknown) => ({ value: undefined, trouble: explain(error) }),
      ),
    [],
  );
  const [now] = useState(() => Date.now());
  const kept = useSettings();
  const ruled = usePolicy();
  const starters = useStarters();
  const active = packs?.value?.find((pack) => pack.active);
  const model = {
    packs: packs?.value,
    starters: starters?.map((starter) => ({ ...starter, active: starter.id === active?.id && active.source === 'starter' })),
    roles: active?.roles ?? [],
    myRoles: kept?.roles ?? [],
    name: kept?.name,
    handle: kept?.handle,
    readAtMove: kept && ruled && { on: kept.readAtMove && ruled.readAtMove, isFixed: !ruled.readAtMove },
    shortcut: useShortcut(),
    approvals: useApprovals() ?? { keys: undefined, approvers: undefined },
    welcome,
    trouble: packs?.trouble ?? null,
  };
  return <Studio model={model} now={now} events={events} />;
}

/** Undefined until they are read, and where they cannot be: then the packs tell what is the matter. */
function useApprovals(): Awaited<ReturnType<typeof approvalsShown>> | undefined {
  return useLiveQuery(async () => {
    const found = await Promise.all([keysOf(db), packsInUse(db)]).catch(() => null);
    return found ? approvalsShown(found[0], found[1][0]?.pack) : undefined;
  }, []);
}

function useSettings(): Settings | undefined {
  const [now, setNow] = useState<Settings>();
  useEffect(() => {
    void settings.get().then(setNow);
    return settings.watch(setNow);
  }, []);
  return now;
}

/** Read once: a policy does not change while somebody looks. */
function usePolicy(): Policy | undefined {
  const [now, setNow] = useState<Policy>();
  useEffect(() => {
    void policy.get().then(setNow);
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
