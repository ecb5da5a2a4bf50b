/** Whether a pack is written for a newer Handrail than this one. */
import type { PackFile } from './schema';
import { isNewer } from './version';

/** @param version this Handrail's own, three numbers such as `1.4.0` */
export function needsNewer({ minimumExtension }: Pick<PackFile, 'minimumExtension'>, version: string): boolean {
  return minimumExtension !== undefined && isNewer(minimumExtension, version);
}
