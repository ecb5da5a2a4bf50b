/** Approvals by code on the options page: whose codes count, what is known of a request, and what is done when somebody asks. */
import type { ApprovalsEvents, ApproverView, OpenedRequest } from '../../components/studio/approvals/model';
import { grantCode } from '../../lib/approval/grant';
import { type ApprovalRequest, readRequest } from '../../lib/approval/request';
import { approversOf } from '../../lib/pack/approvers';
import { indexPack } from '../../lib/pack/load';
import type { PackFile } from '../../lib/pack/schema';
import type { HandrailDb } from '../../lib/progress/db';
import type { KeyRow, PackRow } from '../../lib/progress/rows';
import { keysOf } from '../../lib/progress/keys';
import { fingerprintOf } from '../../lib/signing/fingerprint';
import { keyIdOf } from '../../lib/signing/key';
import { inWords } from './in-words';

/** Whose codes count by the packs in use. */
export async function approversShown(keys: readonly KeyRow[], inUse: readonly PackFile[]): Promise<ApproverView[]> {
  const named = new Map(
    inUse.flatMap(({ approvers = [] }) => approvers.map(({ name, key }) => [`${key} ${name}`, { name, key }] as const)),
  );
  return Promise.all(
    [...named.values()].map(async ({ name, key }) => ({
      name,
      fingerprint: fingerprintOf(await keyIdOf(key)),
      isHere: keys.some(({ publicKey }) => publicKey === key),
    })),
  );
}

/** What the packs of this browser know of a request. The one in use comes before others of the same id, and then the newest. */
export function knownOf(request: ApprovalRequest, packs: readonly PackRow[], keys: readonly KeyRow[]): OpenedRequest['pack'] {
  const [row] = packs.filter(({ id }) => id === request.pack).sort((a, b) => b.active - a.active || b.addedAt - a.addedAt);
  if (!row) return null;
  const { pack, stepById } = indexPack(row.pack, navigator.languages);
  const step = stepById.get(request.approval);
  const approval = step && 'approval' in step ? step.approval : undefined;
  const { title, version } = pack;
  if (!step || !approval) return { title, version, approval: null, keys: [] };
  const counts = approversOf(pack, approval).map(({ key }) => key);
  return { title, version, approval: step.title, keys: keys.filter(({ publicKey }) => counts.includes(publicKey)).map(({ id }) => id) };
}

/** Rejections have a message for the screen. */
export function approvalsEvents(db: HandrailDb): ApprovalsEvents {
  return {
    onOpenRequest: async (text) => {
      const found = readRequest(text);
      if ('refused' in found) return found;
      const [packs, keys] = await inWords(Promise.all([db.packs.toArray(), keysOf(db)]));
      return { request: found.request, pack: knownOf(found.request, packs, keys), openedAt: Date.now() };
    },
    onApprove: async (request, id, until) => {
      const key = await inWords(db.keys.get(id));
      if (!key) throw new Error('That key is not in this browser any more. Reload this page and try again.');
      if (until <= Date.now()) throw new Error('That day is over. Choose a later one.');
      return grantCode(request, { now: Date.now(), until, key });
    },
  };
}
