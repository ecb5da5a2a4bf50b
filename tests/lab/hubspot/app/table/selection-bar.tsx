/** What stands over the table while rows are selected: how many, the way to all that match, and what can be done with them. */

import { Pencil } from 'lucide-react';
import styles from '../styles/table.module.css';

interface SelectionBarProps {
  selected: number;
  total: number;
  /** All rows of this page are selected, and there are more. */
  canTakeAll: boolean;
  isAll: boolean;
  plural: string;
  onTakeAll(): void;
  onClear(): void;
  onEdit(): void;
}

export function SelectionBar({ selected, total, canTakeAll, isAll, plural, onTakeAll, onClear, onEdit }: SelectionBarProps) {
  return (
    <div className={styles.selection} role="toolbar" aria-label="Selected records">
      <strong>{isAll ? total : selected} selected</strong>
      {canTakeAll && (
        <button type="button" className={styles.takeAll} onClick={onTakeAll}>
          Select all {total} {plural}
        </button>
      )}
      <button type="button" className={styles.takeAll} onClick={onClear}>
        Clear
      </button>
      <button type="button" className={styles.action} onClick={onEdit}>
        <Pencil size={14} aria-hidden="true" /> Edit
      </button>
    </div>
  );
}
