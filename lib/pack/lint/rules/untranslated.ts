/** Texts that readers of one of the pack's languages see in another. */
import { textsOf } from '../../localise';
import { placeInWords, type Path } from '../../problems';
import type { Rule } from '../rule';

export const untranslated: Rule = {
  id: 'untranslated',
  about: 'A text is not given in each of the pack’s languages.',
  *check({ file, pack }) {
    const languages = file.languages.filter((tag) => tag !== file.language);
    if (languages.length === 0) return;
    for (const { first, missing } of groupsOf(file)) {
      for (const tag of languages) {
        const texts = missing.filter(({ has }) => !has.has(tag));
        const [one] = texts;
        if (!one) continue;
        yield {
          level: 'advice',
          path: texts.length === 1 ? one.path : first,
          message:
            texts.length === 1
              ? `is not given in ${nameOf(tag)}`
              : `${texts.length} texts are not given in ${nameOf(tag)}, the first of them ${placeInWords(one.path, pack)}`,
          fix: `write ${file.language} and ${tag} beside each other: { ${file.language}: …, ${tag}: … }`,
        };
      }
    }
  },
};

interface Given {
  path: Path;
  has: ReadonlySet<string>;
}

/** The texts of each SOP, template, field and so on, with the languages that each is given in. */
function groupsOf(file: unknown): { first: Path; missing: Given[] }[] {
  const groups = new Map<string, { first: Path; missing: Given[] }>();
  for (const { text, path } of textsOf(file)) {
    const first = path.slice(0, 2);
    const group = groups.get(first.join('/')) ?? { first, missing: [] };
    groups.set(first.join('/'), group);
    group.missing.push({ path, has: new Set(typeof text === 'object' && text !== null ? Object.keys(text) : []) });
  }
  return [...groups.values()];
}

/** `German (de)`. */
function nameOf(tag: string): string {
  try {
    const name = new Intl.DisplayNames('en', { type: 'language' }).of(tag);
    return name === undefined || name === tag ? tag : `${name} (${tag})`;
  } catch {
    return tag;
  }
}
