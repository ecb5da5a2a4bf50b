/** The top of a list or board: its name, its pipeline and filters, the switch between table and board, and the way to a new record. */

import { Columns3, Rows3 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { STAGE_FIELDS } from '../../records';
import { indexPath } from '../location';
import { OBJECTS } from '../record/objects';
import styles from '../styles/parts.module.css';
import { CreatePanel } from './create-panel';
import { Link } from './link';

interface IndexHeaderProps {
  objectTypeId: string;
  title: string;
  count: number;
  pipelineLabel: string;
  kind: 'list' | 'board';
  onCreated(): void;
  /** Filters of this kind of page. */
  children?: ReactNode;
}

export function IndexHeader({ objectTypeId, title, count, pipelineLabel, kind, onCreated, children }: IndexHeaderProps) {
  const [isCreating, setCreating] = useState(false);
  const singular = OBJECTS[objectTypeId]?.singular ?? 'record';
  return (
    <div className={styles.indexHeader}>
      <h1>{title}</h1>
      <span className={styles.indexCount}>{count === 1 ? '1 record' : `${count} records`}</span>
      <div className={styles.filterBar} data-onboarding="filter-bar">
        {children}
        {STAGE_FIELDS[objectTypeId] && (
          <>
            <div className={styles.pipelineSelector} data-selenium-test="pipelineSelector" role="button" tabIndex={0} aria-label="Pipeline">
              <span data-option-text="true">{pipelineLabel}</span>
            </div>
            <Link className={styles.viewSwitch} href={indexPath(objectTypeId, 'list')} aria-current={kind === 'list' ? 'page' : undefined}>
              <Rows3 size={16} aria-hidden="true" /> Table
            </Link>
            <Link
              className={styles.viewSwitch}
              href={indexPath(objectTypeId, 'board')}
              aria-current={kind === 'board' ? 'page' : undefined}
            >
              <Columns3 size={16} aria-hidden="true" /> Board
            </Link>
          </>
        )}
        <button type="button" className={styles.primary} data-test-id="create-object" onClick={() => setCreating(true)}>
          Create {singular}
        </button>
      </div>
      {isCreating && (
        <CreatePanel objectTypeId={objectTypeId} singular={singular} onClose={() => setCreating(false)} onCreated={onCreated} />
      )}
    </div>
  );
}
