/** The links in a pack's Markdown, checked when the pack is loaded; the screen checks them once more. */

/** A link's target with a scheme, as Markdown writes it: `[text](scheme:…)`, `[name]: scheme:…` and `<scheme:…>`. */
const schemes = /(?:\]\(\s*<?\s*|^ {0,3}\[[^\]\n]*\]:\s*<?|<)([a-z][a-z0-9+.-]*):/gim;

/** False where Markdown text links to anything but https. */
export function hasOnlyHttpsLinks(markdown: string): boolean {
  return [...markdown.matchAll(schemes)].every(([, scheme]) => scheme?.toLowerCase() === 'https');
}
