/** What the panel does when the rep asks: keeps what was done, leads to fields, refreshes, opens the options. */
import { browser } from '#imports';
import type { PanelEvents } from '../../components/panel/events';
import { wordFor } from '../../components/panel/store';
import type { PanelStore, Undo } from '../../components/panel/store';
import type { RecordRef } from '../../lib/crm/adapter';
import { askTab, askWorker } from '../../lib/messages/send';
import type { PackIndex } from '../../lib/pack/load';
import { setAnswer } from '../../lib/progress/answers';
import { putOff, takeBackUpdate, takeUpdate } from '../../lib/progress/begun';
import { setSteps } from '../../lib/progress/checklists';
import { db } from '../../lib/progress/db';
import { waiveDebt } from '../../lib/progress/debts';
import { closeElsewhere } from '../../lib/progress/elsewhere';
import { explain } from '../../lib/progress/errors';
import { recordKey } from '../../lib/progress/record-key';
import { noteWrongHere } from '../../lib/progress/wrong-here';
import { approvalEvents } from './approval-events';
import { keepPlace, keepReason, keepStand, stamp } from './keep';
import type { Whose } from './keep';

/** What to say once it is kept; `undo`: what takes it back. Null takes away what was said before; nothing leaves it. */
type Said = { message: string; undo?: Undo } | null | undefined;

/** What the toast says is said once it is on the disk. A failure is told, too. */
async function keep(store: PanelStore, record: RecordRef, work: () => Promise<Said>): Promise<void> {
  const key = recordKey(record);
  const { say } = store.getState();
  try {
    const said = await work();
    if (said !== undefined) say(said && { record: key, ...said });
  } catch (error) {
    say({ record: key, message: explain(error) });
    return;
  }
  await tellWorker(record);
}

/** The badge follows when the worker can be reached; what is kept does not depend on it. */
async function tellWorker(record: RecordRef): Promise<void> {
  await askWorker('progress-changed', { record }).catch(() => undefined);
}

/** It is again as it was before. */
export function takeBack(store: PanelStore, record: RecordRef, undo: Undo): void {
  void keep(store, record, async () => {
    await ('row' in undo ? takeBackUpdate(db, undo, stamp()) : setSteps(db, undo, stamp()));
    return null;
  });
}

async function showField(store: PanelStore, record: RecordRef, field: string): Promise<void> {
  const { tabId } = store.getState().following;
  const found = tabId !== null && (await askTab(tabId, 'show-field', { field }).catch(() => false));
  if (!found)
    store
      .getState()
      .say({ record: recordKey(record), message: 'That field is not on the page now. Open the tab or section that holds it.' });
}

type Keeping = Omit<
  PanelEvents,
  'onAskApproval' | 'onEnterCode' | 'onShowField' | 'onHealth' | 'onRefreshTab' | 'onReloadPanel' | 'onOpenOptions'
>;

/** What is kept of a record, and the word about it. */
function keeping(run: (work: (whose: Whose) => Promise<Said>) => void): Keeping {
  return {
    onMark: (title, marks) =>
      run(async (whose) => {
        if (marks.length === 0) return undefined;
        const undo = await setSteps(
          db,
          marks.map((mark) => ({ ...whose, ...mark })),
          stamp(),
        );
        return { message: wordFor(title, marks), undo };
      }),
    onAnswer: (step, value) =>
      run(async (whose) => {
        await setAnswer(db, { ...whose, answer: step, value }, stamp());
        return undefined;
      }),
    onConfirm: (criterion, stands) =>
      run(async (whose) => {
        await keepStand(whose, criterion, stands);
        return { message: stands ? `Confirmed: ${criterion.label}` : `Taken back: ${criterion.label}` };
      }),
    onWrongHere: ({ sop, criterion, label }, comment) =>
      run(async (whose) => {
        await noteWrongHere(db, { ...whose, sop, criterion, comment }, stamp());
        return { message: `Noted: ${label}` };
      }),
    onWaive: (debt, note) =>
      run(async () => {
        await waiveDebt(db, debt.id, note, stamp());
        return { message: `Waived: ${debt.label}` };
      }),
    onReason: (catchUp, reason) =>
      run(async (whose) => {
        await keepReason(whose, catchUp, reason);
        return { message: 'Your reason is kept. What was skipped stays here until it is made good.' };
      }),
    onDismiss: (catchUp) =>
      run(async ({ pack }) => {
        await closeElsewhere(db, catchUp.id, 'dismissed', pack, stamp());
        return { message: 'Dismissed. You will not be asked about this move again.' };
      }),
    onTakeUpdate: ({ from, to, stale }) =>
      run(async (whose) => {
        const taken = await takeUpdate(db, { ...whose, from, to }, stale, stamp());
        return taken ? { message: `Version ${to} counts here now.`, undo: taken } : undefined;
      }),
    onPutOffUpdate: ({ to, stage }) =>
      run(async (whose) => {
        await putOff(db, { ...whose, version: to }, stamp());
        return { message: `Kept as it is until it leaves ${stage}.` };
      }),
    onPlace: (stage) =>
      run(async (whose) => {
        await keepPlace(whose, stage);
        return { message: stage ? `Stage chosen by hand: ${stage.title}` : 'The stage you chose is forgotten.' };
      }),
  };
}

/** `record` and `index` are those on the screen when the rep clicks; null where there are none, and then nothing of theirs can be clicked. */
export function panelEvents(
  store: PanelStore,
  record: RecordRef | null,
  index: PackIndex | null,
  onHealth: PanelEvents['onHealth'],
): PanelEvents {
  const whose = record && index && { record: recordKey(record), pack: index.pack };
  const changed = async (): Promise<void> => {
    if (record) await tellWorker(record);
  };
  return {
    ...approvalEvents(db, whose, stamp, changed),
    ...keeping((work) => {
      if (record && whose) void keep(store, record, () => work({ record: whose.record, pack: whose.pack.id }));
    }),
    onShowField: (field) => {
      if (record !== null) void showField(store, record, field);
    },
    onHealth,
    onRefreshTab: () => {
      const { tabId } = store.getState().following;
      if (tabId !== null) void browser.tabs.reload(tabId);
    },
    onReloadPanel: () => location.reload(),
    onOpenOptions: () => void browser.runtime.openOptionsPage(),
  };
}
