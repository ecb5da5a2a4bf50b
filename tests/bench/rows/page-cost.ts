/** What our scripts cost the page's main thread while it loads and while it is busy, by the profiler's attribution. */
import { addresses } from '../../lab/addresses';
import type { Variant } from '../make/extensions';
import { churn } from '../page/churn';
import { profiled, type Time } from '../page/profile';
import { openRecord, WARM_UP } from '../page/record';
import { eachVariant } from '../page/variant';
import { median, type Measurement, type Row } from '../row';
import { pause, type Setting } from '../setting';

const ROUNDS = 3;
const FRAMES = 120;
/** After the record is on the screen: the watcher's later looks are part of the load. Milliseconds. */
const SETTLE_MS = 2000;
const LOAD_BUDGET_MS = 15;
const CHURN_BUDGET_PERCENT = 1;
/** The control must cost this many times what a script that does nothing costs, and this long. */
const CLEARLY = { times: 10, ms: 20 };

type Costs = Map<Variant['name'], { load: Time[]; churn: Time[] }>;

async function costs(setting: Setting): Promise<Costs> {
  const found: Costs = new Map();
  await eachVariant(setting, ['none'], ROUNDS, async (name, page, id) => {
    await page.goto(WARM_UP);
    const session = await page.context().newCDPSession(page);
    const load = await profiled(session, id, async () => {
      await openRecord(page, addresses.opportunity('acmeExpansion'));
      await pause(SETTLE_MS);
    });
    const busy = await profiled(session, id, () => page.evaluate(churn, FRAMES));
    const before = found.get(name) ?? { load: [], churn: [] };
    found.set(name, { load: [...before.load, load], churn: [...before.churn, busy] });
  });
  return found;
}

const own = (times: readonly Time[]): number[] => times.map((time) => time.own);
const share = (times: readonly Time[]): number[] => times.map((time) => (100 * time.own) / time.busy);

/** Why the control does not count as seen, or undefined. */
function unseen(naive: readonly number[], empty: readonly number[]): string | undefined {
  const least = Math.max(CLEARLY.ms, CLEARLY.times * median(empty));
  return median(naive) >= least
    ? undefined
    : `the naive observer took ${median(naive).toFixed(1)} ms, and not at least ${least.toFixed(0)}`;
}

export const pageCost: Measurement = {
  what: 'Profiler self time in the page',
  budget: 'load: 15 ms and below the peer; churn: 1 % of the page’s busy time',
  how:
    `sampling profiler on the main thread of an opportunity’s page, ${ROUNDS} rounds: time in scripts of the extension and in the natives that they call ` +
    '(but not in natives to which they hand the page’s own call on). Load lasts until two seconds after the record shows; churn is two seconds of blocks that come, change and go in each frame.',
  async measure(setting) {
    const found = await costs(setting);
    const rows: Row[] = [];
    const control = unseen(own(found.get('naive')?.churn ?? []), own(found.get('empty')?.churn ?? []));
    const peer = found.get('peer');
    const loadBudget = Math.min(LOAD_BUDGET_MS, peer ? median(own(peer.load)) : Infinity);
    for (const [name, cost] of found) {
      const isOurs = name === 'ours';
      rows.push({ what: `load, ${name}`, unit: 'ms', samples: own(cost.load), by: 'median', ...(isOurs && { budget: loadBudget }) });
    }
    for (const [name, cost] of found) {
      const broken = name === 'naive' ? control : undefined;
      rows.push({ what: `churn, ${name}`, unit: 'ms', samples: own(cost.churn), by: 'median', ...(broken !== undefined && { broken }) });
    }
    const ours = found.get('ours')?.churn ?? [];
    rows.push({ what: 'churn, ours, of the busy time', unit: '%', samples: share(ours), by: 'median', budget: CHURN_BUDGET_PERCENT });
    rows.push({ what: 'churn, busy time of the page with ours', unit: 'ms', samples: ours.map(({ busy }) => busy), by: 'median' });
    return rows;
  },
};
