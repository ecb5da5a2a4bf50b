/** What a rep is told of an update: the sentences about what made it more than safe, out of all that is different. */
import { askedBy } from '../asked';
import { comparePacks, type Change } from '../compare/compare';
import { criterionKey } from '../criterion-key';
import type { Criterion, Pack, Sop } from '../schema';
import type { StageUpdate } from './compare-for-stage';
import { isAimedWider } from './stricter';

/** Adds what a change is about to what is to be told of. `kinds`: of which changes; of each by default. */
type Name = (about: Change['about'], id: string, sop?: string, kinds?: readonly Change['kind'][]) => void;

/** What comes and goes with what it is part of is told with that. */
const comeAndGo: readonly Change['kind'][] = ['added', 'removed'];

/** @param stage the stage that they were compared for: `sales/demo` */
export function changesFor(before: Pack, after: Pack, stage: string, update: StageUpdate): Change[] {
  const telling = new Set<string>();
  const keyOf = (kind: Change['kind'], about: Change['about'], id: string, sop = ''): string => `${kind} ${about} ${id} ${sop}`;
  const name: Name = (about, id, sop, kinds = ['added', 'removed', 'changed', 'moved', 'renamed']) => {
    for (const kind of kinds) telling.add(keyOf(kind, about, id, sop));
  };
  for (const sop of [...before.sops, ...after.sops]) nameIn(sop, update, name);
  for (const sop of after.sops) {
    const old = before.sops.find(({ id }) => id === sop.id);
    if (old && isAimedWider(old, sop)) name('sop', sop.id, sop.id);
  }
  if (update.moved) nameStage(stage, name);
  // Of an approval that counts otherwise, the people who give it tell why.
  for (const { id } of [...before.approvers, ...after.approvers]) if (update.stricter.length > 0) name('approver', id, '', comeAndGo);
  return comparePacks(before, after).filter(({ kind, about, id, sop }) => telling.has(keyOf(kind, about, id, sop)));
}

function nameIn(sop: Sop, { stricter, asked, changed, gone }: StageUpdate, name: Name): void {
  const steps = new Set([...asked, ...changed.map(({ step }) => step), ...gone]);
  for (const phase of sop.phases) {
    for (const step of phase.steps) {
      const told = [step, ...(step.steps ?? [])].filter(({ id }) => steps.has(id));
      if (told.length === 0) continue;
      for (const { id } of told) name('step', id, sop.id);
      name('step', step.id, sop.id, comeAndGo);
      name('phase', phase.id, sop.id, comeAndGo);
      name('sop', sop.id, sop.id, comeAndGo);
    }
  }
  for (const criterion of [...sop.entry, ...sop.exit]) {
    if (!stricter.includes(criterionKey(sop.id, criterion.id))) continue;
    name('criterion', criterion.id, sop.id);
    name('sop', sop.id, sop.id, comeAndGo);
    nameLookedAt(criterion, name);
  }
}

/** A criterion may ask for something else by its field, its event or its calendar alone. */
function nameLookedAt({ when }: Criterion, name: Name): void {
  for (const { kind, id } of askedBy(when)) {
    if (kind !== 'field' && kind !== 'event' && kind !== 'calendar') continue;
    name(kind, id, '', ['changed']);
    if (kind === 'field') name('org-field', id);
  }
}

function nameStage(stage: string, name: Name): void {
  const [pipelineId = '', stageId = ''] = stage.split('/');
  name('stage', stageId);
  name('org-stage', stage);
  name('pipeline', pipelineId, '', ['removed', 'changed']);
}
