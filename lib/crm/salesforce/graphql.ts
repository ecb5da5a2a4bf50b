/** What a GraphQL mutation writes, whether its text or its variables say it. The exact text is not in any public source (facts/salesforce.md §3.3). */
import type { Json, JsonValue } from './json';

/** `name: value`, where the value is a text, a word or a variable; or the start of a field that writes: `OpportunityUpdate(`. */
const PAIR = /\b(\w+)\s*:\s*("(?:\\.|[^"\\])*"|[$\w.-]+\b(?!\s*\())|\b(\w+?)(?:Create|Update)\b\s*\(/g;

/** The records that `query` writes, each with its object's name and its arguments side by side, variables put in. None where it only reads. */
export function writtenBy(query: string, variables: Json): Json {
  const records: Json = {};
  let record: Json = {};
  for (const { 1: name = '', 2: word = '', 3: apiName, index } of query.matchAll(PAIR)) {
    if (apiName) records[index] = record = { apiName };
    else if (word.startsWith('$')) record[name] = variables[word.slice(1)];
    else record[name] = /^"|^null$/.test(word) ? (JSON.parse(word) as JsonValue) : word;
  }
  return records;
}
