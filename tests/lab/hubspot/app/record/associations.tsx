/** The cards of associated records: links that stay in the document and carry the way back in `eschref`, and a preview of each. */

import { useEffect, useState } from 'react';
import { COMPANY, CONTACT, DEAL } from '../../records';
import { loadAssociations } from '../data/load';
import { useRecordLookup } from '../data/records';
import type { RecordKey, Values } from '../data/records';
import { money, nameOf } from '../format';
import { recordPathFromHere } from '../location';
import { Link } from '../parts/link';
import { Preview } from '../parts/preview';
import styles from '../styles/record.module.css';
import { OBJECTS } from './objects';

export function Associations({ record }: { record: RecordKey }) {
  const [keys, setKeys] = useState<readonly RecordKey[]>([]);
  const [previewed, setPreviewed] = useState<RecordKey | null>(null);
  const lookup = useRecordLookup();

  useEffect(() => {
    let isWanted = true;
    loadAssociations(record).then(
      (found) => isWanted && setKeys(found),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [record]);

  const cards = [CONTACT, COMPANY, DEAL]
    .filter((type) => type !== record.objectTypeId)
    .map((type) => {
      const ofType = keys.filter((key) => key.objectTypeId === type);
      return (
        <section
          key={type}
          className={styles.card}
          data-test-id={`card-wrapper-ASSOCIATION_V3/${type}`}
          data-card-type="ASSOCIATION_V3"
          data-card-id={type}
        >
          <h3 className={styles.cardTitle}>
            {OBJECTS[type]?.plural} ({ofType.length})
          </h3>
          <ul className={styles.links} data-test-id="crm-card-content">
            {ofType.map((key) => (
              <li key={key.objectId}>
                <Link href={recordPathFromHere(key)}>{nameOf(lookup(key))}</Link>
                <span>{detailOf(type, lookup(key))}</span>
                <button type="button" className={styles.preview} onClick={() => setPreviewed(key)}>
                  Preview
                </button>
              </li>
            ))}
            {ofType.length === 0 && <li>None yet</li>}
          </ul>
        </section>
      );
    });
  return (
    <>
      {cards}
      {previewed && <Preview key={previewed.objectId} record={previewed} onClose={() => setPreviewed(null)} />}
    </>
  );
}

function detailOf(type: string, values: Values | undefined): string {
  switch (type) {
    case DEAL:
      return money(values?.amount);
    case COMPANY:
      return values?.domain ?? '';
    default:
      return values?.email ?? '';
  }
}
