/** docs/conditions.md: the condition language by example. The examples are the conformance tables, so that each of them is tested. */
import { Document, visit } from 'yaml';
import { zoneOf } from '../../lib/criteria/wall-clock';
import type { Situation, Table } from './tables';

export { readTables } from './tables';

type Case = Table['cases'][number];

const introduction = `# Conditions

A condition says what must hold: that the budget is filled, that the discount is at most 15 %, that four of seven questions are answered. Criteria, SOPs, branches and steps that tick themselves all use the same language. This page shows every part of it by example. It is written by \`npm run docs\` from the tables in \`tests/conformance\`, which the tests hold the extension to: what stands here is what happens.

## Three results

A condition is **met**, **not met**, or **not known**. Not known means that Handrail cannot tell: the field is not on the page, nor in anything the CRM sent, or what is there cannot be compared. **What cannot be seen here is not the same as not met**, and not the same as empty. A field that is seen to be empty is known: it is empty. A field that cannot be seen may well be filled.

- Comparing with a field that is seen to be empty is not met: an empty amount is not above 50,000, and not below it.
- \`not\` turns met and not met round, and leaves not known as it is.
- What a criterion does with a result that is not known, its \`ifUnknown\` says: ask the rep (\`confirm\`, the default), count it as not met (\`unmet\`), or let it pass (\`pass\`).

Values seen in a save that is being held count before all others: a rep who fills the field in the same save has filled it.

## How to read the tables

Each example is a condition as a pack would have it, in YAML, and a table: what is known, what comes of it, and the sentence that Handrail makes of both. A rep reads that sentence where the condition is not met or not known. What is marked as code is the value as the CRM has it. Fields, steps, questions and events are named by their ids in the condition, and by their labels in the sentence.`;

/** The whole page, in Markdown. */
export function conditionsPage(tables: readonly Table[]): string {
  return `${[introduction, contents(tables), ...tables.map(topic)].join('\n\n')}\n`;
}

function contents(tables: readonly Table[]): string {
  return ['## What there is', tables.map(({ title }) => `- [${title}](#${anchor(title)})`).join('\n')].join('\n\n');
}

/** As the usual renderers of Markdown make it. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

function topic(table: Table): string {
  const { title, about, cases } = table;
  const clock =
    table.now === undefined ? [] : [`In these examples it is ${clockInWords({}, table)} for the rep, unless they say otherwise.`];
  return [`## ${title}`, about, ...clock, ...declared(table), ...cases.map((one) => example(one, table))].join('\n\n');
}

/** What a reader must know of the pack to follow the examples: names that mean the same choice, and working hours. */
function declared({ fields, calendars }: Table): string[] {
  const withValues = Object.entries(fields).filter(([, { values }]) => values);
  const part = (title: string, entries: [string, object][]): string[] =>
    entries.length === 0 ? [] : [title, yaml(entries.map(([id, entry]) => ({ id, ...entry })))];
  return [
    ...part('The fields of these examples that have values in the pack:', withValues),
    ...part('The calendars of these examples, besides `business`:', Object.entries(calendars)),
  ];
}

function example(one: Case, table: Table): string {
  const heading = `### ${one.title}`;
  const condition = yaml(one.condition);
  if ('refused' in one) return [heading, condition, `Refused: ${escaped(one.refused)}`].join('\n\n');
  const ownClock = one.situations.some(({ now, timeZone }) => now !== undefined || timeZone !== undefined);
  const rows = one.situations.map((situation) => {
    const lines = factsInWords(situation, one.condition, table);
    const clock = ownClock ? [`It is ${clockInWords(situation, table)}`] : [];
    return [[...clock, ...lines].join('<br>'), results[situation.result], situation.sentence];
  });
  return [heading, condition, grid(['what is known', 'result', 'sentence'], rows)].join('\n\n');
}

const results: Readonly<Record<Situation['result'], string>> = { true: 'met', false: '**not met**', unknown: '_not known_' };

function factsInWords(situation: Situation, condition: unknown, table: Table): string[] {
  const { readings, changed, written, steps, answers, approvals, events } = situation.facts;
  const labelOf = (id: string): string => table.fields[id]?.label ?? id;
  const unseen = [...new Set(fieldsIn(condition))].filter((id) => !Object.hasOwn(readings, id));
  const told = [
    ...Object.entries(readings).map(([id, reading]) => {
      const how = changed.includes(id) ? ', changed by this save' : written.includes(id) ? ', written by this save' : '';
      return `${labelOf(id)}: ${literal(reading)}${how}`;
    }),
    ...(unseen.length > 0 ? [`_cannot be seen:_ ${unseen.map(labelOf).join(', ')}`] : []),
    ...Object.entries(answers).map(([id, answer]) => `${(table.questions[id] ?? table.decisions[id])?.title ?? id} ${literal(answer)}`),
    ...Object.entries(steps).map(([id, state]) => `${table.steps[id] ?? id}: ${states[state]}`),
    ...Object.entries(approvals).map(([id, state]) => `${table.approvals[id] ?? id}: ${state}`),
    ...Object.entries(events).map(([id, at]) => `${table.events[id] ?? builtIn[id] ?? id}: ${onTheWall(at, zoneFor(situation, table))}`),
  ];
  return told.length > 0 ? told : ['nothing yet'];
}

/** The fields that a condition asks for or compares with. */
function fieldsIn(condition: unknown): string[] {
  if (typeof condition !== 'object' || condition === null) return [];
  return Object.entries(condition).flatMap(([key, part]: [string, unknown]) =>
    key === 'field' && typeof part === 'string' ? [part] : fieldsIn(part),
  );
}

const states = { done: 'done', na: 'not applicable', open: 'open' };
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const builtIn: Readonly<Record<string, string>> = { 'stage-entered': 'Stage entered' };

type Clock = Pick<Situation, 'now' | 'timeZone'>;

function clockInWords(clock: Clock, table: Table): string {
  const timeZone = zoneFor(clock, table);
  return `${onTheWall(clock.now ?? table.now ?? '', timeZone)} in ${timeZone}`;
}

function zoneFor(clock: Clock, table: Table): string {
  return clock.timeZone ?? table.timeZone ?? 'UTC';
}

/** `Fri 2026-11-20 12:00`: an instant on the rep's clock. */
function onTheWall(instant: string, timeZone: string): string {
  const at = Date.parse(instant);
  const shown = new Date(at + (zoneOf(timeZone)?.offsetAt(at) ?? 0));
  const [day = '', time = ''] = shown.toISOString().split(/[T.]/);
  return `${weekdays[shown.getUTCDay()]} ${day} ${time.replace(/:00$/, '')}`;
}

type Reading = Situation['facts']['readings'][string];

function literal(value: Reading): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : value.map(literal).join(', ');
  if (typeof value === 'object') return `${literal(value.value)}, shown as “${value.label}”`;
  if (value === '') return 'blank';
  return typeof value === 'string' && value.trim() === '' ? 'only spaces' : `\`${value}\``;
}

/** What is longer in the flow style, `{ field: amount, is: filled }`, has a line for each key. */
const longestFlow = 90;

function yaml(data: unknown): string {
  const document = new Document(data);
  visit(document, {
    Collection: (_, node, path) => {
      if (path.length > 1 && JSON.stringify(node).length <= longestFlow) node.flow = true;
    },
  });
  return `\`\`\`yaml\n${document.toString({ lineWidth: 0 }).trimEnd()}\n\`\`\``;
}

function grid(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}
