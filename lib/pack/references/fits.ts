/** Tests in conditions that can never be judged: an operator that means nothing for the field's type, or a value that the picklist has not. */
import type { AnswerTest, Condition, FieldTest } from '../../criteria/condition';
import { condition } from '../../criteria/parse';
import { misfit } from '../../criteria/operators';
import type { Subject } from '../../criteria/facts';
import { sameText } from '../../criteria/text';
import { nodesIn } from '../asked';
import { type Part, conditionsIn } from '../parts';
import { child, type Found, type Path, quoted } from '../problems';
import type { Hints } from './hints';
import { subjectsIn, type Subjects } from './subjects';

export function* fitProblems(pack: Part, sops: readonly Part[], hint: Hints): Generator<Found> {
  const subjects = subjectsIn(pack, sops);
  for (const sop of sops) {
    for (const { value, path } of conditionsIn(sop)) {
      for (const node of nodesIn(value, path)) {
        const test = testIn(node.value);
        if (test) yield* problemsOf(test, node.path, subjects, hint);
      }
    }
  }
}

/** The test of a field or an answer that a part of a condition is, if it is a sound one. */
function testIn(data: unknown): FieldTest | AnswerTest | null {
  if (child(data, 'field') === undefined && child(data, 'answer') === undefined) return null;
  const parsed = condition.safeParse(data);
  return parsed.success && isTest(parsed.data) ? parsed.data : null;
}

function isTest(leaf: Condition): leaf is FieldTest | AnswerTest {
  return 'field' in leaf || 'answer' in leaf;
}

function* problemsOf(test: FieldTest | AnswerTest, path: Path, { fields, answers }: Subjects, hint: Hints): Generator<Found> {
  const subject = 'field' in test ? fields.get(test.field) : answers.get(test.answer);
  if (!subject) return;
  const other = 'value' in test && typeof test.value === 'object' && 'field' in test.value ? fields.get(test.value.field) : undefined;
  const message = misfit(test, subject, other);
  if (message === null) yield* strangeValues(test, subject, path, hint);
  else yield { path, message };
}

/** Operands that are none of a picklist's values. */
function* strangeValues(test: FieldTest | AnswerTest, { label, choices }: Subject, path: Path, hint: Hints): Generator<Found> {
  if (!choices || !('value' in test)) return;
  const known = choices.flatMap((choice) => [choice.id, choice.label, ...choice.aliases]);
  const operands: readonly unknown[] = Array.isArray(test.value) ? test.value : [test.value];
  for (const [position, operand] of operands.entries()) {
    if (typeof operand !== 'string' || known.some((one) => sameText(one, operand))) continue;
    yield {
      path: [...path, 'value', ...(Array.isArray(test.value) ? [position] : [])],
      message: `${quoted(operand)} is not a value of ${quoted(label)}${hint(operand, known)}`,
    };
  }
}
