/**
 * The preview: another record's properties in a panel over the page, edited and saved there. Its attributes have not been captured
 * (facts/hubspot.md §1.6): the rows are those of a record page.
 */

import { ExternalLink, X } from 'lucide-react';
import { useEffect } from 'react';
import { loadRecords } from '../data/load';
import { useMetadata } from '../data/metadata';
import { useRecord } from '../data/records';
import type { RecordKey } from '../data/records';
import { nameOf } from '../format';
import { recordPathFromHere } from '../location';
import { OBJECTS } from '../record/objects';
import { PropertiesCard } from '../record/properties-card';
import shell from '../styles/shell.module.css';
import styles from '../styles/panels.module.css';
import { Link } from './link';

export function Preview({ record, onClose }: { record: RecordKey; onClose(): void }) {
  const { objectTypeId, objectId } = record;
  const values = useRecord(record);
  const metadata = useMetadata('crm-records-ui', objectTypeId);
  const object = OBJECTS[objectTypeId];
  const name = nameOf(values);

  useEffect(() => {
    const loading = loadRecords(objectTypeId, [objectId], false);
    loading.answer.catch(() => undefined);
    return loading.abort;
  }, [objectTypeId, objectId]);

  return (
    <aside className={styles.side} role="dialog" aria-label={`Preview of ${name}`}>
      <header className={styles.sideHead}>
        <h2>{name}</h2>
        <button type="button" aria-label="Close preview" onClick={onClose}>
          <X size={18} aria-hidden="true" />
        </button>
      </header>
      <div className={styles.sideBody}>
        <Link className={styles.sideLink} href={recordPathFromHere(record)}>
          View record <ExternalLink size={14} aria-hidden="true" />
        </Link>
        {values && metadata && object ? (
          <PropertiesCard {...{ record, values, metadata, object }} place="preview" />
        ) : (
          <p className={shell.notice}>Loading…</p>
        )}
      </div>
    </aside>
  );
}
