/** Who approves by a code. */
import type { Pack, PackFile, Step } from './schema';

/** Whether a pack names people who approve by a code: then an approval step counts by such a code only, and a rep's tick is not enough. */
export function asksForCodes({ approvers }: Pick<PackFile, 'approvers'>): boolean {
  return approvers.length > 0;
}

/** The people whose codes count for an approval. */
export function approversOf({ approvers }: Pick<Pack, 'approvers'>, approval: NonNullable<Step['approval']>): Pack['approvers'] {
  return approvers.filter(({ id }) => approval.approvers?.includes(id) ?? true);
}
