/** The isolated script of one frame: puts the tracker, the memory, the guard and the messages together. */
import type { Crm, Page, RecordRef } from '../crm/adapter';
import { layLine, type Passed } from '../gate/channel';
import type { ToWatcher, WatchList } from '../messages/protocol';
import { askWorker, listen } from '../messages/send';
import { createGuard } from './guard';
import { healthOf } from './health';
import { createMemory } from './memory';
import { topDocument, type Overlays } from './overlays';
import { readRecords } from './read';
import { createTracker } from './tracker';

/** The life of this script, which ends when the extension is updated or removed under the page. Asking `isValid` is what finds that out. */
export interface Life {
  readonly signal: AbortSignal;
  readonly isValid: boolean;
}

/** Asks again once: a worker that was stopped in the middle of an answer is simply woken again. */
async function twice<T>(ask: () => Promise<T>): Promise<T> {
  return ask().catch(ask);
}

/** Nobody may be listening, or the extension may be gone: the page's own life goes on. */
function tell(message: Promise<unknown>): void {
  message.catch(() => undefined);
}

export function startWatcher(crm: Crm, page: Page, overlays: Overlays, life: Life): void {
  const line = layLine(window);
  const top = topDocument(window);
  const memory = createMemory(page);
  const alive = () => life.isValid;
  const openPanel = () => tell(askWorker('open-panel', null));
  const wanted = () => [...list.stageFields, ...list.fields];
  const address = () => new URL(top.location.href);
  const inView = () => page.locate(address());
  // A frame that the page takes away could answer for nothing any more: its questions, drawn in the page above it, go with it.
  const leaving = new AbortController();
  const signal = AbortSignal.any([life.signal, leaving.signal]);
  let list: WatchList = { stageFields: [], fields: [], handle: false, readAtMove: false };
  let requests: Passed[] = [];
  let hideHandle: (() => void) | undefined;

  /** The address of a record's own page; null for the one in view, and for what is no record yet or stands for many. */
  function addressOf(record: RecordRef): string | null {
    const view = inView();
    const isInView = view.kind === 'record' && view.record.id === record.id;
    return isInView || !/\w/.test(record.id) ? null : page.addressOf(record, address());
  }

  if (top === document) overlays.hush(window);
  else window.addEventListener('pagehide', () => leaving.abort());

  // Only the tab's own page is a view; its frames merely have a gate each.
  const tracker =
    window.parent === window
      ? createTracker({
          scope: window,
          page,
          fields: wanted,
          stageFields: () => list.stageFields,
          tell: () => line.post({ say: 'tell' }),
          told: (id) => memory.about(new Set([id])),
          report: (state) => tell(askWorker('tab-state', state)),
          alive,
          signal,
        })
      : undefined;

  createGuard({
    line,
    refuse: page.refuse,
    judge: (held) => twice(() => askWorker('judge', held)),
    decided: (held, decision) => twice(() => askWorker('decided', { held, decision })),
    missed: (moves, why) => tell(askWorker('missed', { moves, why })),
    read: async (request, records, limit) => {
      const seen = list.readAtMove && (await readRecords(page, request, records, [...wanted(), ...page.nameFields], limit));
      if (seen) memory.learn([seen]);
      return Boolean(seen);
    },
    ask: (card, look, gone) =>
      overlays.ask({
        page: top,
        card,
        look,
        findField: (field) => page.findField(top, field),
        addressOf,
        wrongHere: (what) => twice(() => askWorker('wrong-here', what)),
        openPanel,
        signal: gone,
      }),
    readings: (ids) => {
      const onPage = tracker?.state().readings.filter(({ record, source }) => source === 'page' && ids.has(record.id)) ?? [];
      return [...memory.about(ids), ...onPage];
    },
    nameOf: (id) => {
      const state = tracker?.state();
      if (state?.view.kind === 'record' && state.view.record.id === id && state.name) return state.name;
      const known = memory.about(new Set([id]));
      const [name] = page.nameFields.flatMap((field) => known.find((reading) => reading.field === field)?.value || []);
      return name === undefined ? null : String(name);
    },
    matching: memory.matching,
    org: () => {
      const view = inView();
      return view.kind === 'record' ? view.record.org : view.kind === 'list' ? view.org : '';
    },
    heard: (seen, passed) => {
      if (passed) requests = passed;
      memory.learn(seen);
      tracker?.heard();
    },
    alive,
    signal,
  });

  async function refresh(): Promise<void> {
    list = await twice(() => askWorker('watch-list', { crm }));
    const watch = { stageFields: list.stageFields, fields: list.fields };
    line.post({ say: 'watch', watch });
    memory.watch({ ...watch, fields: [...watch.fields, ...page.nameFields] });
    hideHandle?.();
    hideHandle = tracker && list.handle && alive() ? overlays.showHandle(document, openPanel) : undefined;
    tracker?.look();
  }

  listen<ToWatcher>({
    'refresh-watch': () => refresh(),
    ...(tracker && {
      'tell-state': async () => tracker.state(),
      'tell-health': async () => healthOf(tracker.state(), list, requests),
      'show-field': async (data: unknown) => {
        const element = page.findField(document, (data as ToWatcher['show-field']['ask']).field);
        if (element) overlays.highlight(element);
        return element !== null;
      },
    }),
  });

  signal.addEventListener('abort', () => hideHandle?.());
  tell(refresh());
}
