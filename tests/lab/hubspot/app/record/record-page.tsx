/** A record page: what it is on the left, what happens in the middle, what it belongs to on the right. */

import { ChevronLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import { objectOf } from '../../json';
import { DEAL, TICKET } from '../../records';
import { isHttpError } from '../http/client';
import { loadRecords } from '../data/load';
import { useMetadata } from '../data/metadata';
import { useRecord } from '../data/records';
import type { RecordKey } from '../data/records';
import { nameOf } from '../format';
import { indexPath } from '../location';
import { Link } from '../parts/link';
import shell from '../styles/shell.module.css';
import styles from '../styles/record.module.css';
import { Associations } from './associations';
import { Highlight } from './highlight';
import { MiddlePane } from './middle-pane';
import { PropertiesCard } from './properties-card';
import { OBJECTS } from './objects';

/** The record before it stays on screen until the next one is loaded, as it does in HubSpot's one document. */
export function RecordPage({ target }: { target: RecordKey }) {
  const { objectTypeId, objectId } = target;
  const [shown, setShown] = useState<RecordKey | null>(null);
  const [missingId, setMissingId] = useState<string | null>(null);

  useEffect(() => {
    const first = loadRecords(objectTypeId, [objectId], false);
    const second = loadRecords(objectTypeId, [objectId], true);
    first.answer.then(
      (found) => (objectId in objectOf(found) ? setShown({ objectTypeId, objectId }) : setMissingId(objectId)),
      (error: unknown) => {
        if (!isHttpError(error) || error.errorCode !== 'ABORT') setMissingId(objectId);
      },
    );
    second.answer.catch(() => undefined);
    return () => {
      first.abort();
      second.abort();
    };
  }, [objectTypeId, objectId]);

  if (missingId === objectId) return <p className={shell.notice}>This record does not exist, or you may not see it.</p>;
  if (!shown) return <p className={shell.notice}>Loading…</p>;
  return <Loaded key={`${shown.objectTypeId}/${shown.objectId}`} record={shown} />;
}

function Loaded({ record }: { record: RecordKey }) {
  const values = useRecord(record);
  const metadata = useMetadata('crm-records-ui', record.objectTypeId);
  const object = OBJECTS[record.objectTypeId];
  const name = nameOf(values);

  useEffect(() => {
    document.title = name;
  }, [name]);

  if (!values || !metadata || !object) return <p className={shell.notice}>Loading…</p>;
  const parts = { record, values, metadata, object };
  return (
    <div className={styles.page} data-selenium-id={record.objectId}>
      <div className={styles.left} data-test-id="left-sidebar">
        <div className={styles.back}>
          <Link href={indexPath(record.objectTypeId, [DEAL, TICKET].includes(record.objectTypeId) ? 'board' : 'list')}>
            <ChevronLeft size={16} aria-hidden="true" />
            {object.plural}
          </Link>
        </div>
        <Highlight {...parts} />
        <PropertiesCard {...parts} />
      </div>
      <MiddlePane {...parts} />
      <div className={styles.right} data-test-id="records-right-sidebar">
        <Associations record={record} />
      </div>
    </div>
  );
}
