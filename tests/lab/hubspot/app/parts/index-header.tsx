/** The top of a list or board: its name, its pipeline, and the switch between table and board. */

import { Columns3, Rows3 } from 'lucide-react';
import { DEAL } from '../../records';
import { indexPath } from '../location';
import styles from '../styles/parts.module.css';
import { Link } from './link';

interface IndexHeaderProps {
  objectTypeId: string;
  title: string;
  count: number;
  pipelineLabel: string;
  kind: 'list' | 'board';
}

export function IndexHeader({ objectTypeId, title, count, pipelineLabel, kind }: IndexHeaderProps) {
  return (
    <div className={styles.indexHeader}>
      <h1>{title}</h1>
      <span className={styles.indexCount}>{count === 1 ? '1 record' : `${count} records`}</span>
      <div className={styles.filterBar} data-onboarding="filter-bar">
        {objectTypeId === DEAL && (
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
      </div>
    </div>
  );
}
