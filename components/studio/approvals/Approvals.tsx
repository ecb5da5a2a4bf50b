/** Approvals by code, for managers: what reps ask for, and whose codes count. */
import type { KeyView } from '../keys/model';
import type { ApprovalsEvents, ApproverView } from './model';
import { OpenRequest } from './OpenRequest';
import './approvals.css';

interface ApprovalsProps {
  keys: readonly KeyView[];
  /** By the packs in use. */
  approvers: readonly ApproverView[];
  events: ApprovalsEvents;
}

export function Approvals({ keys, approvers, events }: ApprovalsProps) {
  return (
    <>
      {keys.length > 0 ? (
        <OpenRequest keys={keys} events={events} />
      ) : (
        <p className="hr-none">
          A code is made with a key that only you have. <a href="#keys">Make a key</a> first.
        </p>
      )}
      {approvers.length > 0 && <Approvers approvers={approvers} />}
    </>
  );
}

/** Beside the fingerprint that the approver reads out, these tell whether the pack holds the right key. */
function Approvers({ approvers }: { approvers: readonly ApproverView[] }) {
  return (
    <div className="hr-approvers">
      <h3>Who approves, by the packs in use</h3>
      <ul>
        {approvers.map(({ name, fingerprint, isHere }) => (
          <li key={`${fingerprint} ${name}`}>
            <span>
              {name}
              {isHere && ' (a key of this browser)'}
            </span>
            <code>{fingerprint}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
