/** A question to the rep, on a page with one field, and the ways to look at what is drawn. */
import { onTestFinished, vi } from 'vitest';
import { showGuard } from '../../../../components/overlay/guard';
import { lookOf } from '../../../../components/overlay/look';
import type { Occasion } from '../../../../lib/guard/card';
import type { Verdict } from '../../../../lib/guard/judge';
import type { Decision } from '../../../../lib/messages/protocol';
import type { Question } from '../../../../lib/watcher/overlays';
import { cardFor, verdict } from '../../lib/guard/verdicts';
import { layers, Screen } from './layers';

const TODAY = new Date(2026, 10, 24, 12);

export interface Asked {
  occasion?: Partial<Occasion>;
  question?: Partial<Question>;
  /** What the browser tells of the dialog being in sight. */
  screen?: Screen;
}

/** Asks; the question is taken away with the test. `decision` is undefined for as long as nothing is decided. */
export function asking(verdicts: Verdict[] = [verdict('warn')], { occasion, question, screen = new Screen() }: Asked = {}) {
  const mounted = layers();
  const life = new AbortController();
  const field = document.body.appendChild(document.createElement('label'));
  const opener = document.body.appendChild(document.createElement('button'));
  opener.textContent = 'Save';
  opener.focus();
  const openPanel = vi.fn();
  const findField = vi.fn<Question['findField']>((name) => (name === 'Budget_Confirmed__c' ? field : null));
  const wrongHere = vi.fn<Question['wrongHere']>(async () => undefined);
  const addressOf = vi.fn<Question['addressOf']>(() => null);
  const card = cardFor(verdicts, occasion);
  const actions = { findField, openPanel, wrongHere, addressOf, ...question };
  const answer = showGuard({ page: document, card, look: lookOf(card, TODAY), signal: life.signal, ...actions });
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
  const all = <T extends HTMLElement>(selector: string): T[] => [...root.querySelectorAll<T>(selector)];
  return {
    root,
    mode: layer.mode,
    life,
    field,
    opener,
    screen,
    ...actions,
    all,
    button: (name: string, at = 0): HTMLElement | null =>
      all('button').filter((each) => !each.closest('[hidden]') && each.textContent === name)[at] ?? null,
    dialog: root.querySelector('dialog'),
    bar: root.querySelector<HTMLElement>('.bar'),
    title: () => root.querySelector('h2')?.textContent,
    hint: () => root.querySelector('.hint')?.textContent,
    /** The ways on, as they are offered; the one that stands out has a star. */
    ways: () =>
      all('footer button')
        .filter((each) => !each.hidden)
        .map((each) => `${each.textContent}${each.classList.contains('primary') ? '*' : ''}`),
    /** What each gap says and offers. */
    rows: () => all('li').map((row) => [...row.querySelectorAll(':is(p, a, button, span):not([role])')].filter(isShown).map(wordsOf)),
    reason: root.querySelector<HTMLFieldSetElement>('.reason'),
    /** What was decided, once everything that follows has happened. */
    decision: async () => {
      await happened();
      return decision;
    },
  };
}

function isShown(element: Element): boolean {
  return !element.closest('[hidden]') && !element.querySelector('span') && wordsOf(element) !== '';
}

const wordsOf = (element: Element): string => element.textContent;

/** Everything has happened that needs no time. */
export async function happened(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}
