/** What counts: the person's settings, where the organisation's policy leaves them to the person. Pure. */
import type { Policy } from './policy-schema';
import type { Settings } from './settings';

/** `fixed`: what the policy has decided. */
export interface Ruled extends Pick<Settings, 'handle' | 'roles' | 'groups' | 'readAtMove'> {
  /** Whether stage changes are held. */
  guard: boolean;
  fixed: { handle: boolean; roles: boolean; groups: boolean; readAtMove: boolean };
}

export function ruled(settings: Settings, policy: Policy): Ruled {
  const fixed = {
    handle: policy.handle !== 'rep',
    roles: policy.roles.length > 0,
    groups: policy.groups.length > 0,
    readAtMove: !policy.readAtMove,
  };
  return {
    handle: fixed.handle ? policy.handle === 'on' : settings.handle,
    roles: fixed.roles ? policy.roles : settings.roles,
    groups: fixed.groups ? policy.groups : settings.groups,
    readAtMove: settings.readAtMove && policy.readAtMove,
    guard: policy.guard,
    fixed,
  };
}
