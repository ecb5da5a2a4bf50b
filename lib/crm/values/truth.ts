/** Words for yes and no, in the languages whose words are certain. */

const words: readonly { language: string; yes: readonly string[]; no: readonly string[] }[] = [
  { language: 'en', yes: ['true', 'yes', 'checked'], no: ['false', 'no', 'unchecked', 'not checked'] },
  { language: 'de', yes: ['wahr', 'ja'], no: ['falsch', 'nein'] },
  { language: 'fr', yes: ['vrai', 'oui'], no: ['faux', 'non'] },
  { language: 'pt', yes: ['verdadeiro', 'sim'], no: ['falso', 'não'] },
  { language: 'es', yes: ['verdadero', 'sí'], no: ['falso', 'no'] },
  { language: 'it', yes: ['vero', 'sì'], no: ['falso', 'no'] },
  { language: 'nl', yes: ['waar', 'ja'], no: ['onwaar', 'nee'] },
  { language: 'ja', yes: ['はい'], no: ['いいえ'] },
];

/** English words count everywhere, the others where `locale` speaks their language. */
export function parseBoolean(text: string, locale: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  const language = locale.toLowerCase().split('-')[0];
  const spoken = words.filter((entry) => entry.language === 'en' || entry.language === language);
  if (spoken.some(({ yes }) => yes.includes(word))) return true;
  return spoken.some(({ no }) => no.includes(word)) ? false : undefined;
}
