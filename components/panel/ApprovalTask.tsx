/** An approval: the rep's own word, or a code of somebody whom the pack names. How it stands, the request, and the code that answers it. */
import { useRef } from 'react';
import { BadgeCheck, Clock, ClockAlert, Lock, UserRound } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ApprovalState, StepTask } from '../../lib/guard/task';
import { Disclosure } from '../ui/Disclosure';
import { timeWords } from '../ui/time';
import { AskApproval } from './AskApproval';
import { EnterCode } from './EnterCode';
import type { PanelEvents } from './events';
import { oneOf } from './refusal-words';
import './approval.css';

type ApprovalEvents = Pick<PanelEvents, 'onAskApproval' | 'onEnterCode' | 'onOpenOptions'>;

interface ApprovalTaskProps {
  task: Extract<StepTask, { kind: 'approval' }>;
  step: { id: string; title: string };
  now: number;
  events: ApprovalEvents;
}

export function ApprovalTask({ task, step, now, events }: ApprovalTaskProps) {
  if (task.codes) return <ByCode codes={task.codes} step={step} now={now} events={events} />;
  return (
    <p className="hr-task__line">
      <UserRound size={15} aria-hidden />
      Your tick is your own word that it was approved.
    </p>
  );
}

const ICONS: Record<ApprovalState['kind'], LucideIcon> = { none: Lock, asked: Clock, granted: BadgeCheck, 'run-out': ClockAlert };

interface ByCodeProps extends Omit<ApprovalTaskProps, 'task'> {
  codes: NonNullable<ApprovalTaskProps['task']['codes']>;
}

function ByCode({ codes: { from, state }, step, now, events }: ByCodeProps) {
  const told = useRef<HTMLParagraphElement>(null);
  const Icon = ICONS[state.kind];
  const ask = <AskApproval key="ask" step={step} to={oneOf(from)} again={state.kind !== 'none'} events={events} />;
  const enter = <EnterCode key="enter" step={step} now={now} onEnterCode={events.onEnterCode} onGranted={() => told.current?.focus()} />;
  return (
    <div className="hr-approval">
      <p ref={told} tabIndex={-1} role="status" className={`hr-approval__state hr-approval__state--${state.kind}`}>
        <Icon size={15} aria-hidden />
        {stateWords(state, from, now)}
      </p>
      {state.kind !== 'granted' && ask}
      {state.kind === 'asked' ? (
        enter
      ) : (
        <Disclosure summary={state.kind === 'granted' ? 'Enter another code' : 'Enter a code'}>{enter}</Disclosure>
      )}
    </div>
  );
}

function stateWords(state: ApprovalState, from: readonly string[], now: number): string {
  switch (state.kind) {
    case 'none':
      return `Needs a code from ${oneOf(from)}.`;
    case 'asked':
      return `Asked ${timeWords(state.at, now)}. Waiting for a code from ${oneOf(from)}.`;
    case 'granted':
      return `Approved by ${state.by} until ${timeWords(state.until, now)}.`;
    case 'run-out':
      return `The approval of ${state.by} ran out: it was good until ${timeWords(state.until, now)}.`;
  }
}
