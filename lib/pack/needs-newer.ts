/** Whether a pack is written for a newer Handrail than this one. */
import type { PackFile } from './schema';

/** @param version this Handrail's own, three numbers such as `1.4.0` */
export function needsNewer({ minimumExtension }: Pick<PackFile, 'minimumExtension'>, version: string): boolean {
  if (minimumExtension === undefined) return false;
  const [least, mine] = [minimumExtension, version].map((text) => text.split('.').map(Number));
  const at = [0, 1, 2].find((position) => (least?.[position] ?? 0) !== (mine?.[position] ?? 0));
  return at !== undefined && (least?.[at] ?? 0) > (mine?.[at] ?? 0);
}
