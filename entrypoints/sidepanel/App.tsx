/** Puts together what the tab said, the packs in use and the record's progress, and hands the panel its model. */
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { Panel } from '../../components/panel/Panel';
import type { PanelStore } from '../../components/panel/store';
import { recordKey } from '../../lib/progress/record-key';
import { healthModel, useHealth } from './health';
import { useMoves, useMyRoles, usePacks, useProgress, useSuperseded, useVersions } from './live';
import { useMinute, usePatience } from './moments';
import { panelEvents, takeBack } from './panel-events';
import { panelModel } from './panel-model';
import { flightNow } from './update-of';

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function App({ store }: { store: PanelStore }) {
  const { following, word, say } = useStore(store);
  const { said } = following;
  const state = said.kind === 'told' ? said.state : null;
  const view = state?.view;
  const record = view?.kind === 'record' && view.record.id !== '' ? view.record : null;
  const key = record && recordKey(record);
  const superseded = useSuperseded();
  const packs = usePacks();
  const speaks = packs?.value && ((record ? packs.value.of(record) : packs.value.all[0]) ?? null);
  const index = speaks && speaks.index;
  const progress = useProgress(key, index?.pack.id ?? null);
  const versions = useVersions(index, progress?.value?.begun);
  const flight = useMemo(
    () => flightNow(record, state, index, progress?.value, versions?.value),
    [record, state, index, progress, versions],
  );
  const moves = useMoves(key);
  const mine = useMyRoles();
  const now = useMinute();
  const waitedLong = usePatience(`${following.tabId} ${view?.kind} ${key}`);
  const trouble = superseded ?? packs?.trouble ?? progress?.trouble ?? versions?.trouble ?? moves?.trouble ?? null;
  const model = useMemo(
    () =>
      panelModel({
        said,
        packs: packs?.value,
        index,
        progress: progress?.value,
        flight,
        moves: moves?.value,
        mine,
        trouble,
        waitedLong,
        now,
        timeZone,
      }),
    [said, packs, index, progress, flight, moves, mine, trouble, waitedLong, now],
  );
  const [looks, setLooks] = useState(false);
  const health = useHealth(following.tabId, state?.at, looks);
  const events = useMemo(() => panelEvents(store, record, flight?.index ?? index ?? null, setLooks), [store, record, flight, index]);
  const shown = word && 'heading' in model && model.heading.key === word.record ? word : null;
  const undo = shown?.undo;
  const toast = shown && { id: shown.id, message: shown.message, undo: undo && record ? () => takeBack(store, record, undo) : undefined };
  return (
    <Panel
      model={model}
      health={health === undefined ? null : healthModel(health, state, index)}
      now={now}
      toast={toast}
      events={events}
      onToastGone={() => say(null)}
    />
  );
}
