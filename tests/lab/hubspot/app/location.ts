/** Where the app is: one document for every record, list and board, moved by pushState (facts/hubspot.md §2). */

import { useSyncExternalStore } from 'react';
import { PORTAL_ID } from '../records';
import { clearAlerts } from './alerts';
import type { RecordKey } from './data/records';

export type Place =
  | { kind: 'record'; key: RecordKey }
  | { kind: 'list'; objectTypeId: string }
  | { kind: 'board'; objectTypeId: string }
  | { kind: 'creator'; objectTypeId: string }
  | { kind: 'unknown' };

const RECORD = /^\/contacts\/\d+\/record\/(\d+-\d+)\/(\d+)(?:\/|$)/;
const INDEX = /^\/contacts\/\d+\/objects\/(\d+-\d+)\/views\/[^/]+\/(list|board)\/?$/;
const CREATOR = /^\/object-builder\/\d+\/(\d+-\d+)\/embed\/?$/;
const listeners = new Set<() => void>();

/** The place that a path stands for. */
export function placeOf(pathname: string): Place {
  const [, recordType, objectId] = RECORD.exec(pathname) ?? [];
  if (recordType && objectId) return { kind: 'record', key: { objectTypeId: recordType, objectId } };
  const [, createdType] = CREATOR.exec(pathname) ?? [];
  if (createdType) return { kind: 'creator', objectTypeId: createdType };
  const [, objectTypeId, kind] = INDEX.exec(pathname) ?? [];
  if (!objectTypeId) return { kind: 'unknown' };
  return { kind: kind === 'board' ? 'board' : 'list', objectTypeId };
}

function recordPath({ objectTypeId, objectId }: RecordKey): string {
  return `/contacts/${PORTAL_ID}/record/${objectTypeId}/${objectId}`;
}

export function indexPath(objectTypeId: string, kind: 'list' | 'board'): string {
  return `/contacts/${PORTAL_ID}/objects/${objectTypeId}/views/all/${kind}`;
}

export function creatorPath(objectTypeId: string): string {
  return `/object-builder/${PORTAL_ID}/${objectTypeId}/embed`;
}

/** The path of a record with the way back in its query, which names other objects and must not confuse anyone. */
export function recordPathFromHere(key: RecordKey): string {
  return `${recordPath(key)}?eschref=${encodeURIComponent(window.location.pathname)}`;
}

/** Goes to another place in the same document. */
export function navigate(href: string): void {
  window.history.pushState(null, '', href);
  clearAlerts();
  notify();
}

function notify(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', notify);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', notify);
  };
}

/** The current path; renders again when the app moves. */
export function usePathname(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname);
}
