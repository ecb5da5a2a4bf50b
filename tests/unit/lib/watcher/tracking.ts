/** A tracker in a window whose navigation, requests and screen are the test's; it ends with the test. The clock must be fake. */
import { onTestFinished, vi } from 'vitest';
import type { Reading, View } from '../../../../lib/crm/adapter';
import type { TabState } from '../../../../lib/messages/protocol';
import { createTracker, type TrackerSetting } from '../../../../lib/watcher/tracker';
import { NOWHERE, opportunity, sighting, stubPage, viewOf } from './fixtures';

export const START = Date.UTC(2026, 10, 22, 9);
export const FIRST = viewOf(opportunity('006000000000001AAA'));
export const SECOND = viewOf(opportunity('006000000000002AAA'));
export const LIST: View = { kind: 'list', crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity' };
/** The first record in a stage that its page shows. */
export const qualified: Screen = { view: FIRST, name: 'Acme renewal', values: { StageName: 'Qualification', Amount: '$5' } };

export const SETTLE_MS = 250;
export const EAGER_MS = 40;
export const ANSWER_MS = 50;
export const STALE_MS = 1500;
export const UNREAD_MS = 4000;

/** happy-dom's own observer watches Node's requests; this one is told of the page's. */
export class StubPerformanceObserver {
  static all: StubPerformanceObserver[] = [];
  observing = false;
  constructor(private readonly hear: (list: { getEntries: () => { initiatorType: string }[] }) => void) {
    StubPerformanceObserver.all.push(this);
  }
  observe(): void {
    this.observing = true;
  }
  disconnect(): void {
    this.observing = false;
  }
  tell(initiatorType: string): void {
    if (this.observing) this.hear({ getEntries: () => [{ initiatorType }] });
  }
}

/** What the tab shows: the test changes it, and nothing else tells the tracker. */
export interface Screen {
  view: View;
  name: string | null;
  values: Record<string, string>;
}

export function tracking(given: Partial<Screen> = {}, change: Partial<Pick<TrackerSetting, 'told' | 'alive'>> = {}) {
  const screen: Screen = { view: NOWHERE, name: null, values: {}, ...given };
  const reports: TabState[] = [];
  const life = new AbortController();
  const navigation = new EventTarget();
  Object.defineProperty(window, 'navigation', { value: navigation, configurable: true });
  StubPerformanceObserver.all = [];
  vi.stubGlobal('PerformanceObserver', StubPerformanceObserver);
  stubIdle();
  // Looks cost no time unless a test says so: how busy this machine is decides nothing.
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
  const page = stubPage();
  page.locate.mockImplementation(() => screen.view);
  page.readPage.mockImplementation((_root, view, fields) => {
    if (view.kind !== 'record') return { sightings: [], name: null };
    const shown = Object.entries(screen.values).filter(([field]) => fields.includes(field));
    return { sightings: shown.map(([field, value]) => ({ ...sighting(field, value, view.record), locale: 'en-US' })), name: screen.name };
  });
  const setting = {
    scope: window,
    page,
    fields: () => ['StageName', 'Amount'],
    stageFields: () => ['StageName'],
    // The gate has an answer at once, unless a test says that it is silent.
    tell: vi.fn<TrackerSetting['tell']>(() => tracker.heard()),
    told: vi.fn(change.told ?? (() => [])),
    report: vi.fn<TrackerSetting['report']>((state) => void reports.push(state)),
    alive: change.alive ?? (() => true),
    signal: life.signal,
  };
  const tracker = createTracker(setting);
  onTestFinished(() => {
    life.abort();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
  return {
    ...setting,
    page,
    tracker,
    screen,
    reports,
    life,
    valuesIn: (state: TabState | undefined): [string, Reading['value']][] =>
      state?.readings.map(({ field, value }) => [field, value]) ?? [],
    navigate: () => navigation.dispatchEvent(new Event('currententrychange')),
    answered: (initiatorType = 'fetch') => StubPerformanceObserver.all[0]?.tell(initiatorType),
  };
}

/** A page that is idle at once, unless `delay` says when it is. Returns how often it was waited for. */
export function stubIdle(delay?: number) {
  const asked = vi.fn((work: () => void) => (delay === undefined ? (work(), 0) : Number(setTimeout(work, delay))));
  // They stay for good: a watcher's last timers come after its test.
  Object.assign(window, { requestIdleCallback: asked, cancelIdleCallback: (id: number) => clearTimeout(id) });
  return asked;
}

export const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Changes the document and lets its observers hear of it. */
export async function mutate(): Promise<void> {
  document.body.append(document.createElement('span'));
  await vi.advanceTimersByTimeAsync(0);
}

export function hide(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
}
