/** What the options page shows of approvals by code: who may approve, and a request that was opened. Plain data. */
import type { ApprovalRequest, RequestRefusal } from '../../../lib/approval/request';

/** A person whom a pack in use names as an approver. */
export interface ApproverView {
  name: string;
  fingerprint: string;
  /** The key is in this browser. */
  isHere: boolean;
}

/** A request that could be read, and what this browser knows of its pack. */
export interface OpenedRequest {
  request: ApprovalRequest;
  /** Null for a pack that is not in this browser. */
  pack: {
    title: string;
    version: string;
    /** The step's title; null where the pack has no such approval. */
    approval: string | null;
    /** The ids of the keys in this browser whose codes count for it. */
    keys: readonly string[];
  } | null;
  /** When it was opened, in milliseconds since 1970. */
  openedAt: number;
}

/** Promises reject with an Error whose message may be shown. */
export interface ApprovalsEvents {
  onOpenRequest(text: string): Promise<OpenedRequest | { refused: RequestRefusal }>;
  /** The code that approves the request until then, signed with that key. `until` in milliseconds since 1970. */
  onApprove(request: ApprovalRequest, key: string, until: number): Promise<string>;
}
