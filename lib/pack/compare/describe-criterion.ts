/** What changed about a criterion, in words. */
import { child } from '../problems';
import type { Criterion } from '../schema';
import { among, type Describe, nameOf, told, when, written } from './phrases';

const severities: Readonly<Record<string, string>> = {
  tip: 'only tells',
  warn: 'warns',
  reason: 'asks for a reason',
  block: 'blocks the move',
};

/** What happens while it does not hold: `asks for a reason`. */
export function severityIn(severity: unknown): string {
  return typeof severity === 'string' ? (severities[severity] ?? severity) : written(severity);
}

const unknowns: Readonly<Record<string, string>> = { confirm: 'asks the rep', unmet: 'counts as not met', pass: 'lets the move pass' };

function unknownIn(value: unknown): string {
  return typeof value === 'string' ? (unknowns[value] ?? value) : written(value);
}

export const ofCriterion: Partial<Record<keyof Criterion, Describe>> = {
  when: when('holds', 'never'),
  severity: (was, is) => [` now ${severityIn(is)} (before: ${severityIn(was)})`],
  ifUnknown: (was, is) => [` now ${unknownIn(is)} when it cannot be seen (before: ${unknownIn(was)})`],
  to: among('counts for moves to', 'any stage', (id, { parent }) => `stage:${String(parent?.says.pipeline)}/${id}`),
  reasonCodes: among('takes the reasons', 'of the whole list', (id) => `reason-code:${id}`),
  fix: told('is mended by', (fix, side) => {
    const [field, step, url] = [child(fix, 'field'), child(fix, 'step'), child(fix, 'url')];
    if (typeof field === 'string') return `field ${nameOf(side, `field:${field}`, field)}`;
    if (typeof step === 'string') return `step ${nameOf(side, `step:${step}`, step)}`;
    return typeof url === 'string' ? url : 'nothing that is named';
  }),
};
