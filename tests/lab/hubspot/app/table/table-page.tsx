/** The table of an object's records, with values edited in their cells or for many records at once (facts/hubspot.md §1.5). */

import { useEffect, useMemo, useState } from 'react';
import { updateMany } from '../data/bulk';
import { TABLE_PAGE } from '../data/load';
import { useMetadata } from '../data/metadata';
import { useRecordLookup } from '../data/records';
import { stageFieldOf } from '../data/stage-change';
import { IndexHeader } from '../parts/index-header';
import { Preview } from '../parts/preview';
import { OBJECTS } from '../record/objects';
import shell from '../styles/shell.module.css';
import styles from '../styles/table.module.css';
import { BulkEdit } from './bulk-edit';
import { COLUMNS } from './columns';
import { SelectionBar } from './selection-bar';
import { sortedBy } from './sort';
import type { Sort } from './sort';
import { StageFilter } from './stage-filter';
import { TableHead } from './table-head';
import { TableRow } from './table-row';
import { usePage } from './use-page';

export function TablePage({ objectTypeId }: { objectTypeId: string }) {
  const metadata = useMetadata('crm-index-ui', objectTypeId);
  const [stage, setStage] = useState('');
  const search = useMemo(() => {
    const filter = { property: stageFieldOf(objectTypeId), operator: 'EQ', value: stage };
    return { objectTypeId, filterGroups: stage ? [{ filters: [filter] }] : [], query: '' };
  }, [objectTypeId, stage]);
  const [pageNumber, setPageNumber] = useState(0);
  const [version, setVersion] = useState(0);
  const page = usePage(search, pageNumber, version);
  const [sort, setSort] = useState<Sort | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [isAll, setAll] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const [previewed, setPreviewed] = useState<string | null>(null);
  const lookup = useRecordLookup();
  const title = OBJECTS[objectTypeId]?.plural ?? '';
  const plural = title.toLowerCase();

  useEffect(() => {
    document.title = title;
  }, [title]);

  if (!metadata || !page) return <p className={shell.notice}>Loading…</p>;
  const shown = (COLUMNS[objectTypeId] ?? []).flatMap((name) => metadata.properties.find((property) => property.name === name) ?? []);
  const values = (objectId: string) => lookup({ objectTypeId, objectId }) ?? {};
  const rows = sortedBy(sort, page.ids, values);
  const isPageSelected = page.ids.length > 0 && page.ids.every((id) => selected.has(id));

  function select(ids: readonly string[], isSelected: boolean): void {
    const others = [...selected].filter((id) => !ids.includes(id));
    setSelected(new Set(isSelected ? [...others, ...ids] : others));
    setAll(false);
  }

  function clear(): void {
    setSelected(new Set());
    setAll(false);
  }

  async function edit(name: string, value: string): Promise<void> {
    setEditing(false);
    if (!(await updateMany(search, isAll ? null : [...selected], { [name]: value }))) return;
    clear();
    setVersion((before) => before + 1);
  }

  function turnTo(next: number): void {
    setPageNumber(next);
    clear();
  }

  return (
    <div className={styles.page}>
      <IndexHeader
        {...{ objectTypeId, title }}
        count={page.total}
        pipelineLabel={metadata.pipelineLabel}
        kind="list"
        onCreated={() => setVersion(version + 1)}
      >
        {metadata.stages.length > 0 && (
          <StageFilter
            stages={metadata.stages}
            value={stage}
            onChange={(next) => {
              setStage(next);
              turnTo(0);
            }}
          />
        )}
      </IndexHeader>
      {selected.size > 0 && (
        <SelectionBar
          selected={selected.size}
          total={page.total}
          canTakeAll={isPageSelected && !isAll && page.total > selected.size}
          isAll={isAll}
          plural={plural}
          onTakeAll={() => setAll(true)}
          onClear={clear}
          onEdit={() => setEditing(true)}
        />
      )}
      <div className={styles.scroll}>
        <table className={styles.table} data-test-id="framework-data-table">
          <TableHead
            {...{ objectTypeId, shown, sort }}
            isSelected={isPageSelected}
            onSelect={(isSelected) => select(page.ids, isSelected)}
            onSort={setSort}
          />
          {/* A new sort makes a new body, as HubSpot's table does. */}
          <tbody key={sort ? `${sort.name} ${sort.direction}` : 'unsorted'}>
            {rows.map((objectId) => (
              <TableRow
                key={objectId}
                record={{ objectTypeId, objectId }}
                shown={shown}
                values={values(objectId)}
                metadata={metadata}
                isSelected={selected.has(objectId)}
                onSelect={(isSelected) => select([objectId], isSelected)}
                onPreview={() => setPreviewed(objectId)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.pages}>
        <button type="button" disabled={pageNumber === 0} onClick={() => turnTo(pageNumber - 1)}>
          Prev
        </button>
        <span>
          Page {pageNumber + 1} of {Math.max(1, Math.ceil(page.total / TABLE_PAGE))}
        </span>
        <button
          type="button"
          data-next-page="true"
          disabled={(pageNumber + 1) * TABLE_PAGE >= page.total}
          onClick={() => turnTo(pageNumber + 1)}
        >
          Next
        </button>
      </div>
      {isEditing && (
        <BulkEdit
          count={isAll ? page.total : selected.size}
          {...{ plural, metadata }}
          onSave={(name, value) => void edit(name, value)}
          onCancel={() => setEditing(false)}
        />
      )}
      {previewed && <Preview key={previewed} record={{ objectTypeId, objectId: previewed }} onClose={() => setPreviewed(null)} />}
    </div>
  );
}
