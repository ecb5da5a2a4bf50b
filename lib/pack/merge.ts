/** A template with its merge fields filled from what is known of the record. Text in, text out: nothing of a pack or a record is ever run. */
import { own } from '../criteria/own';
import type { KnownValue } from '../criteria/facts';
import type { PackField, Template } from './schema';
import { type Manner, valueWords } from './value-words';

/** What a template is filled from. `name` is the record's, null until the page has told it. */
export interface Filling extends Manner {
  name: string | null;
  readings: Readonly<Record<string, KnownValue>>;
  fieldById: ReadonlyMap<string, PackField>;
}

/** `blanks`: what is left to fill by hand, each once, as it stands in the text between square brackets. */
export interface Merged {
  subject?: string;
  body: string;
  blanks: string[];
}

const mergeField = /\{\{([a-z0-9-]+)\}\}/g;

/** `{{record}}` is the record's name, `{{field-id}}` a field's value. What is not known stays as `[Label]`. Total. */
export function mergeTemplate({ subject, body }: Pick<Template, 'subject' | 'body'>, filling: Filling): Merged {
  const blanks = new Set<string>();
  const fill = (text: string): string =>
    text.replaceAll(mergeField, (_whole, id: string) => {
      const { label, words } = lookUp(id, filling);
      if (words !== null) return words;
      blanks.add(label);
      return `[${label}]`;
    });
  const filled = { ...(subject !== undefined && { subject: fill(subject) }), body: fill(body) };
  return { ...filled, blanks: [...blanks] };
}

function lookUp(id: string, filling: Filling): { label: string; words: string | null } {
  if (id === 'record') return { label: 'Record name', words: filling.name?.trim() || null };
  const field = filling.fieldById.get(id);
  return field ? { label: field.label, words: valueWords(own(filling.readings, id), field, filling) } : { label: id, words: null };
}
