/** The isolated script of one frame: puts the tracker, the memory, the guard and the messages together. */
import type { Crm, Page } from '../crm/adapter';
import { layLine } from '../gate/channel';
import type { ToWatcher, WatchList } from '../messages/protocol';
import { askWorker, listen } from '../messages/send';
import { createGuard } from './guard';
import { createMemory } from './memory';
import { topDocument, type Overlays } from './overlays';
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
  let list: WatchList = { stageFields: [], fields: [], handle: false };
  let hideHandle: (() => void) | undefined;

  // Only the tab's own page is a view; its frames merely have a gate each.
  const tracker =
    window.parent === window
      ? createTracker({
          scope: window,
          page,
          fields: () => [...list.stageFields, ...list.fields],
          stageFields: () => list.stageFields,
          tell: () => line.post({ say: 'tell' }),
          told: (id) => memory.about(new Set([id])),
          report: (state) => tell(askWorker('tab-state', state)),
          alive,
          signal: life.signal,
        })
      : undefined;

  createGuard({
    line,
    refuse: page.refuse,
    judge: (held) => twice(() => askWorker('judge', held)),
    decided: (held, decision) => twice(() => askWorker('decided', { held, decision })),
    missed: (moves, why) => tell(askWorker('missed', { moves, why })),
    ask: (verdicts, signal) =>
      overlays.ask({
        page: top,
        verdicts,
        recordName: tracker?.state().name ?? null,
        findField: (field) => page.findField(top, field),
        openPanel,
        signal,
      }),
    readings: (ids) => {
      const onPage = tracker?.state().readings.filter(({ record, source }) => source === 'page' && ids.has(record.id)) ?? [];
      return [...memory.about(ids), ...onPage];
    },
    org: () => {
      const view = page.locate(new URL(top.location.href));
      return view.kind === 'record' ? view.record.org : view.kind === 'list' ? view.org : '';
    },
    heard: (seen) => {
      memory.learn(seen);
      tracker?.heard();
    },
    alive,
    signal: life.signal,
  });

  async function refresh(): Promise<void> {
    list = await twice(() => askWorker('watch-list', { crm }));
    const watch = { stageFields: list.stageFields, fields: list.fields };
    line.post({ say: 'watch', watch });
    memory.watch(watch);
    hideHandle?.();
    hideHandle = tracker && list.handle && alive() ? overlays.showHandle(document, openPanel) : undefined;
    tracker?.look();
  }

  listen<ToWatcher>({
    'refresh-watch': () => refresh(),
    ...(tracker && {
      'tell-state': async () => tracker.state(),
      'show-field': async (data: unknown) => {
        const element = page.findField(document, (data as ToWatcher['show-field']['ask']).field);
        if (element) overlays.highlight(element);
        return element !== null;
      },
    }),
  });

  life.signal.addEventListener('abort', () => hideHandle?.());
  tell(refresh());
}
