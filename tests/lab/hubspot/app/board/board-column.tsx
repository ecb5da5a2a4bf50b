/** One stage's column, with the attributes of both generations of HubSpot's board (facts/hubspot.md §1.4). */

import { Draggable, Droppable } from 'react-beautiful-dnd';
import type { Property, Stage } from '../data/metadata';
import type { RecordKey, Values } from '../data/records';
import { money } from '../format';
import styles from '../styles/board.module.css';
import { BoardCard } from './board-card';

interface BoardColumnProps {
  stage: Stage;
  objectTypeId: string;
  ids: readonly string[];
  lookup(key: RecordKey): Values | undefined;
  properties: readonly Property[];
}

export function BoardColumn({ stage, objectTypeId, ids, lookup, properties }: BoardColumnProps) {
  const total = ids.reduce((sum, objectId) => sum + Number(lookup({ objectTypeId, objectId })?.amount ?? 0), 0);
  return (
    <div className={styles.frame} data-test-id={`framework-data-column-${stage.value}`} data-column-id={stage.value}>
      <div className={styles.column} data-test-id="cdb-column">
        <h3 className={styles.columnTitle}>
          <span data-test-id="cdb-column-name">{stage.label}</span>
          <span className={styles.count}>{ids.length}</span>
        </h3>
        <Droppable droppableId={stage.value}>
          {(provided, { isDraggingOver }) => (
            <div
              ref={provided.innerRef}
              {...provided.droppableProps}
              className={isDraggingOver ? styles.bodyOver : styles.body}
              data-test-id="cdb-column-body"
              data-droppable-id={stage.value}
            >
              {ids.map((objectId, index) => (
                <Draggable key={objectId} draggableId={objectId} index={index}>
                  {(draggable, { isDragging }) => (
                    <div
                      ref={draggable.innerRef}
                      {...draggable.draggableProps}
                      {...draggable.dragHandleProps}
                      className={isDragging ? styles.itemDragging : styles.item}
                      data-test-id="cdb-column-item"
                      data-selenium-id={objectId}
                    >
                      <BoardCard
                        record={{ objectTypeId, objectId }}
                        values={lookup({ objectTypeId, objectId }) ?? {}}
                        properties={properties}
                      />
                    </div>
                  )}
                </Draggable>
              ))}
              {provided.placeholder}
            </div>
          )}
        </Droppable>
        <div className={styles.footer} data-test-id="cdb-column-footer">
          <span data-key="indexPage.board.deals.total">{money(String(total))} total</span>
        </div>
      </div>
    </div>
  );
}
