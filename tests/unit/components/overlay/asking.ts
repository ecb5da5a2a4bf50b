/** A question to the rep, on a page with one field, and the ways to look at what is drawn. */
import { onTestFinished, vi } from 'vitest';
import { showGuard } from '../../../../components/overlay/guard';
import type { Gap, Verdict } from '../../../../lib/guard/judge';
import type { Decision } from '../../../../lib/messages/protocol';
import type { Question } from '../../../../lib/watcher/overlays';
import { layers } from './layers';

/** 09:05 local time. */
export const SEEN_AT = new Date(2026, 10, 22, 9, 5).getTime();
export const CODES = [
  { id: 'manager', label: 'My manager agreed' },
  { id: 'other', label: 'Something else' },
];

export function gap(change: Partial<Gap> = {}): Gap {
  return {
    sop: 'discovery',
    sopTitle: 'Discovery call',
    criterion: 'budget',
    label: 'Budget is confirmed',
    severity: 'reason',
    result: 'unmet',
    sentence: 'budget confirmed is yes (it is no)',
    why: 'A demo without a budget trains people on a product they cannot buy.',
    reasonCodes: CODES,
    fix: { field: 'budget-confirmed', crmField: 'Budget_Confirmed__c', label: 'Budget confirmed' },
    trace: [
      {
        leaf: { field: 'budget-confirmed', is: 'equal', value: true },
        result: 'false',
        sentence: 'Budget confirmed is yes',
        known: { value: false, source: 'wire', at: SEEN_AT },
      },
    ],
    ...change,
  };
}

export function verdict(kind: Verdict['kind'], gaps: Gap[] = [gap()], change: Partial<Verdict> = {}): Verdict {
  return { kind, gaps, from: 'Discovery', to: 'Demo', fromUnknown: false, ...change };
}

/** Asks; the question is taken away with the test. `decision` is undefined for as long as nothing is decided. */
export function asking(verdicts: Verdict[] = [verdict('warn')], change: Partial<Question> = {}) {
  const mounted = layers();
  const life = new AbortController();
  const field = document.body.appendChild(document.createElement('label'));
  const opener = document.body.appendChild(document.createElement('button'));
  opener.textContent = 'Save';
  opener.focus();
  const openPanel = vi.fn();
  const findField = vi.fn<Question['findField']>((name) => (name === 'Budget_Confirmed__c' ? field : null));
  const answer = showGuard({ page: document, verdicts, recordName: 'Acme renewal', findField, openPanel, signal: life.signal, ...change });
  let decision: Decision | Error | undefined;
  answer.then(
    (chosen) => (decision = chosen),
    (error: Error) => (decision = error),
  );
  onTestFinished(() => {
    life.abort();
    document.body.replaceChildren();
  });
  const [layer] = mounted;
  if (!layer) throw new Error('Nothing was drawn.');
  const { root } = layer;
  const button = (name: string): HTMLElement | null =>
    [...root.querySelectorAll<HTMLElement>('button')].find(
      (each) => each.getAttribute('aria-label') === name || each.textContent === name,
    ) ?? null;
  return {
    root,
    mode: layer.mode,
    life,
    field,
    opener,
    openPanel,
    findField,
    button,
    dialog: root.querySelector('dialog'),
    bar: root.querySelector<HTMLElement>('.bar'),
    hint: () => root.querySelector('.hint')?.textContent,
    rows: () => [...root.querySelectorAll('li')].map((row) => [...row.children].map(({ textContent }) => textContent).filter(Boolean)),
    /** What was decided, once everything that follows has happened. */
    decision: async () => {
      await Promise.resolve();
      await Promise.resolve();
      return decision;
    },
  };
}
