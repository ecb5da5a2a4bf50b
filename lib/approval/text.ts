/** Codes as they travel: by chat, mail or file. What a mail does to a long line is undone; nothing else is. */

/** Longer than any code, with what a mail adds to it. */
const longest = 6000;

/** Between the letters of a code these mean nothing: blanks and line breaks of any kind, soft hyphens, and what cannot be seen. */
const noise = /[\s\u00AD\u200B-\u200F\u2060\uFEFF]/gu;

/** The code without what a mail put between its letters: line breaks, and the `>` of an answer. Null for a text longer than any code. */
export function unwrapped(text: string): string | null {
  if (text.length > longest) return null;
  return text.replace(/^[\s>]+/gmu, '').replace(noise, '');
}

/** What changes how the rest is read, or cannot be seen. */
const refused = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00AD\u200B\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;

/** Words on one line, with nothing in them that hides or turns around. */
export function isPlain(words: string): boolean {
  return !refused.test(words) && words === words.trim();
}

/** Words as they may travel: on one line, without what hides or turns around, and not longer than `most` letters. */
export function plain(words: string, most: number): string {
  const line = words
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(new RegExp(refused, 'gu'), '')
    .trim();
  return line.length > most ? `${line.slice(0, most - 1).replace(/\p{Cs}$/u, '')}…` : line;
}
