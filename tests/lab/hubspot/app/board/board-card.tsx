/** A record's card: its name, some properties, and the way to a preview. */

import type { Property } from '../data/metadata';
import type { RecordKey, Values } from '../data/records';
import { displayed, nameOf } from '../format';
import { recordPathFromHere } from '../location';
import { Link } from '../parts/link';
import styles from '../styles/board.module.css';

interface BoardCardProps {
  record: RecordKey;
  values: Values;
  properties: readonly Property[];
  onPreview(): void;
}

export function BoardCard({ record, values, properties, onPreview }: BoardCardProps) {
  return (
    <div className={styles.card} data-test-id="cdb-card">
      <div className={styles.cardHead}>
        <div data-test-id="title-hover-container">
          <Link className={styles.cardTitle} data-test-id="board-card-section-title-link" href={recordPathFromHere(record)}>
            {nameOf(values)}
          </Link>
        </div>
        <div className={styles.quick} data-test-id="board-card-quick-actions-container">
          <button type="button" onClick={onPreview}>
            Preview
          </button>
        </div>
      </div>
      {properties.map((property, index) => (
        <div key={property.name} className={styles.property} data-test-id={`cdbc-property-${index}`} data-selenium-test="card-property">
          <span data-test-id="cdbc-property-label">{property.label}: </span>
          <span data-test-id="cdbc-property-value">{displayed(property, values[property.name])}</span>
        </div>
      ))}
    </div>
  );
}
