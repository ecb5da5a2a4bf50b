/** Merge fields that are filled with nothing. */
import { textsOf } from '../../localise';
import { didYouMean } from '../../suggest';
import { mergeFieldsIn } from '../merge-fields';
import type { Rule } from '../rule';
import { said } from '../walk';

export const mergeField: Rule = {
  id: 'merge-field',
  about: 'A template has a merge field that is neither a field of the pack nor {{record}}.',
  *check({ file, index }) {
    const known = ['record', ...index.fieldById.keys()];
    for (const { text, path } of textsOf(file)) {
      if (path[0] !== 'templates') continue;
      const unknown = new Set(
        Object.values(inEachLanguage(text))
          .flatMap(mergeFieldsIn)
          .filter((typed) => !known.includes(typed)),
      );
      for (const typed of unknown) {
        const meant = known.find((id) => id === typed.trim().toLowerCase());
        const hint = meant === undefined ? didYouMean(typed.trim(), known) : `; did you mean {{${meant}}}?`;
        yield {
          level: 'error',
          path,
          message: `nothing fills ${said(`{{${typed}}}`)}${hint}`,
          fix: 'put the id of a field between the braces, without blanks, or write {{record}} for the record’s name',
        };
      }
    }
  },
};

function inEachLanguage(text: unknown): Record<string, string> {
  if (typeof text === 'string') return { own: text };
  if (typeof text !== 'object' || text === null) return {};
  return Object.fromEntries(Object.entries(text).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
