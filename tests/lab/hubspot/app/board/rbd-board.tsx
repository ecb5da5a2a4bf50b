/** The board of 2022-25: columns and cards of react-beautiful-dnd (facts/hubspot.md §1.4). */

import { DragDropContext, Draggable, Droppable } from 'react-beautiful-dnd';
import type { DropResult } from 'react-beautiful-dnd';
import type { Stage } from '../data/metadata';
import styles from '../styles/board.module.css';
import type { BoardParts } from './board';
import { BoardCard } from './board-card';
import { ColumnTotal } from './column-total';

/** The drag library makes style elements: the policy lets them in by the nonce that the page's own style sheet carries. */
const nonce = document.querySelector<HTMLElement>('link[nonce]')?.nonce;

export function RbdBoard(parts: BoardParts) {
  function drop({ draggableId, destination }: DropResult): void {
    if (destination) parts.onDrop(draggableId, destination.droppableId, destination.index);
  }
  return (
    <DragDropContext nonce={nonce} onDragEnd={drop}>
      <div className={styles.columns} data-test-id="cdb-columns-container">
        {parts.stages.map((stage) => (
          <Column key={stage.value} stage={stage} {...parts} />
        ))}
      </div>
    </DragDropContext>
  );
}

function Column({ stage, objectTypeId, idsIn, valuesOf, properties, onPreview }: BoardParts & { stage: Stage }) {
  const ids = idsIn(stage.value);
  return (
    <div className={styles.frame}>
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
                        values={valuesOf(objectId)}
                        properties={properties}
                        onPreview={() => onPreview(objectId)}
                      />
                    </div>
                  )}
                </Draggable>
              ))}
              {provided.placeholder}
            </div>
          )}
        </Droppable>
        <ColumnTotal {...{ objectTypeId, ids, valuesOf }} />
      </div>
    </div>
  );
}
