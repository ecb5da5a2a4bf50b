/** Names a criterion within a pack: criteria of two SOPs may share an id. */
export const criterionKey = (sop: string, criterion: string): string => `${sop} ${criterion}`;
