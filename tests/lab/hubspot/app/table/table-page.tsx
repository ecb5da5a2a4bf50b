/** The table of an object's records, with values edited in their cells (facts/hubspot.md §1.5). */

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { searchTable } from '../data/load';
import { useMetadata } from '../data/metadata';
import { useRecordLookup } from '../data/records';
import { nameOf } from '../format';
import { recordPathFromHere } from '../location';
import { IndexHeader } from '../parts/index-header';
import { Link } from '../parts/link';
import { OBJECTS } from '../record/objects';
import shell from '../styles/shell.module.css';
import styles from '../styles/table.module.css';
import { COLUMNS } from './columns';
import { EditableCell } from './editable-cell';
import { sortedBy } from './sort';
import type { Sort } from './sort';

export function TablePage({ objectTypeId }: { objectTypeId: string }) {
  const metadata = useMetadata('crm-index-ui', objectTypeId);
  const [ids, setIds] = useState<readonly string[] | null>(null);
  const [sort, setSort] = useState<Sort | null>(null);
  const lookup = useRecordLookup();
  const columns = COLUMNS[objectTypeId] ?? [];
  const title = OBJECTS[objectTypeId]?.plural ?? '';

  useEffect(() => {
    document.title = title;
  }, [title]);

  useEffect(() => {
    searchTable(objectTypeId, COLUMNS[objectTypeId] ?? []).then(setIds, () => setIds([]));
  }, [objectTypeId]);

  if (!metadata || !ids) return <p className={shell.notice}>Loading…</p>;
  const shown = columns.flatMap((name) => metadata.properties.find((property) => property.name === name) ?? []);
  const values = (objectId: string) => lookup({ objectTypeId, objectId }) ?? {};
  const rows = sortedBy(sort, ids, values);
  return (
    <div className={styles.page}>
      <IndexHeader objectTypeId={objectTypeId} title={title} count={ids.length} pipelineLabel={metadata.pipelineLabel} kind="list" />
      <div className={styles.scroll}>
        <table className={styles.table} data-test-id="framework-data-table">
          <thead>
            <tr>
              {shown.map(({ name, label }) => (
                <th
                  key={name}
                  role="columnheader"
                  data-test-id={`header-${objectTypeId}-${name}`}
                  aria-sort={sort?.name === name ? sort.direction : undefined}
                >
                  <button type="button" onClick={() => setSort(nextSort(sort, name))}>
                    {label}
                    {sort?.name === name &&
                      (sort.direction === 'ascending' ? (
                        <ArrowUp size={12} aria-hidden="true" />
                      ) : (
                        <ArrowDown size={12} aria-hidden="true" />
                      ))}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          {/* A new sort makes a new body, as HubSpot's table does. */}
          <tbody key={sort ? `${sort.name} ${sort.direction}` : 'unsorted'}>
            {rows.map((objectId) => (
              <tr key={objectId} data-test-id={`row-${objectId}`}>
                {shown.map((property, index) => (
                  <td
                    key={property.name}
                    data-column-index={index}
                    data-table-external-id={`cell-${objectTypeId}-${objectId}-${property.name}`}
                  >
                    {index === 0 ? (
                      <Link
                        data-test-id="truncated-object-label"
                        className={styles.name}
                        href={recordPathFromHere({ objectTypeId, objectId })}
                      >
                        {nameOf(values(objectId))}
                      </Link>
                    ) : (
                      <EditableCell
                        record={{ objectTypeId, objectId }}
                        property={property}
                        values={values(objectId)}
                        stages={metadata.stages}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" className={styles.next} data-next-page="true" disabled>
        Next
      </button>
    </div>
  );
}

function nextSort(sort: Sort | null, name: string): Sort {
  return { name, direction: sort?.name === name && sort.direction === 'ascending' ? 'descending' : 'ascending' };
}
