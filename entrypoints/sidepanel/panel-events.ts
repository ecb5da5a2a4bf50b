/** What the panel does when the rep asks: keeps marks and answers, leads to fields, refreshes, opens the options. */
import { browser } from '#imports';
import type { PanelEvents } from '../../components/panel/events';
import { wordFor } from '../../components/panel/store';
import type { PanelStore } from '../../components/panel/store';
import type { RecordRef } from '../../lib/crm/adapter';
import { askTab, askWorker } from '../../lib/messages/send';
import type { PackIndex } from '../../lib/pack/load';
import { setAnswer } from '../../lib/progress/answers';
import type { AnswerChange } from '../../lib/progress/answers';
import { setSteps } from '../../lib/progress/checklists';
import type { StepChange } from '../../lib/progress/checklists';
import { db } from '../../lib/progress/db';
import { explain } from '../../lib/progress/errors';
import { recordKey } from '../../lib/progress/record-key';
import { approvalEvents } from './approval-events';

/** All changes are kept or none; what the toast says is said once they are on the disk, and its undo is what they replaced. */
async function keep(store: PanelStore, record: RecordRef, changes: readonly StepChange[], message: string | null): Promise<void> {
  const key = recordKey(record);
  try {
    const undo = await setSteps(db, changes, { now: Date.now(), id: () => crypto.randomUUID() });
    store.getState().say(message === null ? null : { record: key, message, undo });
  } catch (error) {
    store.getState().say({ record: key, message: explain(error) });
    return;
  }
  await tellWorker(record);
}

/** A failure is told; a success shows by itself, as the answer that is kept. */
async function keepAnswer(store: PanelStore, record: RecordRef, change: AnswerChange): Promise<void> {
  try {
    await setAnswer(db, change, { now: Date.now(), id: () => crypto.randomUUID() });
  } catch (error) {
    store.getState().say({ record: change.record, message: explain(error) });
    return;
  }
  await tellWorker(record);
}

/** The badge follows when the worker can be reached; what is kept does not depend on it. */
async function tellWorker(record: RecordRef): Promise<void> {
  await askWorker('progress-changed', { record }).catch(() => undefined);
}

/** The marks are again what they were before. */
export function takeBack(store: PanelStore, record: RecordRef, undo: readonly StepChange[]): void {
  void keep(store, record, undo, null);
}

async function showField(store: PanelStore, record: RecordRef, field: string): Promise<void> {
  const { tabId } = store.getState().following;
  const found = tabId !== null && (await askTab(tabId, 'show-field', { field }).catch(() => false));
  if (!found)
    store
      .getState()
      .say({ record: recordKey(record), message: 'That field is not on the page now. Open the tab or section that holds it.' });
}

/** `record` and `index` are those on the screen when the rep clicks; null where there are none, and then nothing of theirs can be clicked. */
export function panelEvents(store: PanelStore, record: RecordRef | null, index: PackIndex | null): PanelEvents {
  const pack = index?.pack.id ?? null;
  const whose = record && index && { record: recordKey(record), pack: index.pack };
  const changed = async (): Promise<void> => {
    if (record) await tellWorker(record);
  };
  return {
    ...approvalEvents(db, whose, () => ({ now: Date.now(), id: () => crypto.randomUUID() }), changed),
    onMark: (title, marks) => {
      if (record === null || pack === null || marks.length === 0) return;
      const changes = marks.map((mark) => ({ record: recordKey(record), pack, ...mark }));
      void keep(store, record, changes, wordFor(title, marks));
    },
    onAnswer: (step, value) => {
      if (record !== null && pack !== null) void keepAnswer(store, record, { record: recordKey(record), pack, answer: step, value });
    },
    onShowField: (field) => {
      if (record !== null) void showField(store, record, field);
    },
    onRefreshTab: () => {
      const { tabId } = store.getState().following;
      if (tabId !== null) void browser.tabs.reload(tabId);
    },
    onReloadPanel: () => location.reload(),
    onOpenOptions: () => void browser.runtime.openOptionsPage(),
  };
}
