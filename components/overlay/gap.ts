/** One gap in the guard: what is missing, why it matters, what is known of it and how to get there. */
import type { Gap } from '../../lib/guard/judge';
import type { KnownValue } from '../../lib/criteria/facts';
import { h, onPress } from './dom';

export interface GapActions {
  /** Scrolls to a field of the page; false when the page does not show it. */
  show: (crmField: string) => boolean;
  openPanel: () => void;
}

const SOURCES: Record<KnownValue['source'], string> = {
  wire: 'read from the CRM',
  page: 'read on this page',
  rep: 'confirmed by you',
  save: 'part of this save',
};

function provenance(gap: Gap): string | null {
  const known = gap.trace.map((entry) => entry.known).filter((value) => value !== undefined);
  const newest = known.sort((a, b) => b.at - a.at)[0];
  if (!newest) return null;
  const time = new Date(newest.at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return `${SOURCES[newest.source]}, ${time}`;
}

function fixOf(gap: Gap, actions: GapActions): HTMLElement | null {
  const { fix } = gap;
  if (!fix) return null;
  if ('step' in fix) {
    const button = h('button', { class: 'link', type: 'button' }, `See “${fix.title}” in the side panel`);
    onPress(button, actions.openPanel);
    return button;
  }
  if ('url' in fix) return h('a', { class: 'link', href: fix.url, target: '_blank', rel: 'noopener noreferrer' }, 'Open the guide');
  const { crmField } = fix;
  if (!crmField) return null;
  const button = h('button', { class: 'link', type: 'button' }, 'Take me there');
  button.setAttribute('aria-label', `Take me to ${fix.label}`);
  onPress(button, () => {
    if (actions.show(crmField)) return;
    button.replaceWith(h('p', { class: 'small', role: 'status' }, `${fix.label} is not on this page: open the record.`));
  });
  return button;
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const TAGS: Record<Gap['severity'], string | null> = { block: 'Must be met', reason: null, warn: 'Advised', tip: 'Tip' };

export function gapRow(gap: Gap, actions: GapActions): HTMLLIElement {
  const tag = TAGS[gap.severity];
  const from = provenance(gap);
  const state = gap.result === 'unmet' ? 'Not met' : 'Cannot be seen here';
  return h(
    'li',
    {},
    h('span', { class: `mark ${gap.result}`, role: 'img', 'aria-label': state, title: state }),
    h('p', {}, h('span', { class: 'name' }, gap.label), tag && h('span', { class: gap.severity === 'block' ? 'tag must' : 'tag' }, tag)),
    h('p', { class: 'small' }, from ? `${capital(gap.sentence)} · ${from}` : capital(gap.sentence)),
    gap.why && h('p', { class: 'small' }, gap.why),
    fixOf(gap, actions),
  );
}
