/** Approvals by code, for managers: the key that signs, and what reps ask for. */
import { Keys } from './Keys';
import type { ApprovalsEvents, ApprovalsModel } from './model';
import { OpenRequest } from './OpenRequest';
import './approvals.css';

export function Approvals({ model, now, events }: { model: ApprovalsModel; now: number; events: ApprovalsEvents }) {
  const { keys, approvers } = model;
  if (!keys || !approvers) return null;
  return (
    <>
      {keys.length > 0 && <OpenRequest keys={keys} events={events} />}
      <Keys keys={keys} approvers={approvers} now={now} events={events} />
    </>
  );
}
