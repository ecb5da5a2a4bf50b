/** What one rule says of the sample pack with some of its parts replaced, as lines to compare: level, place, message, fix. */
import { lintText } from '../../../../../lib/pack/lint/lint';
import { put } from '../every-key';
import { samplePack } from '../sample';

export type Change = [path: readonly (string | number)[], value: unknown];

export const sop = 'sops[0] "Discovery call"';
export const exit = `${sop} › exit[0]`;
export const call = `${sop} › phases[0] "On the call"`;
export const today = '2026-11-22';

/** Where the parts of the sample's only SOP are. */
export const at = {
  when: ['sops', 0, 'exit', 0, 'when'],
  exit: ['sops', 0, 'exit'],
  steps: ['sops', 0, 'phases', 0, 'steps'],
} as const;

/** `undefined` takes a part out. */
export async function linted(rule: string, ...changes: Change[]): Promise<string[]> {
  const pack = samplePack();
  for (const [path, value] of changes) put(pack, path, value);
  const { findings } = await lintText(JSON.stringify(pack), { today });
  return findings
    .filter((finding) => finding.rule === rule)
    .map(({ level, place, message, fix }) => [level, place, message, fix].join(' | '));
}

/** A criterion of the sample's shape. */
export function criterion(id: string, when: unknown, rest: object = {}): object {
  return { id, label: `Criterion ${id}`, when, severity: 'warn', ...rest };
}
