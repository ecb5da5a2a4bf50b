/** The isolated script of one frame: puts the tracker, the guard and the messages together. */
import type { Crm, Page } from '../crm/adapter';
import type { FromGate, Line, ToGate } from '../gate/channel';
import type { Verdict } from '../guard/judge';
import type { Decision, ToWatcher, WatchList } from '../messages/protocol';
import { askWorker, listen } from '../messages/send';
import { createGuard } from './guard';
import { createMemory } from './memory';
import { createTracker } from './tracker';

export interface WatcherSetting {
  crm: Crm;
  page: Page;
  scope: Window;
  line: Line<ToGate, FromGate>;
  /** The org of the tab's page, '' where it cannot be told. */
  org: () => string;
  /** Aborts when the extension is updated, switched off or removed under this page. */
  signal: AbortSignal;
  /** False once the extension is gone; asking aborts `signal` then. Nothing tells a script of its own accord. */
  alive: () => boolean;
  ask: (verdicts: Verdict[], recordName: string | null, signal: AbortSignal) => Promise<Decision>;
  highlight: (element: Element) => void;
  /** Returns the way to take it away. */
  showHandle: () => () => void;
}

/** Asks again once: a worker that was stopped in the middle of an answer is simply woken again. */
async function twice<T>(ask: () => Promise<T>): Promise<T> {
  return ask().catch(ask);
}

export function startWatcher(setting: WatcherSetting): void {
  const { crm, page, scope, line, signal, alive, ask, highlight, showHandle } = setting;
  let list: WatchList = { stageFields: [], fields: [], handle: false };
  let hideHandle: (() => void) | undefined;
  const memory = createMemory(page);

  // Only the tab's own page is a view; its frames merely have a gate each.
  const tracker =
    scope.parent === scope
      ? createTracker({
          scope,
          page,
          fields: () => [...list.stageFields, ...list.fields],
          stageFields: () => list.stageFields,
          tell: () => line.post({ say: 'tell' }),
          told: (id) => memory.about(new Set([id])),
          // Nobody may be listening, or the extension may be gone: the page's own life goes on.
          report: (state) => void askWorker('tab-state', state).catch(() => undefined),
          alive,
          signal,
        })
      : undefined;

  createGuard({
    line,
    judge: (held) => twice(() => askWorker('judge', held)),
    decided: (held, decision) => twice(() => askWorker('decided', { held, decision })),
    missed: (moves, why) => void askWorker('missed', { moves, why }).catch(() => undefined),
    ask: (verdicts, gone) => ask(verdicts, tracker?.state().name ?? null, gone),
    readings: (ids) => [...memory.about(ids), ...(tracker?.state().readings ?? []).filter(({ record, source }) => source === 'page' && ids.has(record.id))],
    org: setting.org,
    heard: (seen) => {
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
    memory.watch(watch);
    hideHandle?.();
    hideHandle = tracker && list.handle && !signal.aborted ? showHandle() : undefined;
    tracker?.look();
  }

  listen<ToWatcher>({
    'refresh-watch': () => refresh(),
    ...(tracker && {
      'tell-state': async () => tracker.state(),
      'show-field': async (data: unknown) => {
        const element = page.findField(scope.document, (data as ToWatcher['show-field']['ask']).field);
        if (element) highlight(element);
        return element !== null;
      },
    }),
  });

  signal.addEventListener('abort', () => hideHandle?.());
  void refresh().catch(() => undefined);
}
