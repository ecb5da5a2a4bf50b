/** One record of a table: its box, its name with the way to a preview, and its cells. */

import type { Metadata, Property } from '../data/metadata';
import type { RecordKey, Values } from '../data/records';
import { nameOf } from '../format';
import { recordPathFromHere } from '../location';
import { Link } from '../parts/link';
import styles from '../styles/table.module.css';
import { EditableCell } from './editable-cell';

interface TableRowProps {
  record: RecordKey;
  shown: readonly Property[];
  values: Values;
  metadata: Metadata;
  isSelected: boolean;
  onSelect(isSelected: boolean): void;
  onPreview(): void;
}

export function TableRow({ record, shown, values, metadata, isSelected, onSelect, onPreview }: TableRowProps) {
  const { objectTypeId, objectId } = record;
  const name = nameOf(values);
  return (
    <tr data-test-id={`row-${objectId}`} data-selected={isSelected}>
      <td className={styles.boxCell}>
        <input type="checkbox" aria-label={`Select ${name}`} checked={isSelected} onChange={(event) => onSelect(event.target.checked)} />
      </td>
      {shown.map((property, index) => (
        <td key={property.name} data-column-index={index} data-table-external-id={`cell-${objectTypeId}-${objectId}-${property.name}`}>
          {index === 0 ? (
            <div className={styles.nameCell}>
              <Link data-test-id="truncated-object-label" className={styles.name} href={recordPathFromHere(record)}>
                {name}
              </Link>
              <button type="button" className={styles.preview} onClick={onPreview}>
                Preview
              </button>
            </div>
          ) : (
            <EditableCell record={record} property={property} values={values} metadata={metadata} />
          )}
        </td>
      ))}
    </tr>
  );
}
