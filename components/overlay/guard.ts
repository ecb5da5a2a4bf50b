/** The guard: every gap of a held stage change at once, and the rep's choice. Back is the default; nothing is saved meanwhile. */
import type { Card, CardGap } from '../../lib/guard/card';
import type { Decision } from '../../lib/messages/protocol';
import type { Question } from '../../lib/watcher/overlays';
import { h, mountLayer, onPress } from './dom';
import { gapRow } from './gap';
import { highlight } from './highlight';
import { reasonForm } from './reason';

function sections({ records }: Card, row: (gap: CardGap) => HTMLElement): HTMLElement[] {
  return records.flatMap(({ name, gaps }) => [...(records.length > 1 ? [h('h3', {}, name)] : []), h('ul', {}, ...gaps.map(row))]);
}

/** Resolves with the rep's choice; rejects when `signal` aborts first. */
export function showGuard({ page, card, findField, openPanel, signal }: Question): Promise<Decision> {
  const layer = mountLayer(page);
  const [first] = card.records;
  const severities = card.records.flatMap(({ gaps }) => gaps.map(({ severity }) => severity));
  const blocked = severities.includes('block');
  const reason = !blocked && severities.includes('reason') ? reasonForm(card.codes) : null;

  return new Promise<Decision>((resolve, reject) => {
    const opener = page.activeElement;
    function close(): void {
      layer.remove();
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    }
    function decide(decision: Decision): void {
      close();
      resolve(decision);
    }

    const hint = h('p', { class: 'hint', role: 'status' });
    const back = h('button', { class: 'button primary', type: 'button' }, 'Go back');
    const goOn = blocked ? null : h('button', { class: 'button', type: 'button' }, reason ? 'Go on with this reason' : 'Continue');
    const list = h('div', { class: 'scroll' }, ...sections(card, (gap) => gapRow(gap, { show, openPanel })), reason?.element);
    const dialog = h(
      'dialog',
      { 'aria-labelledby': 'title', 'aria-describedby': 'lead' },
      h(
        'header',
        {},
        h('p', { class: 'eyebrow' }, [first?.name, first?.path].filter(Boolean).join(' · ')),
        h('h2', { id: 'title' }, card.title),
        h('p', { class: 'lead', id: 'lead' }, card.lead),
      ),
      ...card.notices.map((notice) => h('p', { class: 'notice' }, notice)),
      list,
      h('footer', {}, hint, goOn, back),
    );
    if (blocked) hint.textContent = 'This must be settled first.';

    const again = h('button', { class: 'button', type: 'button' }, 'Show the list');
    const backHere = h('button', { class: 'button primary', type: 'button' }, 'Go back and fix it');
    const bar = h(
      'div',
      { class: 'bar', role: 'region', 'aria-label': 'Handrail', hidden: true },
      h('span', {}, 'The stage change is held. Nothing is saved.'),
      again,
      backHere,
    );

    function show(crmField: string): boolean {
      const element = findField(crmField);
      if (!element) return false;
      dialog.close();
      bar.hidden = false;
      backHere.focus({ preventScroll: true });
      highlight(element, layer);
      return true;
    }

    onPress(back, () => decide({ kind: 'back' }));
    onPress(backHere, () => decide({ kind: 'back' }));
    onPress(again, () => {
      bar.hidden = true;
      dialog.showModal();
      back.focus();
    });
    if (goOn) {
      onPress(goOn, () => {
        const given = reason?.read();
        if (given && 'missing' in given) {
          hint.textContent = given.missing;
          hint.classList.add('wrong');
        } else {
          decide({ kind: 'on', ...given });
        }
      });
    }
    // Escape, in the dialog and in the bar. The browser's own `cancel` cannot be sent by the page: its event does not cross the closed root.
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      if (event.isTrusted) decide({ kind: 'back' });
    });
    bar.addEventListener('keydown', (event) => {
      if (event.isTrusted && event.key === 'Escape') decide({ kind: 'back' });
    });
    signal.addEventListener('abort', () => {
      close();
      reject(new DOMException('The held save is gone.', 'AbortError'));
    });

    layer.root.append(dialog, bar);
    dialog.showModal();
    back.focus();
  });
}
