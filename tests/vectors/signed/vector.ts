/** What a vector of signed packs is, and how one is tried: the same in Node and in a browser. */
import { checkSigned } from '../../../lib/pack/signed/check';
import type { Trusting } from '../../../lib/pack/signed/trusting';

export interface Vector {
  name: string;
  /** The file. */
  text: string;
  trusting: Trusting;
  /** Milliseconds since 1970. */
  now: number;
  /** The key that the person at the screen has just decided to trust. */
  trusts?: string;
  /** `good` with how its key is trusted, `ask`, or why it is refused; a malformed one with the detail, but for places in the text. */
  outcome: string;
}

export async function outcomeOf({ text, trusting, now, trusts }: Vector): Promise<string> {
  const checked = await checkSigned(text, trusting, now, trusts);
  switch (checked.kind) {
    case 'good':
      return `good: ${checked.by.how}`;
    case 'ask':
      return 'ask';
    case 'refused':
      return checked.refusal.why === 'malformed' ? `malformed: ${checked.refusal.detail.replace(/ in line .*/, '')}` : checked.refusal.why;
  }
}
