/** Whether a pack names people who approve by a code: then an approval step counts by such a code only, and a rep's tick is not enough. */
export function asksForCodes(pack: object): boolean {
  return 'approvers' in pack && Array.isArray(pack.approvers) && pack.approvers.length > 0;
}
