/** A board: one column per stage; a drop saves at once and the card returns when it is refused (facts/hubspot.md §1.4, §3.4). */

import { useCallback, useEffect, useState } from 'react';
import { DEAL, LEAD, STAGE_FIELDS, TICKET } from '../../records';
import { searchBoard } from '../data/load';
import { useMetadata } from '../data/metadata';
import { knownRecord, useRecordLookup } from '../data/records';
import { moveToStage, stageFieldOf } from '../data/stage-change';
import { options } from '../options';
import { IndexHeader } from '../parts/index-header';
import { Preview } from '../parts/preview';
import { OBJECTS } from '../record/objects';
import styles from '../styles/board.module.css';
import shell from '../styles/shell.module.css';
import { FrameworkBoard } from './framework-board';
import { moveBefore } from './order';
import { RbdBoard } from './rbd-board';

/** What a card shows under its name. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  [DEAL]: ['amount', 'closedate', 'hubspot_owner_id'],
  [TICKET]: ['hs_ticket_priority', 'hs_ticket_category', 'hubspot_owner_id'],
  [LEAD]: ['hs_lead_label', 'hs_lead_type', 'hubspot_owner_id'],
};

/** What a board asks for. */
function askedFor(objectTypeId: string): string[] {
  const { stage = '', pipeline = '' } = STAGE_FIELDS[objectTypeId] ?? {};
  return [OBJECTS[objectTypeId]?.titleProperty ?? '', stage, pipeline, ...(SHOWN[objectTypeId] ?? [])];
}

export function BoardPage({ objectTypeId }: { objectTypeId: string }) {
  const metadata = useMetadata('crm-index-ui', objectTypeId);
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const [previewed, setPreviewed] = useState<string | null>(null);
  const [version, setVersion] = useState(0);
  const lookup = useRecordLookup();
  const title = OBJECTS[objectTypeId]?.plural ?? '';
  const field = stageFieldOf(objectTypeId);

  useEffect(() => {
    document.title = title;
  }, [title]);

  useEffect(() => {
    if (!metadata) return;
    const stages = metadata.stages.map((stage) => stage.value);
    searchBoard(objectTypeId, askedFor(objectTypeId), stages).then(setOrder, () => setOrder([]));
  }, [objectTypeId, metadata, version]);

  const drop = useCallback(
    (objectId: string, stage: string, index: number) => {
      if (!order || !metadata) return;
      const stageOf = (id: string): string | undefined => knownRecord({ objectTypeId, objectId: id })?.[field];
      const others = order.filter((id) => id !== objectId && stageOf(id) === stage);
      setOrder(moveBefore(order, objectId, others[index]));
      if (stageOf(objectId) !== stage) void moveToStage('board', { objectTypeId, objectId }, stage, metadata).done;
    },
    [objectTypeId, field, order, metadata],
  );

  if (!metadata || !order) return <p className={shell.notice}>Loading…</p>;
  const { stages, pipelineLabel } = metadata;
  const Board = options.board === 'rbd' ? RbdBoard : FrameworkBoard;
  return (
    <div className={styles.page}>
      <IndexHeader
        {...{ objectTypeId, title, pipelineLabel }}
        count={order.length}
        kind="board"
        onCreated={() => setVersion(version + 1)}
      />
      <Board
        {...{ objectTypeId, stages }}
        idsIn={(stage) => order.filter((objectId) => lookup({ objectTypeId, objectId })?.[field] === stage)}
        valuesOf={(objectId) => lookup({ objectTypeId, objectId }) ?? {}}
        properties={metadata.properties.filter(({ name }) => SHOWN[objectTypeId]?.includes(name))}
        onDrop={drop}
        onPreview={setPreviewed}
      />
      {previewed && <Preview key={previewed} record={{ objectTypeId, objectId: previewed }} onClose={() => setPreviewed(null)} />}
    </div>
  );
}
