/** Puts together what the tab said, the pack in use and the record's progress, and hands the panel its model. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { Panel } from '../../components/panel/Panel';
import type { PanelStore } from '../../components/panel/store';
import { recordKey } from '../../lib/progress/record-key';
import { useActiveIndex, useMissedCheck, useMyRoles, useProgress, useSuperseded } from './live';
import { useMinute, usePatience } from './moments';
import { panelEvents, takeBack } from './panel-events';
import { panelModel } from './panel-model';

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function App({ store }: { store: PanelStore }) {
  const { following, word, say } = useStore(store);
  const { said } = following;
  const view = said.kind === 'told' ? said.state.view : null;
  const record = view?.kind === 'record' && view.record.id !== '' ? view.record : null;
  const key = record && recordKey(record);
  const superseded = useSuperseded();
  const pack = useActiveIndex();
  const index = pack?.value;
  const progress = useProgress(key, index?.pack.id ?? null);
  const missed = useMissedCheck(key);
  const mine = useMyRoles();
  const now = useMinute();
  const waitedLong = usePatience(`${following.tabId} ${view?.kind} ${key}`);
  const trouble = superseded ?? pack?.trouble ?? progress?.trouble ?? missed?.trouble ?? null;
  const model = useMemo(
    () => panelModel({ said, index, progress: progress?.value, missed: missed?.value, mine, trouble, waitedLong, now, timeZone }),
    [said, index, progress, missed, mine, trouble, waitedLong, now],
  );
  const events = useMemo(() => panelEvents(store, record, index ?? null), [store, record, index]);
  const shown = word && model.kind === 'sop' && model.heading.key === word.record ? word : null;
  const undo = shown?.undo;
  const toast = shown && { id: shown.id, message: shown.message, undo: undo && record ? () => takeBack(store, record, undo) : undefined };
  return <Panel model={model} now={now} toast={toast} events={events} onToastGone={() => say(null)} />;
}
