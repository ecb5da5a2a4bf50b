/** The links in a pack's Markdown, checked when the pack is loaded; the screen checks them once more. */

/**
 * A link's target, `[text](target)`, `[name]: target` at the start of a line, a list's entry or a quote, or `<target>`, with a scheme that is
 * not https; or with what Markdown turns into a scheme, `java&#115;cript:` or `javascript\:`. Every part of it is bounded by a line or a
 * count, since a hostile text may be as long as a file.
 */
const leadsElsewhere = new RegExp(
  [
    String.raw`(?:\]\(\s*<?|^[ \t>*+.)\d-]*\[(?:\\.|[^\]\\\n])*\]:\s*<?)(?!https:)(?:[a-z][a-z0-9+.-]{0,40}:|[^\s)/?#&\\]{0,40}(?:&#?\w+;|\\))`,
    String.raw`<(?!https:)[a-z][a-z0-9+.-]{0,40}:`,
  ].join('|'),
  'im',
);

/** False where Markdown text links to anything but https. */
export function hasOnlyHttpsLinks(markdown: string): boolean {
  return !leadsElsewhere.test(markdown);
}
