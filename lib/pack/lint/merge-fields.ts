/** The merge fields in a template's words. */

/** What stands between double braces, as it was typed: `amount`, ` amount `, `Amount`. */
export function mergeFieldsIn(text: string): string[] {
  return [...text.matchAll(/\{\{([^{}]{0,100})\}\}/g)].map(([, inside = '']) => inside);
}
