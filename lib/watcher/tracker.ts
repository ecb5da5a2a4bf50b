/** Follows what the tab shows: the record in view and what can be read of it. Looks when the page moves, never by polling. */
import type { Page, Reading, Sighting, View } from '../crm/adapter';
import type { TabState } from '../messages/protocol';

/** Mutations are gathered for this long; shorter while the record's stage is not known yet. Milliseconds. */
const SETTLE_MS = 250;
const EAGER_MS = 40;
/** A look may cost at most this share of the page's time. */
const COST_SHARE = 0.005;
/** A record page on which no stage can be read for this long is told to be unreadable. */
const UNREAD_MS = 4000;

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
  let reported = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let notBefore = 0;

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
    const now = state();
    const signature = JSON.stringify({ ...now, at: 0 });
    if (signature === reported) return;
    reported = signature;
    report(now);
  }

  function look(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!alive() || root.hidden) return;
    const started = performance.now();
    const next = page.locate(new URL(scope.location.href));
    if (keyOf(next) !== keyOf(view)) {
      since = Date.now();
      seen = [];
      scope.setTimeout(() => signal.aborted || tellOthers(), UNREAD_MS + 50);
    }
    view = next;
    if (view.kind === 'record') {
      seen = dated(page.readPage(root, view, fields()), seen, Date.now());
      name = page.nameOf(root, view);
    } else {
      name = null;
    }
    tell();
    notBefore = performance.now() + (performance.now() - started) / COST_SHARE;
    tellOthers();
  }

  function soon(): void {
    if (timer !== undefined || root.hidden || view.kind === 'none') return;
    const wait = Math.max(stageKnown() ? SETTLE_MS : EAGER_MS, notBefore - performance.now());
    timer = setTimeout(look, wait);
  }

  const observer = new MutationObserver(soon);
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  // The Navigation API tells of pushState calls made in the page's own world, after the URL has changed.
  scope.navigation.addEventListener('currententrychange', look, { signal });
  root.addEventListener('visibilitychange', look, { signal });
  scope.addEventListener('pageshow', look, { signal });

  return { state, look, heard: tellOthers };
}
