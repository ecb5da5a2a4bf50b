/**
 * The newer board (facts/hubspot.md §1.4): columns by `data-column-id` with a drop zone by `data-droppable-id`, of which only the cards in view
 * exist. Which library moves them is not known: here it is the pointer, without any drag event.
 */

import { useRef, useState } from 'react';
import type { Stage } from '../data/metadata';
import styles from '../styles/board.module.css';
import type { BoardParts } from './board';
import { BoardCard } from './board-card';
import { ColumnTotal } from './column-total';
import { CARD_HEIGHT, useDrag, useWindow } from './framework-drag';

export function FrameworkBoard(parts: BoardParts) {
  const { dragged, over, start } = useDrag(parts.onDrop);
  return (
    <div className={styles.columns} data-test-id="framework-board">
      {parts.stages.map((stage) => (
        <Column key={stage.value} {...{ stage, start }} isOver={over === stage.value} {...parts} />
      ))}
      {dragged && (
        <div className={styles.ghost} style={{ left: dragged.x, top: dragged.y, width: dragged.width }}>
          <BoardCard
            record={{ objectTypeId: parts.objectTypeId, objectId: dragged.objectId }}
            values={parts.valuesOf(dragged.objectId)}
            properties={parts.properties}
            onPreview={() => undefined}
          />
        </div>
      )}
    </div>
  );
}

interface ColumnProps extends BoardParts {
  stage: Stage;
  isOver: boolean;
  start: ReturnType<typeof useDrag>['start'];
}

function Column({ stage, isOver, start, objectTypeId, idsIn, valuesOf, properties, onPreview }: ColumnProps) {
  const ids = idsIn(stage.value);
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const { first, slots } = useWindow(body, top, ids.length);
  return (
    <div className={styles.frame} data-test-id={`framework-data-column-${stage.value}`} data-column-id={stage.value}>
      <div className={styles.column}>
        <h3 className={styles.columnTitle}>
          <span data-test-id="cdb-column-name">{stage.label}</span>
          <span className={styles.count}>{ids.length}</span>
        </h3>
        <div
          ref={body}
          className={isOver ? styles.bodyOver : styles.body}
          data-droppable-id={stage.value}
          onScroll={(event) => setTop(event.currentTarget.scrollTop)}
        >
          <div className={styles.runway} style={{ height: ids.length * CARD_HEIGHT }}>
            {ids.slice(first, first + slots).map((objectId, offset) => (
              // By its slot, not by its record: scrolling gives the same element to another record.
              <div
                key={(first + offset) % slots}
                className={styles.slot}
                style={{ top: (first + offset) * CARD_HEIGHT, height: CARD_HEIGHT }}
                data-test-id="cdb-column-item"
                data-selenium-id={objectId}
                onPointerDown={(event) => start(event, objectId)}
              >
                <BoardCard
                  record={{ objectTypeId, objectId }}
                  values={valuesOf(objectId)}
                  properties={properties}
                  onPreview={() => onPreview(objectId)}
                />
              </div>
            ))}
          </div>
        </div>
        <ColumnTotal {...{ objectTypeId, ids, valuesOf }} />
      </div>
    </div>
  );
}
