/** What is said of a request that cannot be read, or not be answered well. */
import type { RequestRefusal } from '../../../lib/approval/request';
import type { KeyView } from '../keys/model';
import type { OpenedRequest } from './model';

export function refusalWords(refusal: RequestRefusal): string {
  switch (refusal) {
    case 'too-long':
      return 'That is far longer than a request. Paste the code alone, from HRQ1 to its last letter.';
    case 'a-grant':
      return 'That is a code that approves already. A request begins with HRQ1.';
    case 'not-a-request':
      return 'That is no request that can be read. Paste all of it, from HRQ1 to its last letter, and nothing else; or ask for it again.';
  }
}

/** What a manager should know before approving; null where all is well. `key`: the one that is to sign. */
export function adviceOn({ request, pack }: OpenedRequest, key: KeyView | undefined): string | null {
  if (!pack) return `The rule pack ${request.pack} is not in this browser: what is approved is told in the words of the request only.`;
  if (pack.approval === null) {
    return `${pack.title} ${pack.version} has no approval ${request.approval}: what is approved is told in the words of the request only.`;
  }
  if (key && !pack.keys.includes(key.id)) {
    return `${pack.title} ${pack.version} does not take codes of this key for this approval, so the code would be refused.`;
  }
  return null;
}
