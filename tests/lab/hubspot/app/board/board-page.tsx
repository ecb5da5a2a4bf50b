/** The board of deals: one column per stage; a drop saves at once and the card returns when it is refused (facts/hubspot.md §1.4, §3.4). */

import { useEffect, useState } from 'react';
import { DragDropContext } from 'react-beautiful-dnd';
import type { DropResult } from 'react-beautiful-dnd';
import { searchBoard } from '../data/load';
import { useMetadata } from '../data/metadata';
import { knownRecord, useRecordLookup } from '../data/records';
import { saveOnBoard } from '../data/save';
import { stageChange } from '../data/stage-change';
import { IndexHeader } from '../parts/index-header';
import styles from '../styles/board.module.css';
import shell from '../styles/shell.module.css';
import { BoardColumn } from './board-column';
import { moveBefore } from './order';

const PROPERTIES = ['dealname', 'dealstage', 'pipeline', 'amount', 'closedate', 'hubspot_owner_id'];

/** The drag library makes style elements: the policy lets them in by the nonce that the page's own style sheet carries. */
const nonce = document.querySelector<HTMLElement>('link[nonce]')?.nonce;

export function BoardPage({ objectTypeId }: { objectTypeId: string }) {
  const metadata = useMetadata('crm-index-ui', objectTypeId);
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const lookup = useRecordLookup();

  useEffect(() => {
    document.title = 'Deals';
  }, []);

  useEffect(() => {
    if (!metadata) return;
    const stages = metadata.stages.map((stage) => stage.value);
    searchBoard(objectTypeId, PROPERTIES, stages).then(setOrder, () => setOrder([]));
  }, [objectTypeId, metadata]);

  if (!metadata || !order) return <p className={shell.notice}>Loading…</p>;
  const { stages } = metadata;
  const idsIn = (stage: string): string[] => order.filter((objectId) => lookup({ objectTypeId, objectId })?.dealstage === stage);

  function drop({ draggableId, source, destination }: DropResult): void {
    if (!order || !destination) return;
    const { droppableId: stage, index } = destination;
    const others = idsIn(stage).filter((id) => id !== draggableId);
    setOrder(moveBefore(order, draggableId, others[index]));
    if (stage === source.droppableId) return;
    const key = { objectTypeId, objectId: draggableId };
    void saveOnBoard(key, stageChange(knownRecord(key) ?? {}, stage, stages, Date.now()));
  }

  return (
    <div className={styles.page}>
      <IndexHeader objectTypeId={objectTypeId} title="Deals" count={order.length} pipelineLabel={metadata.pipelineLabel} kind="board" />
      <DragDropContext nonce={nonce} onDragEnd={drop}>
        <div className={styles.columns} data-test-id="cdb-columns-container">
          {stages.map((stage) => (
            <BoardColumn
              key={stage.value}
              stage={stage}
              objectTypeId={objectTypeId}
              ids={idsIn(stage.value)}
              lookup={lookup}
              properties={metadata.properties}
            />
          ))}
        </div>
      </DragDropContext>
    </div>
  );
}
