/** YAML text to data. Loads the yaml package, so it is imported only when a pack is no JSON. */
import { Composer, type CST, isScalar, Parser, visit, type Document } from 'yaml';
import { deepest, encodingProblem, tooDeep } from './limits';
import { type Found, lineAndColumn, mostProblems, packError } from './problems';

/** A few anchors save a manager typing; a bomb needs many. */
const mostAliases = 100;

/** Throws PackError for text that is no UTF-8 or no YAML, is nested too deeply, gives a key twice or uses tags. */
export function readYaml(text: string): unknown {
  const broken = encodingProblem(text);
  if (broken) throw packError([broken], null);
  const tokens = [...new Parser().parse(text)];
  // yaml composes by recursion and, past some ten thousand levels, takes the whole process down: so the depth is looked at first.
  if (isTooDeep(tokens)) throw packError([{ path: [], message: tooDeep }], null);
  // yaml's own check for keys given twice compares each key with each other one.
  const documents = [...new Composer({ uniqueKeys: false, stringKeys: true, resolveKnownTags: false }).compose(tokens)];
  const document = documents[0];
  if (document === undefined) throw packError([{ path: [], message: 'is empty' }], null);
  const found = [...complaints(document, text), ...keysGivenTwice(document, text)];
  if (documents.length > 1) found.push({ path: [], message: 'holds more than one document: remove the lines that are only ---' });
  if (found.length > 0) throw packError(found, null);
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch {
    throw packError([{ path: [], message: `repeats too much by anchors: write it out, or use fewer than ${mostAliases} aliases` }], null);
  }
}

/** An explicit stack, since the text decides how deep it goes. */
function isTooDeep(tokens: readonly CST.Token[]): boolean {
  const left: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { token, depth } = next;
    if (depth > deepest) return true;
    if (token.type === 'document') {
      if (token.value) left.push({ token: token.value, depth });
    } else if ('items' in token) {
      for (const { key, value } of token.items) {
        if (key) left.push({ token: key, depth: depth + 1 });
        if (value) left.push({ token: value, depth: depth + 1 });
      }
    }
  }
  return false;
}

function complaints(document: Document.Parsed, text: string): Found[] {
  return [...document.errors, ...document.warnings].slice(0, mostProblems).map((problem) => {
    const what = problem.code === 'TAG_RESOLVE_FAILED' ? 'tags (a word after !) cannot be used' : problem.message;
    return { path: [], message: `is not valid YAML ${lineAndColumn(text, problem.pos[0])}: ${what}` };
  });
}

function keysGivenTwice(document: Document.Parsed, text: string): Found[] {
  const found: Found[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value))
          found.push({ path: [], message: `"${String(key.value)}" is given twice ${lineAndColumn(text, key.range?.[0] ?? 0)}` });
        seen.add(key.value);
      }
      return found.length > mostProblems ? visit.BREAK : undefined;
    },
  });
  return found;
}
