/** A key in words that can be read out over the phone: proquints (arXiv:0901.4016), consonants and vowels in turn, 16 bits each. */
import { base64url } from 'jose';

const consonants = 'bdfghjklmnprstvz';
const vowels = 'aiou';

/** So many bits that nobody makes another key with the same words: 80. */
const groups = 5;

/** `lusab-babad-gutih-tugad-mudof` for a key's id. */
export function fingerprintOf(keyId: string): string {
  const bytes = base64url.decode(keyId);
  return Array.from({ length: groups }, (_, at) => proquint(((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0))).join('-');
}

function proquint(bits: number): string {
  const consonant = (from: number): string => consonants.charAt((bits >> from) & 15);
  const vowel = (from: number): string => vowels.charAt((bits >> from) & 3);
  return [consonant(12), vowel(10), consonant(6), vowel(4), consonant(0)].join('');
}
