/** A decision: its branches, the one that the record speaks for, and the way on from the one that was chosen. */
import { ArrowDown } from 'lucide-react';
import type { Value } from '../../lib/crm/adapter';
import type { Outlook } from '../../lib/guard/outlook';
import type { BranchView } from '../../lib/guard/task';
import { Tag } from '../ui/Tag';
import { ChoiceList } from './ChoiceList';
import { stepsOnScreen } from './on-screen';

interface DecisionTaskProps {
  branches: readonly BranchView[];
  chosen: string | null;
  labelledBy: string;
  title: string;
  /** What else is on the screen; null where no SOP is. */
  outlook: Outlook | null;
  onAnswer(value: Value): void;
}

export function DecisionTask({ branches, chosen, labelledBy, title, outlook, onAnswer }: DecisionTaskProps) {
  const options = branches.map(({ id, label, suggested }) => ({ id, label, note: suggested && <Tag>suggested</Tag> }));
  const to = branches.find(({ id }) => id === chosen)?.to;
  return (
    <>
      <ChoiceList options={options} picked={chosen} labelledBy={labelledBy} title={title} onPick={onAnswer} />
      {to && (
        <p className="hr-task__next">
          <ArrowDown size={14} aria-hidden />
          <span>Go on with {isShown(to, outlook) ? <a href={`#${to.kind}-${to.id}`}>{to.title}</a> : <strong>{to.title}</strong>}</span>
        </p>
      )}
    </>
  );
}

/** A step may be one of another stage. */
function isShown({ kind, id }: NonNullable<BranchView['to']>, outlook: Outlook | null): boolean {
  if (kind === 'sop') return outlook?.sops.some(({ sop }) => sop.id === id) ?? false;
  return stepsOnScreen(outlook).some(({ step }) => step.id === id);
}
