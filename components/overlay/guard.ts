/** The guard: every gap of a held stage change at once, and the rep's choice. Back is the default; nothing is saved meanwhile. */
import type { Gap, Verdict } from '../../lib/guard/judge';
import type { Decision } from '../../lib/messages/protocol';
import type { Question } from '../../lib/watcher/overlays';
import { h, mountLayer, onPress } from './dom';
import { gapRow } from './gap';
import { highlight } from './highlight';
import { reasonForm } from './reason';

/** Tips are shown, but nothing waits for them. */
function headline(gaps: readonly Gap[], to: string | null): string {
  const { length } = gaps.filter((gap) => gap.severity !== 'tip');
  if (length === 0) return 'Its stage cannot be seen here';
  const count = length === 1 ? 'One thing is' : `${length} things are`;
  return to ? `${count} open before ${to}` : `${count} open before this move`;
}

const ORDER: Gap['severity'][] = ['block', 'reason', 'warn', 'tip'];

function worstFirst(gaps: readonly Gap[]): Gap[] {
  return gaps.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

function sections(verdicts: readonly Verdict[], row: (gap: Gap) => HTMLElement): HTMLElement[] {
  const shown = verdicts.filter((verdict) => verdict.gaps.length > 0);
  return shown.flatMap((verdict, index) => [
    ...(shown.length > 1 ? [h('h3', {}, `Record ${index + 1}`)] : []),
    h('ul', {}, ...worstFirst(verdict.gaps).map(row)),
  ]);
}

/** Resolves with the rep's choice; rejects when `signal` aborts first. */
export function showGuard({ page, verdicts, recordName, findField, openPanel, signal }: Question): Promise<Decision> {
  const layer = mountLayer(page);
  const gaps = verdicts.flatMap((verdict) => verdict.gaps);
  const first = verdicts.find((verdict) => verdict.gaps.length > 0);
  const blocked = verdicts.some((verdict) => verdict.kind === 'block');
  const codes = [...new Map(gaps.flatMap((gap) => gap.reasonCodes).map((code) => [code.id, code])).values()];
  const reason = !blocked && verdicts.some((verdict) => verdict.kind === 'ask-reason') ? reasonForm(codes) : null;

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
    const list = h('div', { class: 'scroll' }, ...sections(verdicts, (gap) => gapRow(gap, { show, openPanel })), reason?.element);
    const path = first ? `${first.from ?? 'Stage not visible'} → ${first.to ?? 'another stage'}` : '';
    const dialog = h(
      'dialog',
      { 'aria-labelledby': 'title', 'aria-describedby': 'lead' },
      h(
        'header',
        {},
        h('p', { class: 'eyebrow' }, [recordName, path].filter(Boolean).join(' · ')),
        h('h2', { id: 'title' }, headline(gaps, first?.to ?? null)),
        h('p', { class: 'lead', id: 'lead' }, 'Nothing has been saved yet.'),
      ),
      verdicts.some((verdict) => verdict.fromUnknown) &&
        h('p', { class: 'notice' }, 'The stage it comes from cannot be seen here: only what the new stage asks for was checked.'),
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
