/**
 * What another version of a pack would change for a record in one of its stages, and whether that may be taken at once.
 *
 * - `safe`: nothing that the rep has to do, or that the guard asks, is more or other than before. Words, tips, order, translations, optional steps,
 *   criteria that got milder or are gone, required steps that nobody has touched and that are gone.
 * - `asks-again`: there is more to do, or a step does not mean the same any more, so that its tick does not count.
 * - `needs-decision`: the record would be judged by other rules than those it began its stage with (a criterion is new or stricter, the stage is gone
 *   or the CRM's stage means another one now), or what the rep did has no place any more.
 */
import { stageKey } from '../stage-key';
import type { PackIndex } from '../index-pack';
import { meansTheSame } from './meaning';
import { scopeOf, type Scope } from './scope';
import { type Home, isAimedWider, isStricter } from './stricter';

export type UpdateKind = 'safe' | 'asks-again' | 'needs-decision';

/** Steps by id, criteria by `criterionKey`. */
export interface StageUpdate {
  /** The stage is gone, or means something else. */
  moved: boolean;
  /** Criteria that are new, or ask more or something else. */
  stricter: readonly string[];
  /** Steps that have to be done and did not have to before. */
  asked: readonly string[];
  /** Steps that do not mean the same any more; `needed`: whether they have to be done. */
  changed: readonly { step: string; needed: boolean }[];
  /** Steps that the new version does not have, in any stage. */
  gone: readonly string[];
}

/** Both versions in the same language: their own, so that a translation changes nothing. `stage`: `sales/demo`. */
export function compareForStage(before: PackIndex, after: PackIndex, stage: string, home: Home): StageUpdate {
  const was = scopeOf(before, stage);
  const is = scopeOf(after, stage);
  if (!was || !is) return { moved: true, stricter: [], asked: [], changed: [], gone: goneFrom(was, after) };
  const stricter = [...is.criteria].filter(([key, now]) => {
    const old = was.criteria.get(key);
    return old ? isStricter({ index: before, owned: old }, { index: after, owned: now }, home) : now.criterion.severity !== 'tip';
  });
  // The steps of an SOP that is for more people or records than before may be new to this one.
  const wider = is.sops.filter((sop) => {
    const old = was.sops.find(({ id }) => id === sop.id);
    return old !== undefined && isAimedWider(old, sop);
  });
  const newTo = new Set(wider.flatMap(({ phases }) => phases).flatMap(({ steps }) => steps.map(({ id }) => id)));
  const needed = [...is.steps].filter(([, isNeeded]) => isNeeded).map(([step]) => step);
  return {
    moved: isMoved(was, is, before, after, home),
    stricter: stricter.map(([key]) => key),
    asked: needed.filter((step) => !was.steps.get(step) || newTo.has(step)),
    changed: [...is.steps].filter(([step]) => !meansTheSame(before, after, step)).map(([step, isNeeded]) => ({ step, needed: isNeeded })),
    gone: goneFrom(was, after),
  };
}

/** @param marked the steps that the rep has marked or answered on the record */
export function kindOf({ moved, stricter, asked, changed, gone }: StageUpdate, marked: ReadonlySet<string>): UpdateKind {
  if (moved || stricter.length > 0 || gone.some((step) => marked.has(step))) return 'needs-decision';
  return asked.length > 0 || changed.some(({ step, needed }) => needed || marked.has(step)) ? 'asks-again' : 'safe';
}

function goneFrom(was: Scope | null, after: PackIndex): string[] {
  return [...(was?.steps.keys() ?? [])].filter((step) => !after.stepById.has(step));
}

/** Another kind of stage leads other ways. A value of the CRM that meant the stage must go on meaning it; there may be more of them. */
function isMoved(was: Scope, is: Scope, before: PackIndex, after: PackIndex, home: Home): boolean {
  const now = entriesOf(after, is, home);
  const means = (old: Entry): boolean =>
    now.some(
      ({ stageField, value, crmPipelines }) =>
        stageField === old.stageField &&
        stageKey(value) === stageKey(old.value) &&
        (crmPipelines === null || (old.crmPipelines !== null && [...old.crmPipelines].every((one) => crmPipelines.has(one)))),
    );
  return was.stage.kind !== is.stage.kind || !entriesOf(before, was, home).every(means);
}

type Entry = ReturnType<typeof entriesOf>[number];

function entriesOf(index: PackIndex, { pipeline, stage }: Scope, home: Home) {
  const entries = [...(index.objectOf(home)?.stages.values() ?? [])].flat();
  return entries.filter((entry) => entry.pipeline.id === pipeline.id && entry.stage.id === stage.id);
}
