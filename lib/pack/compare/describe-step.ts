/** What changed about a step or sub-step, in words. */
import { child } from '../problems';
import type { Step } from '../schema';
import type { Outline } from './outline';
import { among, type Describe, keysOf, nameOf, one, options, plain, spanOf, told, when, written } from './phrases';
import { same } from './same';

const role = (id: string): string => `role:${id}`;

const answers: Readonly<Record<string, string>> = {
  text: 'text',
  number: 'a number',
  date: 'a date',
  'yes-no': 'yes or no',
  choice: 'one choice',
  choices: 'several choices',
};

const parts: Readonly<Record<string, Describe>> = {
  type: told('wants', (type) => (typeof type === 'string' ? (answers[type] ?? type) : 'nothing')),
  element: told('stands for', (element) => (typeof element === 'string' ? element.replaceAll('-', ' ') : 'nothing in MEDDPICC or BANT')),
  options: options('option'),
};

const question: Describe = (was, is, sides) => {
  if (was === undefined) return [' is a question now'];
  if (is === undefined) return [' is no question any more'];
  return keysOf(was, is).flatMap((key) => {
    const [old, current] = [child(was, key), child(is, key)];
    return same(old, current) ? [] : (parts[key] ?? plain(key))(old, current, sides);
  });
};

const branches = options('branch', {
  when: when('is suggested', 'never'),
  to: told('leads to', (to, side) => {
    const [step, sop] = [child(to, 'step'), child(to, 'sop')];
    if (typeof step === 'string') return `step ${nameOf(side, `step:${step}`, step)}`;
    return typeof sop === 'string' ? `SOP ${nameOf(side, `sop:${sop}`, sop)}` : 'the next step';
  }),
});

const decision: Describe = (was, is, sides) => {
  if (was === undefined) return [' is a decision now'];
  return is === undefined ? [' is no decision any more'] : branches(was, is, sides);
};

const approvedBy = told('is approved by', (approval, side) => {
  const by = child(approval, 'by');
  return typeof by === 'string' ? nameOf(side, role(by), by) : 'nobody';
});
const codesFrom = among('takes the codes of', 'every approver', (id) => `approver:${id}`);

/** Who it is for, and whose codes count: each is told by itself. */
const approval: Describe = (was, is, sides) => {
  const [by, approvers] = ['by', 'approvers'].map((key) => [child(was, key), child(is, key)] as const);
  return [
    ...(same(by?.[0], by?.[1]) ? [] : approvedBy(was, is, sides)),
    ...(same(approvers?.[0], approvers?.[1]) ? [] : codesFrom(approvers?.[0], approvers?.[1], sides)),
  ];
};

/** `2 hours after ‘Lead assigned’, by the calendar ‘Office hours’`. */
function dueIn(due: unknown, side: Outline): string {
  if (due === undefined) return 'at no set time';
  const [after, before, event, calendar] = ['after', 'before', 'event', 'calendar'].map((key) => child(due, key));
  const span = after === undefined ? `${spanOf(before)} before` : `${spanOf(after)} after`;
  const at = typeof event === 'string' ? nameOf(side, `event:${event}`, event.replaceAll('-', ' ')) : written(event);
  return `${span} ${at}${typeof calendar === 'string' ? ` by the calendar ${nameOf(side, `calendar:${calendar}`, calendar)}` : ''}`;
}

export const ofStep: Partial<Record<keyof Step, Describe>> = {
  required: (_, is) => [is === true ? ' is required now' : ' is optional now'],
  doneWhen: when('ticks itself', 'never'),
  roles: among('is for', 'the roles of its SOP', role),
  due: told('is due', dueIn),
  question,
  fields: among('asks for', 'no fields', (id) => `field:${id}`),
  template: one('uses the template', 'none', (id) => `template:${id}`),
  asset: told('shares', (asset) =>
    asset === undefined ? 'nothing' : `${written(child(asset, 'label'))} (${written(child(asset, 'url'))})`,
  ),
  approval,
  decision,
};
