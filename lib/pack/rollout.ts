/** From when and for whom a version of a pack is used. Pure. */
import type { PackFile } from './schema';

/** The person that a pack came to. `now`: milliseconds since 1970. */
export interface Audience {
  now: number;
  timeZone: string;
  roles: readonly string[];
  groups: readonly string[];
}

/** Whether the pack may be used by this person now. Somebody who has said no role has all of them; nobody is in a group unsaid. */
export function isFor({ rollout }: Pick<PackFile, 'rollout'>, { now, timeZone, roles, groups }: Audience): boolean {
  if (!rollout) return true;
  const has = (wanted: readonly string[], mine: readonly string[]) => wanted.some((one) => mine.includes(one));
  return (
    (rollout.from === undefined || rollout.from <= dayOf(now, timeZone)) &&
    (!rollout.roles || roles.length === 0 || has(rollout.roles, roles)) &&
    (!rollout.groups || has(rollout.groups, groups))
  );
}

/** `2026-11-24`: the day of the person's own clock. */
function dayOf(now: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
}
