/** A pack for tests whose every stage asks for something on the way in and on the way out, and facts in which nothing of it is met. */
import type { Facts } from '../../../../lib/criteria/facts';
import type { RecordRef } from '../../../../lib/crm/adapter';
import { indexPack, parsePack, type PackIndex } from '../../../../lib/pack/load';
import { samplePack } from '../pack/sample';

export const record: RecordRef = { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '006000000000001AAA' };

const when = { field: 'budget', is: 'filled' };
const criterion = (id: string, more: object = {}) => ({ id, label: `Label of ${id}`, when, severity: 'warn', ...more });
const sop = (stage: string, entry: object[], exit: object[]) => ({
  id: `${stage}-sop`,
  title: `SOP of ${stage}`,
  purpose: 'To test.',
  pipeline: 'sales',
  stages: [stage],
  entry,
  exit,
});

/** Criteria are named `enter-…` and `leave-…` after their stage; those with `to` say where to. */
export const guarded = {
  ...samplePack(),
  sops: [
    sop(
      'talk',
      [criterion('enter-talk'), criterion('reopen-talk', { to: ['talk'] })],
      [criterion('leave-talk'), criterion('leave-talk-to-offer', { to: ['offer'] })],
    ),
    sop('show', [criterion('enter-show')], [criterion('leave-show'), criterion('leave-show-to-won', { to: ['won'] })]),
    sop(
      'offer',
      [criterion('enter-offer')],
      [criterion('leave-offer'), criterion('leave-offer-to-talk', { to: ['talk'] }), criterion('leave-offer-to-lost', { to: ['lost'] })],
    ),
    sop('won', [criterion('enter-won')], [criterion('leave-won')]),
    sop('lost', [criterion('enter-lost')], [criterion('leave-lost')]),
  ],
};

export async function indexed(pack: object): Promise<PackIndex> {
  return indexPack(await parsePack(JSON.stringify(pack)));
}

/** The guarded pack with one exit criterion for its first stage, and no others. */
export async function withOne(one: object, more: object = {}): Promise<PackIndex> {
  return indexed({ ...guarded, ...more, sops: [sop('talk', [], [criterion('only', one)])] });
}

export const noFacts: Facts = {
  readings: {},
  steps: {},
  answers: {},
  approvals: {},
  events: {},
  now: Date.UTC(2026, 10, 22),
  timeZone: 'UTC',
};
/** The budget has been seen, and it is empty: every criterion of the guarded pack is unmet. */
export const unmet: Facts = { ...noFacts, readings: { budget: { value: null, source: 'wire', at: 1 } } };
