/** Texts and lists that are more than a panel of 320 pixels shows well. */
import { textsOf } from '../../localise';
import type { Rule } from '../rule';
import { said, sopsOf, stepsOf } from '../walk';

/** In characters, by the key that the text stands under. What is not listed may be as long as the format lets it. */
const longestText: Readonly<Record<string, number>> = {
  title: 80,
  label: 80,
  problem: 120,
  purpose: 400,
  scope: 600,
  outcome: 600,
  why: 600,
  detail: 1200,
};
const mostSteps = 25;
const mostCriteria = 15;

export const tooLong: Rule = {
  id: 'too-long',
  about: 'A text or a list is longer than a rep reads in a side panel.',
  *check({ file, pack }) {
    for (const { text, path } of textsOf(file)) {
      const most = path[0] === 'templates' ? undefined : longestText[String(path.at(-1))];
      const length = Math.max(...lengthsOf(text));
      if (most === undefined || length <= most) continue;
      yield {
        level: 'advice',
        path,
        message: `is ${length} characters long; a panel shows ${most} well`,
        fix: path.at(-1) === 'detail' ? 'split the step, or link to a page' : 'say it in fewer words',
      };
    }
    for (const sop of sopsOf(pack)) {
      const steps = stepsOf(sop).length;
      if (steps > mostSteps)
        yield {
          level: 'advice',
          path: [...sop.path, 'phases'],
          message: `${said(sop.value.title)} has ${steps} steps; reps work well with ${mostSteps}`,
          fix: 'leave out what everybody does anyway, or make two SOPs of it',
        };
      for (const side of ['entry', 'exit'] as const) {
        const count = sop.value[side].length;
        if (count > mostCriteria)
          yield {
            level: 'advice',
            path: [...sop.path, side],
            message: `${said(sop.value.title)} has ${count} ${side} criteria; reps work well with ${mostCriteria}`,
            fix: 'keep those that decide whether the deal moves on, and make steps of the others',
          };
      }
    }
  },
};

function lengthsOf(text: unknown): number[] {
  if (typeof text === 'string') return [text.length];
  return typeof text === 'object' && text !== null ? Object.values(text).map((one) => (typeof one === 'string' ? one.length : 0)) : [0];
}
