/** The lint: what is wrong with a pack that its format alone does not tell, and what could serve the reps better. */
import { isPlainObject } from '../../criteria/pick';
import { parseLoosely } from '../parse';
import { child, type Path, placeInWords } from '../problems';
import type { Mismatch, ReferenceProblem } from '../references';
import type { PackFile } from '../schema';
import { type Finding, forLint } from './rule';
import { rules } from './rules';

export type { Finding } from './rule';

export interface LintOptions {
  /** An ISO day: reviews are late by it. */
  today: string;
}

/**
 * Lints a pack file, JSON or YAML. What `parsePack` refuses because its parts do not fit together is found as well, as errors.
 * @throws PackError where the file cannot be read, or a part of it is of the wrong shape
 */
export async function lintText(text: string, options: LintOptions): Promise<{ pack: PackFile; findings: Finding[] }> {
  const { pack, problems } = await parseLoosely(text);
  return { pack, findings: findingsIn(pack, problems, options) };
}

/** What the rules say of a pack: errors first, each level in the pack's order. Total. */
export function lintPack(pack: PackFile, options: LintOptions): Finding[] {
  return findingsIn(pack, [], options);
}

const remedies: Readonly<Record<Mismatch, string>> = {
  'unknown-name': 'use a name that the pack defines, or define this one',
  duplicate: 'give one of the two another name, or take it out',
  'unfit-test': 'change the test, or the type or the values of the field',
  'self-tick': 'let the step tick itself by a field or an answer',
  language: 'give the text in the pack’s language, and announce the others under languages',
  calendar: 'write the working hours of a day in order, such as 09:00-12:30 and 13:30-17:30',
};

function findingsIn(file: PackFile, problems: readonly ReferenceProblem[], { today }: LintOptions): Finding[] {
  const pack = forLint(file, today);
  const found = [
    ...problems.map(({ kind, path, message }) => ({ rule: kind, level: 'error' as const, path, message, fix: remedies[kind] })),
    ...rules.flatMap((rule) => [...rule.check(pack)].map((remark) => ({ rule: rule.id, ...remark }))),
  ];
  const keys = found.map((finding) => ({ finding, order: [finding.level === 'error' ? 0 : 1, ...positions(finding.path, file)] }));
  return keys
    .sort((left, right) => compare(left.order, right.order))
    .map(({ finding }) => ({ ...finding, place: placeInWords(finding.path, pack.pack) }));
}

/** Where each part of a path stands among its neighbours. */
function positions(path: Path, file: unknown): number[] {
  let here = file;
  return path.map((part) => {
    const position = typeof part === 'number' ? part : isPlainObject(here) ? Object.keys(here).indexOf(part) : -1;
    here = child(here, part);
    return position;
  });
}

function compare(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((position, depth) => position !== right[depth]);
  return at === -1 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
}
