/** The alerts in the corner: what could not be saved, and what was done out of sight; read out by screen readers. */

import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import styles from './styles/parts.module.css';

interface Alert {
  id: number;
  isError: boolean;
  text: string;
}

let alerts: readonly Alert[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function change(next: readonly Alert[]): void {
  alerts = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows what went wrong until it is closed or the page is left. */
export function showAlert(text: string): void {
  change([...alerts, { id: nextId++, isError: true, text }]);
}

/** Shows what was done until it is closed or the page is left. */
export function showNotice(text: string): void {
  change([...alerts, { id: nextId++, isError: false, text }]);
}

export function clearAlerts(): void {
  if (alerts.length > 0) change([]);
}

export function Alerts() {
  const shown = useSyncExternalStore(subscribe, () => alerts);
  return (
    <div className={styles.alerts} role="alert">
      {shown.map(({ id, isError, text }) => (
        <div key={id} className={isError ? styles.alert : styles.noticeAlert}>
          {isError ? <CircleAlert size={18} aria-hidden="true" /> : <CircleCheck size={18} aria-hidden="true" />}
          <div>
            <strong>{isError ? 'Not saved' : 'Done'}</strong>
            <p>{text}</p>
          </div>
          <button type="button" aria-label="Close alert" onClick={() => change(alerts.filter((alert) => alert.id !== id))}>
            <X size={16} aria-hidden="true" />
          </button>
        </div>
      ))}
    </div>
  );
}
