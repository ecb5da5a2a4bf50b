/** The reason a rep gives for going on: a code from the pack's list and a few words. */
import type { Card } from '../../lib/guard/card';
import { h } from './dom';

export interface ReasonForm {
  element: HTMLElement;
  /** The reason, or what is still missing in words. */
  read(): { reasonCode?: string; note: string } | { missing: string };
}

export function reasonForm(codes: Card['codes']): ReasonForm {
  const code = h(
    'select',
    { id: 'code' },
    h('option', { value: '' }, 'Choose a reason'),
    ...codes.map(({ id, label }) => h('option', { value: id }, label)),
  );
  const note = h('textarea', { id: 'note', rows: '2', maxlength: '2000', placeholder: 'A few words for whoever picks this up' });
  const element = h(
    'fieldset',
    { class: 'reason' },
    h('legend', {}, 'Go on all the same? Say why.'),
    codes.length > 0 && h('label', { for: 'code' }, 'Reason'),
    codes.length > 0 && code,
    h('label', { for: 'note' }, 'Note'),
    note,
  );
  return {
    element,
    read() {
      if (!code.value && codes.length > 0) return { missing: 'Choose a reason first.' };
      if (!note.value.trim()) return { missing: 'Add a few words first.' };
      return { reasonCode: code.value || undefined, note: note.value.trim() };
    },
  };
}
