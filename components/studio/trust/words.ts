/** Why a key counts here, or why it does not. */
import { dayWords } from '../../ui/time';
import type { TrustedKeyView } from './model';

export function whyTrusted({ how, at, revoked, isOff }: TrustedKeyView, now: number): string {
  const day = at === undefined ? '' : ` on ${dayWords(at, now)}`;
  switch (revoked) {
    case 'policy':
      return 'Your organisation revoked it: nothing that it signs is taken.';
    case 'successor':
      return 'The key that took its place revoked it: nothing that it signs is taken.';
    case undefined:
      break;
  }
  if (isOff) return `Your organisation names the keys that count, and this is none of them. You trusted it${day}.`;
  switch (how) {
    case 'policy':
      return 'Pinned by your organisation.';
    case 'first-use':
      return `You trusted it${day}.`;
    case 'rotation':
      return `An earlier key that is trusted named it${day}.`;
  }
}

/** One word beside the name; undefined where the key simply counts. */
export function statusOf({ revoked, isOff }: Pick<TrustedKeyView, 'revoked' | 'isOff'>): string | undefined {
  if (revoked) return 'Revoked';
  return isOff ? 'Does not count' : undefined;
}
