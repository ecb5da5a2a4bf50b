/** A deal's card. */

import type { Property } from '../data/metadata';
import type { RecordKey, Values } from '../data/records';
import { displayed } from '../format';
import { recordPathFromHere } from '../location';
import { Link } from '../parts/link';
import styles from '../styles/board.module.css';

const SHOWN = ['amount', 'closedate', 'hubspot_owner_id'];

export function BoardCard({ record, values, properties }: { record: RecordKey; values: Values; properties: readonly Property[] }) {
  return (
    <div className={styles.card} data-test-id="cdb-card">
      <div data-test-id="title-hover-container">
        <Link className={styles.cardTitle} data-test-id="board-card-section-title-link" href={recordPathFromHere(record)}>
          {values.dealname}
        </Link>
      </div>
      {properties
        .filter(({ name }) => SHOWN.includes(name))
        .map((property, index) => (
          <div key={property.name} className={styles.property} data-test-id={`cdbc-property-${index}`} data-selenium-test="card-property">
            <span data-test-id="cdbc-property-label">{property.label}: </span>
            <span data-test-id="cdbc-property-value">{displayed(property, values[property.name])}</span>
          </div>
        ))}
    </div>
  );
}
