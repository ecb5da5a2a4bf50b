/** The guard as a drawing: every element and every word of it. Made in the worker from a card; the page draws it and gives it life (guard.ts). */
import type { Card, CardGap, CardRecord } from '../../lib/guard/card';
import type { Drawing } from '../../lib/messages/protocol';

type Attributes = Record<string, string>;

/** So many records of several are unfolded from the start. */
const UNFOLDED = 3;

/** An element with a class. What is falsy is left out. */
function el(tag: string, className: string, attributes: Attributes = {}, ...content: (Drawing | false | null)[]): Drawing {
  return [tag, { ...(className && { class: className }), ...attributes }, ...content.filter((part) => part !== false && part !== null)];
}

/** `does` names what guard.ts does when it is pressed. */
function button(words: string, className: string, does: string, attributes: Attributes = {}): Drawing {
  return el('button', className, { type: 'button', 'data-do': does, ...attributes }, words);
}

function link(words: string, attributes: Attributes): Drawing {
  return el('a', 'link', { target: '_blank', rel: 'noopener noreferrer', ...attributes }, words);
}

/** The dialog, and the bar that stands in for it while the rep looks at the page. `today` is the day where the rep is, as `2026-11-24`. */
export function drawingOf(card: Card, today: string): Drawing[] {
  const { records, ready, notices, about, title } = card;
  const several = records.length + ready > 1;
  const rows = rowsIn(records, several);
  return [
    el(
      'dialog',
      '',
      { 'aria-labelledby': 'title', 'aria-describedby': 'hint' },
      el('header', '', {}, el('p', 'eyebrow', {}, about), el('h2', '', { id: 'title', ...worded(title) })),
      ...notices.map((notice) => el('p', 'notice', {}, notice)),
      el(
        'div',
        'scroll',
        {},
        ...records.map((record, at) => (several ? section(record, at, rows) : rows(record))),
        reasonForm(card, today),
      ),
      footer(card, several),
    ),
    el(
      'div',
      'bar',
      { role: 'region', 'aria-label': 'Handrail', id: 'bar', hidden: '' },
      el('span', '', {}, 'The stage change is held. Nothing is saved.'),
      button('Show the list', 'button', 'again'),
      button('Go back and fix it', 'button primary', 'back', { id: 'bar-back' }),
    ),
  ];
}

/** Words to choose from: the page shows one of them, with a number or a name in the place of `#`. */
function worded(words: Record<string, string>): Attributes {
  return Object.fromEntries(Object.entries(words).map(([name, each]) => [`data-${name}`, each]));
}

function footer({ records, ready }: Card, several: boolean): Drawing {
  const all = 'Go on with all';
  const ways = several
    ? { save: `Save all ${records.length + ready}`, on: all, reason: all }
    : { save: 'Save', on: 'Continue', reason: 'Go on with this reason' };
  const hint = {
    rest: 'Nothing has been saved yet.',
    blocked: 'This must be settled first: #.',
    covered: 'Something on this page covers this window, so your choice may not be yours. Go back, or reload the page.',
  };
  const some = { one: 'Save the one that is ready', many: 'Save the # that are ready' };
  return el(
    'footer',
    '',
    {},
    el('p', 'hint', { id: 'hint', role: 'status', ...worded(hint) }),
    button('', 'button', 'on', { id: 'on', ...worded(ways) }),
    button('', 'button', 'some', { id: 'some', ...worded(some) }),
    button('Go back', 'button', 'back', { id: 'back' }),
  );
}

/** Draws the gaps of one record after the other. Gaps are numbered through all records, in their order: the page knows them by that. */
function rowsIn(all: readonly CardRecord[], several: boolean): (record: CardRecord) => Drawing {
  const numbers = new Map(all.flatMap(({ gaps }) => gaps).map((gap, number) => [gap, String(number)]));
  return (record) => {
    const at = String(all.indexOf(record));
    return el('ul', '', {}, ...record.gaps.map((gap) => row(gap, numbers.get(gap) ?? '', at, several)));
  };
}

function section(record: CardRecord, at: number, rows: (record: CardRecord) => Drawing): Drawing {
  return el(
    'details',
    '',
    at < UNFOLDED ? { open: '' } : {},
    el(
      'summary',
      '',
      {},
      el('h3', '', {}, record.name),
      el('span', 'small', {}, record.path),
      el('span', 'count', worded({ open: '# open', ready: 'Ready' })),
    ),
    record.fromUnknown && el('p', 'small', {}, 'Its stage cannot be seen here.'),
    rows(record),
  );
}

function row(gap: CardGap, number: string, record: string, several: boolean): Drawing {
  const { result, state, label, tag, severity, lines } = gap;
  const isUnknown = result === 'unknown';
  const about = { 'aria-describedby': `gap-${number}`, 'data-gap': number };
  const field = gap.fix && 'field' in gap.fix ? gap.fix : null;
  return el(
    'li',
    '',
    {},
    el('span', `mark ${result}`, { role: 'img', 'aria-label': state, title: state }),
    el(
      'p',
      '',
      {},
      el('span', 'name', { id: `gap-${number}` }, label),
      tag !== null && el('span', severity === 'block' ? 'tag must' : 'tag', {}, tag),
    ),
    ...lines.map((line) => el('p', 'small', {}, line)),
    el(
      'div',
      'ways',
      {},
      // Of several records the page shows one at most, and its fields are not those of the others.
      field ? !several && button('Take me there', 'link', 'show', { 'data-field': field.field, ...about }) : fix(gap, about),
      field && el('span', 'small', { role: 'status', ...worded({ absent: `${field.label} is not on this page: open the record.` }) }),
      (isUnknown || field) && link('Open the record', { 'data-record': record, ...about }),
      isUnknown &&
        button('I confirm it', 'button toggle', 'confirm', { 'aria-pressed': 'false', 'data-other': 'Confirmed by you', ...about }),
    ),
    button('Wrong here?', 'link quiet', 'wrong', { 'aria-expanded': 'false', ...about }),
    wrongForm(about),
  );
}

function fix({ fix: way }: CardGap, about: Attributes): Drawing | null {
  if (!way) return null;
  if ('step' in way) return button(`See “${way.step}” in the side panel`, 'link', 'panel', about);
  return 'url' in way ? link('Open the guide', { href: way.url, ...about }) : null;
}

/** A line of the rep's own, for a rule that does not fit. */
function wrongForm({ 'data-gap': number = '' }: Attributes): Drawing {
  const question = 'What does not fit here?';
  const words = { missing: 'Add a few words first.', kept: 'Noted. Thank you.', failed: 'It could not be noted. Try again.' };
  return el(
    'form',
    'wrong-here',
    { hidden: '', 'data-gap': number },
    el('input', '', { 'aria-label': question, placeholder: question, maxlength: '500' }),
    el('button', 'button', {}, 'Send'),
    el('p', 'small', { role: 'status', tabindex: '-1', ...worded(words) }),
  );
}

function reasonForm({ codes }: Card, today: string): Drawing {
  const label = (words: string, id: string): Drawing => el('label', '', { for: id }, words);
  return el(
    'fieldset',
    'reason',
    { id: 'reason', hidden: '' },
    el('legend', '', { id: 'legend', ...worded({ asked: 'Go on all the same? Say why.', idle: 'No reason is needed now.' }) }),
    ...(codes.length > 0
      ? [
          label('Reason', 'code'),
          el(
            'select',
            '',
            { id: 'code', required: '', 'data-missing': 'Choose a reason first.' },
            el('option', '', { value: '' }, 'Choose a reason'),
            ...codes.map((code) => el('option', '', { value: code.id }, code.label)),
          ),
        ]
      : []),
    label('Note', 'note'),
    el('textarea', '', {
      id: 'note',
      required: '',
      rows: '2',
      maxlength: '2000',
      placeholder: 'A few words for whoever picks this up',
      'data-missing': 'Add a few words first.',
    }),
    label('This exception ends on', 'until'),
    el(
      'span',
      'small',
      {},
      el('input', '', { id: 'until', type: 'date', min: today, max: '9999-12-31', 'data-missing': 'Choose a day from today on, or none.' }),
      ' optional',
    ),
  );
}
