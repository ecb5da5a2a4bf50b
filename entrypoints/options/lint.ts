/** What the lint says of a pack, as the options page tells it. */
import type { Problem } from '../../components/studio/shapes';
import type { Finding } from '../../lib/pack/lint/lint';

/** More than this helps nobody: the rest shows up once these are mended. */
const MOST_TOLD = 100;

export function told(findings: readonly Finding[]): Problem[] {
  const shown = findings.slice(0, MOST_TOLD).map(({ place, message, fix }) => ({ path: place, message: `${message}: ${fix}` }));
  const rest = findings.length - shown.length;
  return rest > 0 ? [...shown, { path: '', message: `and ${rest} more` }] : shown;
}

/** The day by which reviews are late. */
export const today = (): string => new Date().toISOString().slice(0, 10);
