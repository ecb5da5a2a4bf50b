/** The head of a table: the box that selects the page, and the columns, each of which sorts. */

import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Property } from '../data/metadata';
import styles from '../styles/table.module.css';
import type { Sort } from './sort';

interface TableHeadProps {
  objectTypeId: string;
  shown: readonly Property[];
  sort: Sort | null;
  isSelected: boolean;
  onSelect(isSelected: boolean): void;
  onSort(sort: Sort): void;
}

export function TableHead({ objectTypeId, shown, sort, isSelected, onSelect, onSort }: TableHeadProps) {
  return (
    <thead>
      <tr>
        <th className={styles.boxCell}>
          <input
            type="checkbox"
            aria-label="Select all on this page"
            checked={isSelected}
            onChange={(event) => onSelect(event.target.checked)}
          />
        </th>
        {shown.map(({ name, label }) => {
          const direction = sort?.name === name ? sort.direction : undefined;
          return (
            <th key={name} role="columnheader" data-test-id={`header-${objectTypeId}-${name}`} aria-sort={direction}>
              <button type="button" onClick={() => onSort({ name, direction: direction === 'ascending' ? 'descending' : 'ascending' })}>
                {label}
                {direction === 'ascending' && <ArrowUp size={12} aria-hidden="true" />}
                {direction === 'descending' && <ArrowDown size={12} aria-hidden="true" />}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
