/** The alerts in the corner: what could not be saved, read out by screen readers. */

import { CircleAlert, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import styles from './styles/parts.module.css';

interface Alert {
  id: number;
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

/** Shows an alert until it is closed or the page is left. */
export function showAlert(text: string): void {
  change([...alerts, { id: nextId++, text }]);
}

export function clearAlerts(): void {
  if (alerts.length > 0) change([]);
}

export function Alerts() {
  const shown = useSyncExternalStore(subscribe, () => alerts);
  return (
    <div className={styles.alerts} role="alert">
      {shown.map(({ id, text }) => (
        <div key={id} className={styles.alert}>
          <CircleAlert size={18} aria-hidden="true" />
          <div>
            <strong>Not saved</strong>
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
