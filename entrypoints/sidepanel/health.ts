/** The health card's facts: asked of the tab while somebody looks, and the versions of what takes part. */
import { useEffect, useState } from 'react';
import { browser } from '#imports';
import type { HealthModel } from '../../components/panel/health-card';
import { health } from '../../lib/messages/parse';
import type { Health, TabState } from '../../lib/messages/protocol';
import { askTab } from '../../lib/messages/send';
import type { PackIndex } from '../../lib/pack/load';
import { currentFormat } from '../../lib/pack/schema';

/** Milliseconds. */
const EVERY_MS = 3000;

/**
 * What a tab says of itself while `looks`; null where it does not answer, undefined while nobody looks or it has not answered yet.
 * @param said when the tab last spoke up: it has news then
 */
export function useHealth(tabId: number | null, said: number | undefined, looks: boolean): Health | null | undefined {
  const [told, setTold] = useState<{ tabId: number | null; health: Health | null }>();
  useEffect(() => {
    if (!looks) return undefined;
    let gone = false;
    const ask = async (): Promise<void> => {
      const answer = tabId === null ? null : await askTab(tabId, 'tell-health', null).then(health.parse, () => null);
      if (!gone) setTold({ tabId, health: answer });
    };
    void ask().catch(() => undefined);
    const timer = setInterval(() => void ask().catch(() => undefined), EVERY_MS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [tabId, said, looks]);
  return looks && told?.tabId === tabId ? told.health : undefined;
}

export function healthModel(told: Health | null, state: TabState | null, index: PackIndex | null | undefined): HealthModel {
  const record = told?.view.kind === 'record' ? told.view.record : null;
  const fields = (record && index?.objectOf(record)?.nameByField) ?? new Map<string, string>();
  const { version } = browser.runtime.getManifest();
  return {
    told,
    tried: state?.unread ?? [],
    labels: Object.fromEntries([...fields].map(([id, name]) => [name, index?.fieldById.get(id)?.label ?? id])),
    versions: [
      { name: 'Handrail', version },
      ...(index ? [{ name: `Rule pack ${index.pack.id}`, version: index.pack.version }] : []),
      { name: 'Pack format', version: String(currentFormat) },
      { name: 'Browser', version: browserWords(navigator.userAgent) },
    ],
  };
}

/** "Edg/131.0.0.0 on Windows NT 10.0; Win64; x64" out of what a browser calls itself: its own name comes last, or before Safari's. */
function browserWords(agent: string): string {
  const [, system = 'an unknown system'] = /\(([^)]*)\)/.exec(agent) ?? [];
  const name = agent.split(' ').findLast((part) => /^\w+\/[\d.]+$/.test(part) && !part.startsWith('Safari/'));
  return `${name ?? 'unknown'} on ${system}`;
}
