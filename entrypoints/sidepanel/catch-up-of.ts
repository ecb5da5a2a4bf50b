/** From a stage change that no checked save explains to the card about it: what it skipped, judged with what is known now. Pure. */
import type { AskedLate, CatchUp } from '../../components/panel/model';
import { stepsOnScreen } from '../../components/panel/on-screen';
import type { Reading, RecordRef } from '../../lib/crm/adapter';
import type { Gap } from '../../lib/guard/judge';
import { viewOfCriterion } from '../../lib/guard/outlook';
import type { Outlook, StepView } from '../../lib/guard/outlook';
import type { Progress } from '../../lib/guard/progress';
import { criteriaFor, routeOf } from '../../lib/guard/route';
import { viewOfStep } from '../../lib/guard/step-view';
import type { TaskContext } from '../../lib/guard/task';
import { askedBy } from '../../lib/pack/asked';
import type { Criterion } from '../../lib/pack/schema';
import { severities } from '../../lib/pack/schema-criterion';
import type { ElsewhereRow } from '../../lib/progress/rows';
import type { MissedCheck } from '../../lib/progress/journal';
import { moveBetween } from '../../lib/worker/case';
import { judgeLate } from '../../lib/worker/catch-up';
import { contextOf } from './step-context';

export interface MoveToCatchUp {
  record: RecordRef;
  readings: readonly Reading[];
  row: ElsewhereRow;
  missed: MissedCheck | null;
  progress: Progress;
  context: TaskContext;
  /** What is drawn beside it; null where no SOP is. */
  outlook: Outlook | null;
}

/** Null where nothing is left open: tips are for before the move. */
export function catchUpOf({ record, readings, row, missed, progress, context, outlook }: MoveToCatchUp): CatchUp | null {
  const { index, facts } = context;
  const move = moveBetween(index, record, row, readings);
  const verdict = judgeLate({ index, record, readings, facts, progress }, row);
  if (!move || !verdict || verdict.gaps.length === 0) return null;
  const asked = criteriaFor(routeOf(move, index), index).map(({ sop, criterion }): AskedLate => {
    const gap = verdict.gaps.find((one) => one.sop === sop.id && one.criterion === criterion.id);
    const view = viewOfCriterion(criterion, index, record, facts, progress.ticks);
    return { sop: sop.id, view: withGap(view, gap), open: gap !== undefined, steps: lateSteps(criterion, context, outlook) };
  });
  const codes = new Map(verdict.gaps.flatMap(({ reasonCodes }) => reasonCodes).map((code) => [code.id, code]));
  return {
    id: row.id,
    from: verdict.from ?? row.from,
    to: verdict.to ?? row.to,
    at: row.at,
    missed,
    asked: asked.toSorted((a, b) => weight(b.view.criterion) - weight(a.view.criterion)),
    codes: [...codes.values()],
    context: contextOf(
      asked.flatMap(({ steps }) => steps),
      context,
      outlook,
    ),
  };
}

const weight = ({ severity }: Criterion): number => severities.indexOf(severity);

/** The judge may be less sure than the criterion alone: its SOP may not be for this record. */
function withGap(view: AskedLate['view'], gap: Gap | undefined): AskedLate['view'] {
  return gap ? { ...view, result: gap.result === 'unknown' ? 'unknown' : view.result, sentence: gap.sentence } : view;
}

/** The steps, questions and approvals that a criterion asks for, or that mend it, and that are not drawn elsewhere. */
function lateSteps({ when, fix }: Criterion, { index, facts, ticks }: TaskContext, outlook: Outlook | null): StepView[] {
  const asked = [...askedBy(when)].filter(({ kind }) => kind === 'step' || kind === 'answer' || kind === 'approval').map(({ id }) => id);
  const ids = new Set(fix && 'step' in fix ? [fix.step, ...asked] : asked);
  const drawn = new Set(stepsOnScreen(outlook).map(({ step }) => step.id));
  return [...ids].flatMap((id) => {
    const step = drawn.has(id) ? undefined : index.stepById.get(id);
    return step ? [viewOfStep(step, index.words, facts, ticks)] : [];
  });
}
