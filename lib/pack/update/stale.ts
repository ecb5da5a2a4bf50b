/** What a rep did under one version of a pack that does not say the same under another: it is asked for again. */
import { criterionKey } from '../criterion-key';
import type { OwnedCriterion, PackIndex } from '../index-pack';
import { meansTheSame } from './meaning';
import { asksTheSame, type Home } from './stricter';

/** `steps`: marked or answered, by id. `criteria`: confirmed. */
export interface Stale {
  steps: readonly string[];
  criteria: readonly { sop: string; criterion: string }[];
}

/**
 * Of whichever stage. What the version after does not have any more is left as it is.
 * @param marked the steps that are marked or answered
 * @param confirmed the criteria that the rep stands for, by `criterionKey`
 */
export function staleBy(
  before: PackIndex,
  after: PackIndex,
  { marked, confirmed }: { marked: ReadonlySet<string>; confirmed: ReadonlySet<string> },
  home: Home,
): Stale {
  const criteria = before.pack.sops.flatMap(({ id, entry, exit }) =>
    [...entry, ...exit].filter((one) => confirmed.has(criterionKey(id, one.id))).map((one) => ({ sop: id, criterion: one.id })),
  );
  return {
    steps: [...marked].filter((step) => !meansTheSame(before, after, step)),
    criteria: criteria.filter(({ sop, criterion }) => {
      const [was, is] = [ownedBy(before, sop, criterion), ownedBy(after, sop, criterion)];
      return was && is && !asksTheSame({ index: before, owned: was }, { index: after, owned: is }, home);
    }),
  };
}

function ownedBy({ sopById }: PackIndex, sopId: string, criterionId: string): OwnedCriterion | null {
  const sop = sopById.get(sopId);
  const criterion = sop && [...sop.entry, ...sop.exit].find(({ id }) => id === criterionId);
  return sop && criterion ? { sop, criterion } : null;
}
