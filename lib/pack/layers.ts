/** Company, team, one's own: whose rules a pack holds. */

/** Whose rules a pack holds. Where several packs know a record's object, the first of these goes before the others. */
export const layers = ['company', 'team', 'personal'] as const;
export type Layer = (typeof layers)[number];
