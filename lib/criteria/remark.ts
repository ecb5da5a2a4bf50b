/** What is known about one leaf, in a few words: "it is empty", "it is 12 %", "it cannot be seen here". */
import type { FieldTest, Truth } from './condition';
import type { FieldType, KnownValue, Trace, Vocabulary } from './facts';
import { contentOf } from './field-test';
import { formatValue } from './format';
import { own } from './own';
import { known as says, values } from './messages';

/** Without full stop or parentheses; '' where the result says it all (a step that is done). */
export function remark({ leaf, result, known }: Pick<Trace, 'leaf' | 'result' | 'known'>, words: Vocabulary): string {
  if ('field' in leaf) return known ? ofField(leaf, result, known, own(words.fields, leaf.field)?.type) : says.unseen();
  if (result === 'unknown') return 'elapsed' in leaf ? says.clockOpen() : says.unreadable();
  if (result === 'true') return '';
  if ('step' in leaf) return says.stepOpen();
  if ('answer' in leaf) return leaf.is === 'filled' ? says.noAnswer() : says.otherAnswer();
  return 'approval' in leaf ? says.notApproved() : says.tooLate();
}

function ofField(test: FieldTest, result: Truth, known: KnownValue, type: FieldType | undefined): string {
  const content = contentOf(known.value);
  if (content === 'unreadable') return says.unreadable();
  const value = content === 'empty' ? values.nothing() : formatValue(known.value, type, known.label);
  if (result === 'unknown') return whyUnknown(test, value);
  return test.is === 'changed' && result === 'true' ? says.changedTo(value) : says.value(value);
}

function whyUnknown(test: FieldTest, value: string): string {
  switch (test.is) {
    case 'above':
    case 'atLeast':
    case 'below':
    case 'atMost':
      return says.noNumber(value);
    case 'before':
    case 'after':
    case 'within':
      return says.noDate(value);
    case 'between':
      return typeof test.value[0] === 'number' ? says.noNumber(value) : says.noDate(value);
    case 'changed':
      return says.beforeUnseen(value);
    case 'filled':
    case 'empty':
    case 'equal':
    case 'oneOf':
    case 'contains':
      return says.notComparable(value);
    default:
      test satisfies never;
      return says.unreadable();
  }
}
