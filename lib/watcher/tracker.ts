/** Follows what the tab shows: the record in view and what can be read of it. Looks when the page moves, never by polling. */
import type { Page, Reading, Sighting, View } from '../crm/adapter';
import type { TabState } from '../messages/protocol';

/** Mutations are gathered for this long; shorter while the record's stage is not known yet. Milliseconds. */
const SETTLE_MS = 250;
const EAGER_MS = 40;
/** A look waits for the page to be idle, when its layout is done, and no longer than this. Milliseconds. */
const IDLE_MS = 100;
/** After a navigation the record of before may stay on the screen for a while: what reads exactly like it is not believed for this long. */
const STALE_MS = 1500;
/** A look may cost at most this share of the page's time. */
const COST_SHARE = 0.002;
/** Where nothing new was seen the next look waits for twice as long, so often at most, until a request of the page is answered. */
const MOST_DOUBLED = 2;
/** A report waits for what the gate heard, so that both make one; no longer than this. Milliseconds. */
const ANSWER_MS = 50;
/** A record page on which no stage can be read for this long is told to be unreadable. */
const UNREAD_MS = 4000;
const ANSWERS = ['xmlhttprequest', 'fetch'];

export interface TrackerSetting {
  scope: Window;
  page: Page;
  /** The CRM fields to look for; may change as packs do. */
  fields: () => readonly string[];
  stageFields: () => readonly string[];
  /** Asks the gate for the responses that passed; `heard` is called when they are known. */
  tell: () => void;
  /** What responses told of a record. */
  told: (id: string) => Reading[];
  report: (state: TabState) => void;
  /** False once the extension is gone. */
  alive: () => boolean;
  signal: AbortSignal;
}

export interface Tracker {
  state(): TabState;
  /** More responses are known. */
  heard(): void;
  /** Look again now: the fields changed. */
  look(): void;
}

function keyOf(view: View): string {
  return view.kind === 'record' ? `${view.record.object}|${view.record.id}` : view.kind;
}

/** What a page shows, whichever record it is thought to be of. */
function contentOf(sightings: readonly Sighting[], name: string | null): string {
  return JSON.stringify([name, sightings.map(({ field, value }) => [field, value])]);
}

/** Keeps the time at which an unchanged value was first seen, so that the newest reading of a field is the one that changed last. */
function dated(sightings: readonly Sighting[], before: readonly Reading[], at: number): Reading[] {
  return sightings.map((sighting) => {
    const same = before.find((old) => old.field === sighting.field && JSON.stringify(old.value) === JSON.stringify(sighting.value));
    return { ...sighting, at: same?.at ?? at };
  });
}

export function createTracker({ scope, page, fields, stageFields, tell, told, report, alive, signal }: TrackerSetting): Tracker {
  const { document: root } = scope;
  let view: View = { kind: 'none', crm: null, why: 'other-page' };
  let since = 0;
  let seen: Reading[] = [];
  let name: string | null = null;
  let content = '';
  let left = '';
  let reported = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle = 0;
  let answer: ReturnType<typeof setTimeout> | undefined;
  let ended = 0;
  let cost = 0;
  /** How often in a row a look saw nothing new. */
  let quiet = 0;

  function readings(): Reading[] {
    return view.kind === 'record' ? [...told(view.record.id), ...seen] : [];
  }

  function stageKnown(): boolean {
    return readings().some((reading) => stageFields().includes(reading.field));
  }

  function state(): TabState {
    const silent = view.kind === 'record' && !stageKnown() && Date.now() - since >= UNREAD_MS;
    return { view, name, readings: readings(), unread: silent ? page.tried : null, at: Date.now() };
  }

  function tellOthers(): void {
    clearTimeout(answer);
    const now = state();
    const signature = JSON.stringify({ ...now, at: 0 });
    if (signature === reported) return;
    reported = signature;
    report(now);
  }

  function drop(): void {
    clearTimeout(timer);
    scope.cancelIdleCallback(idle);
    timer = undefined;
  }

  function look(): void {
    drop();
    if (!alive() || root.hidden) return;
    const started = performance.now();
    const next = page.locate(new URL(scope.location.href));
    if (keyOf(next) !== keyOf(view)) {
      since = Date.now();
      left = content;
      seen = [];
      name = null;
      scope.setTimeout(look, STALE_MS);
      scope.setTimeout(() => stageKnown() || look(), UNREAD_MS);
    }
    view = next;
    if (view.kind === 'record') {
      const { sightings, name: title } = page.readPage(root, view, fields());
      const before = content;
      content = contentOf(sightings, title);
      quiet = content === before ? quiet + 1 : 0;
      const isStale = content === left && Date.now() - since < STALE_MS;
      seen = isStale ? [] : dated(sightings, seen, Date.now());
      name = isStale ? null : title;
    } else {
      content = '';
    }
    ended = performance.now();
    cost = ended - started;
    clearTimeout(answer);
    answer = setTimeout(tellOthers, ANSWER_MS);
    tell();
  }

  function soon(): void {
    if (timer !== undefined || root.hidden || view.kind === 'none') return;
    // A new record is looked at eagerly until it is known: that is a handful of looks, not a page's whole life.
    const isNew = Date.now() - since < UNREAD_MS && !(name && stageKnown());
    const rest = (cost / COST_SHARE) * 2 ** Math.min(quiet, MOST_DOUBLED);
    const wait = isNew ? EAGER_MS : Math.max(SETTLE_MS, ended + rest - performance.now());
    timer = setTimeout(() => (idle = scope.requestIdleCallback(look, { timeout: IDLE_MS })), wait);
  }

  const observer = new MutationObserver(soon);
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    drop();
    clearTimeout(answer);
  });
  // The Navigation API tells of pushState calls made in the page's own world, after the URL has changed.
  scope.navigation.addEventListener('currententrychange', look, { signal });
  // An answer to the page's own request: its screen is about to follow, even where no mutation can be seen from here (a shadow root, a class).
  const answers = new PerformanceObserver((list) => {
    if (!list.getEntries().some((entry) => ANSWERS.includes((entry as PerformanceResourceTiming).initiatorType))) return;
    if (quiet) drop();
    quiet = 0;
    soon();
  });
  answers.observe({ type: 'resource' });
  signal.addEventListener('abort', () => answers.disconnect());
  root.addEventListener('visibilitychange', look, { signal });
  // Each load shows its page once; only one that comes back from the browser's cache was not followed until then.
  scope.addEventListener('pageshow', (event) => event.persisted && look(), { signal });

  return { state, look, heard: tellOthers };
}
