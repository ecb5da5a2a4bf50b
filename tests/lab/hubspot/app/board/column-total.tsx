/** The foot of a column: what its deals are worth together, or how many records there are. */

import { DEAL } from '../../records';
import { money } from '../format';
import styles from '../styles/board.module.css';
import type { BoardParts } from './board';

export function ColumnTotal({ objectTypeId, ids, valuesOf }: Pick<BoardParts, 'objectTypeId' | 'valuesOf'> & { ids: readonly string[] }) {
  const total = ids.reduce((sum, objectId) => sum + Number(valuesOf(objectId).amount ?? 0), 0);
  return (
    <div className={styles.footer} data-test-id="cdb-column-footer">
      {objectTypeId === DEAL ? (
        <span data-key="indexPage.board.deals.total">{money(String(total))} total</span>
      ) : (
        <span>{ids.length === 1 ? '1 record' : `${ids.length} records`}</span>
      )}
    </div>
  );
}
