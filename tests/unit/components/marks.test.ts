/** Which marks a click on a step makes. */
import { describe, expect, it } from 'vitest';
import { reopenMarks, tickMarks } from '../../../components/panel/marks';
import type { StepState, StepView } from '../../../lib/guard/outlook';

const view = (
  id: string,
  state: StepState,
  more: { required?: boolean; at?: number; reason?: string; steps?: StepView[] } = {},
): StepView => ({
  step: { id, title: id, required: more.required ?? true },
  state,
  auto: false,
  at: more.at,
  reason: more.reason,
  steps: more.steps ?? [],
});
const brief = (marks: { step: string; state: StepState }[]) => marks.map(({ step, state }) => `${step} ${state}`);
const optional = { required: false };

describe('ticking', () => {
  it.each<[string, StepView, boolean, string[]]>([
    ['a step', view('a', 'open'), true, ['a done']],
    ['a done step off', view('a', 'done'), false, ['a open']],
    ['a step that did not apply', view('a', 'na', { at: 1 }), true, ['a done']],
    ['the open parts', view('a', 'open', { steps: [view('b', 'open'), view('c', 'done'), view('d', 'na')] }), true, ['b done']],
    ['no optional part', view('a', 'open', { steps: [view('b', 'open'), view('c', 'open', optional)] }), true, ['b done']],
    ['optional parts where none is required', view('a', 'open', { steps: [view('b', 'open', optional)] }), true, ['b done']],
    [
      'all done parts off',
      view('a', 'done', { steps: [view('b', 'done'), view('c', 'done', optional), view('d', 'na')] }),
      false,
      ['b open', 'c open'],
    ],
    ['a step set aside with its parts', view('a', 'na', { at: 1, steps: [view('b', 'open')] }), true, ['a open', 'b done']],
  ])('%s', (_what, step, checked, expected) => {
    expect(brief(tickMarks(step, checked))).toEqual(expected);
  });
});

describe('a step that applies after all', () => {
  it.each<[string, StepView, string[]]>([
    ['is open again', view('a', 'na', { at: 1 }), ['a open']],
    ['is open again as a whole when it was set aside as a whole', view('a', 'na', { at: 1, steps: [view('b', 'na')] }), ['a open']],
    ['opens its parts when only they were set aside', view('a', 'na', { steps: [view('b', 'na', { at: 1 })] }), ['b open']],
    ['changes nothing when it applied', view('a', 'open'), []],
  ])('%s', (_what, step, expected) => {
    expect(brief(reopenMarks(step))).toEqual(expected);
  });
});
