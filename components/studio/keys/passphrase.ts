/** How strong a passphrase is, told plainly: by its length and by how often it repeats itself. No list of words is asked. */
import { shortestPassphrase } from '../../../lib/signing/backup';

/** What is wrong with it; null for one that will do. */
export function tooShort(passphrase: string): string | null {
  const missing = shortestPassphrase - lengthOf(passphrase);
  return missing > 0 ? `At least ${shortestPassphrase} characters: ${missing} more.` : null;
}

const ADVICE = 'At least 12 characters. Four or five words that have nothing to do with each other make a good one.';

/** Where nothing was typed yet, what makes a good one. */
export function strengthOf(passphrase: string): string {
  if (passphrase === '') return ADVICE;
  const short = tooShort(passphrase);
  if (short) return short;
  const different = new Set(passphrase.toLowerCase()).size;
  if (different < 6) return 'Weak: it repeats a few characters. Mix more of them.';
  if (lengthOf(passphrase) < 16) return 'Fair. A word or two more make it strong.';
  return lengthOf(passphrase) < 24 ? 'Good.' : 'Strong.';
}

/** In characters as people count them. */
function lengthOf(passphrase: string): number {
  return [...passphrase.normalize('NFKC')].length;
}
