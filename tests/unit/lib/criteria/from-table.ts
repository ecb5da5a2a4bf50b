/** A conformance table as the engine knows it: the words of a pack, the facts of a situation, the messages of a refusal. */
import type { Situation, Table } from '../../../../cli/docs/tables';
import type { Condition } from '../../../../lib/criteria/condition';
import { evaluate } from '../../../../lib/criteria/evaluate';
import type { Facts, KnownValue, Vocabulary } from '../../../../lib/criteria/facts';
import { misfit } from '../../../../lib/criteria/operators';
import { own } from '../../../../lib/criteria/own';
import { condition } from '../../../../lib/criteria/parse';
import { indexPack } from '../../../../lib/pack/load';
import { packSchema } from '../../../../lib/pack/schema';
import { factsWith } from './fixtures';

/** The words of a pack that has what the table names. */
export function wordsOfTable(table: Table): Vocabulary {
  const list = (labels: Record<string, string> = {}) => Object.entries(labels).map(([id, label]) => ({ id, label }));
  const steps = [
    ...Object.entries(table.steps).map(([id, title]) => ({ id, title })),
    ...Object.entries(table.approvals).map(([id, title]) => ({ id, title, approval: { by: 'manager' } })),
    ...Object.entries(table.questions).map(([id, { title, type, options }]) => ({
      id,
      title,
      question: { type, ...(options && { options: list(options) }) },
    })),
    ...Object.entries(table.decisions).map(([id, { title, branches }]) => ({ id, title, decision: list(branches) })),
  ];
  const pack = {
    format: 1,
    id: 'table',
    version: '1.0.0',
    title: table.title,
    publisher: 'Acme',
    language: 'en',
    fields: Object.entries(table.fields).map(([id, field]) => ({ id, in: {}, ...field })),
    pipelines: [{ id: 'sales', title: 'Sales', in: {}, stages: [{ id: 'talk', title: 'Talk', kind: 'open', in: {} }] }],
    sops: [
      {
        id: 'talking',
        title: 'Talking',
        purpose: 'Talk.',
        pipeline: 'sales',
        stages: ['talk'],
        phases: steps.length > 0 ? [{ id: 'all', title: 'All', steps }] : [],
      },
    ],
    events: Object.entries(table.events).map(([id, label]) => ({ id, label, at: { field: 'any' } })),
    calendars: Object.entries(table.calendars).map(([id, calendar]) => ({ id, ...calendar })),
  };
  return indexPack(packSchema.parse(pack)).words;
}

export function factsOf(table: Table, { facts, ...clock }: Situation): Facts {
  const { readings, changed, written, steps, answers, approvals, events } = facts;
  const now = clock.now ?? table.now;
  const timeZone = clock.timeZone ?? table.timeZone;
  const known = Object.entries(readings).map(([id, reading]): [string, KnownValue] => {
    const plain = typeof reading === 'object' && reading !== null && 'label' in reading ? reading : { value: reading };
    const bySave = changed.includes(id) || written.includes(id);
    const saved = changed.includes(id) ? { changed: true } : {};
    return [id, { ...plain, source: bySave ? 'save' : 'wire', at: 0, ...saved }];
  });
  return factsWith({
    readings: Object.fromEntries(known),
    steps,
    answers,
    approvals,
    events: Object.fromEntries(Object.entries(events).map(([id, at]) => [id, Date.parse(at)])),
    ...(now !== undefined && { now: Date.parse(now) }),
    ...(timeZone !== undefined && { timeZone }),
  });
}

/** The condition, or why a pack with it would be refused: each message with its place, `value: must be …`. */
export function loaded(data: unknown, words: Vocabulary): { condition: Condition } | { refused: string[] } {
  const parsed = condition.safeParse(data);
  if (!parsed.success) {
    return {
      refused: parsed.error.issues.map(({ path, message }) => [path.join(' › '), message].filter((part) => part !== '').join(': ')),
    };
  }
  const leaves = evaluate(parsed.data, factsWith(), words).trace.map(({ leaf }) => leaf);
  const refused = leaves.flatMap((leaf) => {
    const subject = 'field' in leaf ? own(words.fields, leaf.field) : 'answer' in leaf ? own(words.answers, leaf.answer) : undefined;
    if (!subject || !('field' in leaf || 'answer' in leaf)) return [];
    const compared = 'value' in leaf && typeof leaf.value === 'object' && 'field' in leaf.value ? leaf.value.field : null;
    const message = misfit(leaf, subject, compared === null ? undefined : own(words.fields, compared));
    return message === null ? [] : [message];
  });
  return refused.length > 0 ? { refused } : { condition: parsed.data };
}
