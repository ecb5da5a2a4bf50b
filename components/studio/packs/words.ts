/** What is said of a pack: whose rules it holds, where it came from, who signed it, and what it waits for. */
import { agoWords, dayWords } from '../../ui/time';
import type { Layer, PackView, RolloutView, SignedView, Source } from './model';

export const LAYER_WORDS: Record<Layer, string> = { company: 'Company', team: 'Team', personal: 'Yours' };

/** "Came with Handrail", "From packs.acme.com, by your organisation". */
export function sourceWords(source: Source): string {
  switch (source.kind) {
    case 'starter':
      return 'Came with Handrail';
    case 'file':
      return 'From a file';
    case 'subscription':
      return source.by === 'policy' ? `From ${source.host}, set by your organisation` : `From ${source.host}, your subscription`;
  }
}

/** How old a pack is: a subscription confirms it again and again. */
export function ageWords({ source, addedAt }: Pick<PackView, 'source' | 'addedAt'>, now: number): string {
  if (source.kind === 'subscription' && source.freshAt !== undefined) return `Confirmed by the host ${agoWords(source.freshAt, now)}`;
  return `Added ${dayWords(addedAt, now)}`;
}

/** Who signed it, and why that counts; or that nobody did. */
export function signedWords({ signed, source }: Pick<PackView, 'signed' | 'source'>, now: number): string {
  if (signed) return `Signed by ${signed.publisher}. ${trustWords(signed, now)}`;
  return source.kind === 'starter' ? 'Part of Handrail itself.' : 'Not signed: a draft, good on this computer only.';
}

function trustWords({ trust }: SignedView, now: number): string {
  switch (trust.how) {
    case 'policy':
      return 'Your organisation pinned this key.';
    case 'first-use':
      return `You trusted this key on ${dayWords(trust.at, now)}.`;
    case 'rotation':
      return `An earlier key that you trusted named this one on ${dayWords(trust.at, now)}.`;
    case 'revoked':
      return 'This key was revoked: nothing new is taken from it. Ask the publisher for a pack signed with the new key.';
    case 'none':
      return 'This key is not trusted any more: nothing new is taken from it.';
  }
}

/** Undefined where it is good without end. */
export function expiryWords({ signed }: Pick<PackView, 'signed'>, now: number): string | undefined {
  const expiresAt = signed?.expiresAt ?? null;
  if (expiresAt === null) return undefined;
  return expiresAt <= now
    ? `Expired ${dayWords(expiresAt, now)}. It stays in use; ask the publisher for a newer one.`
    : `Good until ${dayWords(expiresAt, now)}.`;
}

export function whyItWaits({ rollout }: Pick<PackView, 'rollout'>, now: number): string {
  const words = rollout ? waitWords(rollout, now) : '';
  return words === '' ? 'Your organisation does not allow it for now.' : words;
}

/** "Meant to be used from 1 Dec, for the group pilot."; '' where the day has come and it is for everybody. `from` is a day in the zone of whoever reads it. */
export function waitWords({ from, groups, roles }: RolloutView, now: number): string {
  const day = from === undefined ? undefined : new Date(`${from}T00:00`).getTime();
  const parts = [
    ...(day !== undefined && day > now ? [`from ${dayWords(day, now)}`] : []),
    ...(groups.length > 0 ? [`for the ${groups.length === 1 ? 'group' : 'groups'} ${groups.join(', ')}`] : []),
    ...(roles.length > 0 ? [`for the ${roles.length === 1 ? 'role' : 'roles'} ${roles.join(', ')}`] : []),
  ];
  return parts.length === 0 ? '' : `Meant to be used ${parts.join(', ')}.`;
}
