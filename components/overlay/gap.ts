/** One gap in the guard: what is missing, why it matters, what is known of it and how to get there. */
import type { CardGap } from '../../lib/guard/card';
import { h, onPress } from './dom';

export interface GapActions {
  /** Scrolls to a field of the page; false when the page does not show it. */
  show: (crmField: string) => boolean;
  openPanel: () => void;
}

function fixOf({ fix }: CardGap, actions: GapActions): HTMLElement | null {
  if (!fix) return null;
  if ('step' in fix) {
    const button = h('button', { class: 'link', type: 'button' }, `See “${fix.step}” in the side panel`);
    onPress(button, actions.openPanel);
    return button;
  }
  if ('url' in fix) return h('a', { class: 'link', href: fix.url, target: '_blank', rel: 'noopener noreferrer' }, 'Open the guide');
  const button = h('button', { class: 'link', type: 'button' }, 'Take me there');
  button.setAttribute('aria-label', `Take me to ${fix.label}`);
  onPress(button, () => {
    if (actions.show(fix.field)) return;
    button.replaceWith(h('p', { class: 'small', role: 'status' }, `${fix.label} is not on this page: open the record.`));
  });
  return button;
}

export function gapRow(gap: CardGap, actions: GapActions): HTMLLIElement {
  const { result, state, tag, severity } = gap;
  return h(
    'li',
    {},
    h('span', { class: `mark ${result}`, role: 'img', 'aria-label': state, title: state }),
    h('p', {}, h('span', { class: 'name' }, gap.label), tag && h('span', { class: severity === 'block' ? 'tag must' : 'tag' }, tag)),
    ...gap.lines.map((line) => h('p', { class: 'small' }, line)),
    fixOf(gap, actions),
  );
}
