/** Texts given by language: in the pack's own language, and in none that the pack does not announce. */
import { isPlainObject } from '../../criteria/pick';
import { textsOf } from '../localise';
import { type Part, listIn } from '../parts';
import { languageTag } from '../primitives';
import { child, type Found, quoted } from '../problems';

export function* languageProblems(pack: Part): Generator<Found> {
  const own = child(pack.value, 'language');
  if (typeof own !== 'string') return;
  const announced = new Set([own, ...[...listIn(pack, 'languages')].map(({ value }) => value)]);
  for (const { text, path } of textsOf(pack.value)) {
    if (!isTranslated(text)) continue;
    if (!Object.hasOwn(text, own)) yield { path, message: `has no text in ${quoted(own)}, the language of the pack` };
    for (const tag of Object.keys(text)) {
      if (!announced.has(tag))
        yield { path: [...path, tag], message: `${quoted(tag)} is not a language of this pack: add it to languages` };
    }
  }
}

/** False for a plain text, and for what is no text at all: the schema says so. */
function isTranslated(text: unknown): text is Record<string, unknown> {
  return isPlainObject(text) && Object.keys(text).length > 0 && Object.keys(text).every((tag) => languageTag.safeParse(tag).success);
}
