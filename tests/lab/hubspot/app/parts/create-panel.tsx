/** The create form beside a list or board: HubSpot's object builder in a frame of the same origin (facts/hubspot.md §1.3). */

import { useEffect } from 'react';
import { objectOf } from '../../json';
import { creatorPath } from '../location';
import styles from '../styles/panels.module.css';

interface CreatePanelProps {
  objectTypeId: string;
  /** What is created, in a word. */
  singular: string;
  onCreated(): void;
  onClose(): void;
}

export function CreatePanel({ objectTypeId, singular, onCreated, onClose }: CreatePanelProps) {
  useEffect(() => {
    function hear({ origin, data }: MessageEvent<unknown>): void {
      if (origin !== window.location.origin) return;
      const { creator, andAnother } = objectOf(data);
      if (creator === 'created') onCreated();
      if (creator === 'closed' || (creator === 'created' && andAnother === false)) onClose();
    }
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [onCreated, onClose]);
  return (
    <div className={styles.veil}>
      <aside className={styles.side} role="dialog" aria-modal="true" aria-label={`Create ${singular}`}>
        <iframe className={styles.frame} title={`Create ${singular}`} src={creatorPath(objectTypeId)} />
      </aside>
    </div>
  );
}
