/** Packs as the studio shows them: those in use first, in order of precedence, then the newest; and what was put to use when. */
import type { ActivationView } from '../../components/studio/history/model';
import type { StarterSummary } from '../../components/studio/model';
import type { Contents, Role } from '../../components/studio/shapes';
import { layers, type PackView, type SignedView, type Source, type Trust } from '../../components/studio/packs/model';
import type { DraftView } from '../../components/studio/publish/model';
import { localise } from '../../lib/pack/localise';
import type { Pack, PackFile } from '../../lib/pack/schema';
import type { Trusting } from '../../lib/pack/signed/trusting';
import type { Policy } from '../../lib/policy-schema';
import type { PackRow, PackSignature, SubscriptionRow, TrustRow } from '../../lib/progress/rows';
import { byPrecedence, type Activation } from '../../lib/progress/packs';
import { fingerprintOf } from '../../lib/signing/fingerprint';

/** What stands around the packs. */
export interface PackSurroundings {
  policy: Policy;
  trusting: Trusting;
  trust: readonly TrustRow[];
  subscriptions: readonly SubscriptionRow[];
}

export function packsShown(rows: readonly PackRow[], around: PackSurroundings): PackView[] {
  const order = (a: PackRow, b: PackRow): number => b.active - a.active || (a.active === 1 ? byPrecedence(a, b) : b.addedAt - a.addedAt);
  return [...rows].sort(order).map((row) => packShown(row, around));
}

function packShown(row: PackRow, around: PackSurroundings): PackView {
  const { id, version, layer, addedAt, active, activeAt, waits, digest, signature, pack: file } = row;
  const pack = localise(file, navigator.languages);
  const { title, publisher, description, roles, rollout } = pack;
  const source = sourceOf(row, around.subscriptions);
  return {
    ...{ id, version, title, publisher, description, layer, source, addedAt, activeAt, digest, roles },
    ...countsOf(pack),
    inUse: active === 1,
    waits: waits === 1,
    signed: signature && signedShown(signature, around),
    rollout: rollout && { from: rollout.from, groups: rollout.groups ?? [], roles: rollout.roles ?? [] },
    mayBe: layersFor(source, around.policy),
  };
}

function sourceOf({ source, url }: PackRow, subscriptions: readonly SubscriptionRow[]): Source {
  if (source !== 'subscription' || url === undefined) return { kind: source === 'starter' ? 'starter' : 'file' };
  const subscription = subscriptions.find((row) => row.url === url);
  const host = URL.parse(url)?.host ?? url;
  return { kind: 'subscription', url, host, by: subscription?.by ?? 'rep', freshAt: subscription?.freshAt };
}

/** Where the organisation hands out packs, nobody else's counts as the company's. */
function layersFor(source: Source, { choosePacks, subscriptions }: Policy): PackView['mayBe'] {
  const isOwn = source.kind === 'file' || (source.kind === 'subscription' && source.by === 'rep');
  if (!isOwn || !choosePacks) return [];
  return subscriptions.length > 0 ? layers.filter((layer) => layer !== 'company') : layers;
}

function signedShown({ key, publisher, audience, issuedAt, expiresAt }: PackSignature, around: PackSurroundings): SignedView {
  return { key, fingerprint: fingerprintOf(key), publisher, audience, issuedAt, expiresAt, trust: trustOf(key, around) };
}

function trustOf(key: string, { trusting, trust }: PackSurroundings): Trust {
  if (trusting.revoked.has(key)) return { how: 'revoked' };
  const how = trusting.keys.get(key)?.how;
  if (how === undefined || how === 'policy') return { how: how ?? 'none' };
  return { how, at: trust.find((row) => row.key === key)?.at ?? 0 };
}

export function starterSummary(file: PackFile): Omit<StarterSummary, 'active'> {
  const pack = localise(file, navigator.languages);
  const { id, title, description } = pack;
  return { id, title, description: description ?? '', ...countsOf(pack), sopTitles: pack.sops.map((sop) => sop.title) };
}

function countsOf({ pipelines, sops }: Pack): Contents {
  return { pipelines: pipelines.length, stages: pipelines.reduce((sum, { stages }) => sum + stages.length, 0), sops: sops.length };
}

/** The roles of all packs in use, each once. */
export function rolesIn(packs: readonly PackView[]): Role[] {
  const roles = packs.filter(({ inUse }) => inUse).flatMap((pack) => pack.roles);
  return [...new Map(roles.map((role) => [role.id, role])).values()];
}

/** The pilot groups that packs here name, each once. */
export function groupsIn(packs: readonly PackView[]): string[] {
  return [...new Set(packs.flatMap(({ rollout }) => rollout?.groups ?? []))].sort();
}

/** What a person could have written: not what came with Handrail, and not what somebody has signed. */
export function draftsIn(packs: readonly PackView[]): DraftView[] {
  return packs
    .filter(({ source, signed }) => source.kind === 'file' && !signed)
    .sort((a, b) => b.addedAt - a.addedAt)
    .map(({ id, version, title }) => ({ id, version, title }));
}

/** @param mayUse whether the policy allows to put it to use */
export function historyShown(
  activations: readonly Activation[],
  packs: readonly PackView[],
  mayUse: (id: string, version: string) => boolean,
): ActivationView[] {
  return activations.map(({ at, pack, version, from, back }) => {
    const here = packs.find((row) => row.id === pack && row.version === version);
    const inUse = here?.inUse ?? false;
    return {
      ...{ at, pack, version, back, inUse },
      title: here?.title ?? pack,
      from: from ?? undefined,
      mayGoBack: here !== undefined && !inUse && mayUse(pack, version),
    };
  });
}
