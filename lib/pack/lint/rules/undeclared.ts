/** Conditions that ask for an answer, an approval or an event that nothing in the pack makes. */
import { askedBy, type Asked } from '../../asked';
import { didYouMean } from '../../suggest';
import type { LintPack, Rule } from '../rule';
import { conditionsOf, said, sopsOf } from '../walk';

const remedies: Readonly<Partial<Record<Asked['kind'], [what: string, fix: string]>>> = {
  answer: ['question or decision', 'name the step that asks the question, or add one'],
  approval: ['approval', 'name the step that gets the approval, or add one'],
  event: ['event', 'add it to events with the field or step that it happens at'],
};

export const undeclared: Rule = {
  id: 'undeclared',
  about: 'A condition asks for an answer, an approval or an event that nothing in the pack makes.',
  *check({ pack, words }) {
    for (const condition of sopsOf(pack).flatMap(conditionsOf)) {
      for (const { kind, id, path } of askedBy(condition.value, condition.path)) {
        const remedy = remedies[kind];
        const known = knownOf(kind, words);
        if (!remedy || Object.hasOwn(known, id)) continue;
        const [what, fix] = remedy;
        yield { level: 'error', path, message: `no ${what} of this pack is called ${said(id)}${didYouMean(id, Object.keys(known))}`, fix };
      }
    }
  },
};

function knownOf(kind: Asked['kind'], words: LintPack['words']): object {
  if (kind === 'answer') return words.answers;
  return kind === 'approval' ? words.approvals : words.events;
}
