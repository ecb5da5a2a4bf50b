/** From what the tab said, the pack in use and the record's progress to the screen to draw. Pure: the same inputs draw the same screen. */
import type { Reading, RecordRef } from '../../lib/crm/adapter';
import type { TabSaid } from '../../components/panel/following';
import type { Debt, Heading, PackName, NoSop, PanelModel, SopModel } from '../../components/panel/model';
import type { Facts } from '../../lib/criteria/facts';
import { dueOf } from '../../lib/guard/due';
import { outlook } from '../../lib/guard/outlook';
import type { Outlook, StepView } from '../../lib/guard/outlook';
import type { Progress as Did } from '../../lib/guard/progress';
import { taskOf } from '../../lib/guard/task';
import type { TaskContext } from '../../lib/guard/task';
import type { TabState } from '../../lib/messages/protocol';
import { askedBy } from '../../lib/pack/asked';
import { stageFieldsOf } from '../../lib/pack/load';
import type { PackIndex } from '../../lib/pack/load';
import type { MissedCheck } from '../../lib/progress/journal';
import { recordKey } from '../../lib/progress/record-key';
import type { RecordKey } from '../../lib/progress/record-key';
import { factsOf, placeOfRecord } from '../../lib/worker/case';

/** What the database holds of one record under one pack. */
export interface Progress extends Did {
  record: RecordKey;
  pack: string;
  debts: readonly Debt[];
  /** When an approval was last asked for, by the id of its step. */
  asked: Readonly<Record<string, number>>;
}

/** How long a missed check is told of, in milliseconds. */
const MISSED_MS = 24 * 60 * 60_000;

export interface PanelInputs {
  said: TabSaid;
  /** Undefined until it is read; null where there is none. */
  index: PackIndex | null | undefined;
  progress: Progress | undefined;
  /** Undefined until it is read. */
  missed: { record: RecordKey; missed: MissedCheck | null } | undefined;
  /** The ids of the roles that the rep has chosen. Undefined until they are read. */
  mine: readonly string[] | undefined;
  /** What to tell the rep when the database cannot be used. */
  trouble: string | null;
  /** The view has been the same for longer than reading a page takes. */
  waitedLong: boolean;
  now: number;
  timeZone: string;
}

export function panelModel(inputs: PanelInputs): PanelModel {
  const { said, trouble } = inputs;
  if (trouble !== null) return { kind: 'error', message: trouble };
  switch (said.kind) {
    case 'asking':
      return { kind: 'loading' };
    case 'silent':
      return { kind: said.crm ? 'stale-tab' : 'not-a-crm' };
    case 'told':
      return toldModel(said.state, inputs);
  }
}

function toldModel(state: TabState, inputs: PanelInputs): PanelModel {
  const { view } = state;
  switch (view.kind) {
    case 'none':
      if (view.why === 'not-a-crm') return { kind: 'not-a-crm' };
      // A watcher that has not looked yet knows no CRM; one that still has not after a while never will.
      if (view.crm === null) return { kind: inputs.waitedLong ? 'stale-tab' : 'loading' };
      return { kind: 'no-record', crm: view.crm, object: null, why: view.why };
    case 'list':
      return { kind: 'no-record', crm: view.crm, object: view.object, why: 'list' };
    case 'record':
      if (view.record.id === '') return { kind: 'no-record', crm: view.record.crm, object: view.record.object, why: 'new' };
      return recordModel(view.record, state, inputs);
  }
}

function recordModel(record: RecordRef, { name, readings, unread }: TabState, inputs: PanelInputs): PanelModel {
  const { index, progress, mine, now, timeZone } = inputs;
  if (index === undefined) return { kind: 'loading' };
  if (index === null) return { kind: 'no-pack' };
  const heading: Heading = { key: recordKey(record), name, object: record.object, crm: record.crm };
  // Another record's log or progress may still be there for a moment: it is never drawn.
  if (inputs.missed?.record !== heading.key) return { kind: 'loading' };
  const missed = inputs.missed.missed && now - inputs.missed.missed.at < MISSED_MS ? inputs.missed.missed : null;
  const { title, version, publisher, id } = index.pack;
  const pack: PackName = { title, version, publisher };
  if (stageFieldsOf(index, record).length === 0) {
    return { kind: 'no-sop', heading, missed, pack, reason: { why: 'object-not-in-pack' } };
  }
  const found = placeOfRecord(index, record, readings);
  if (!found) return unread || inputs.waitedLong ? { kind: 'unreadable', heading, missed, tried: unread ?? [] } : { kind: 'loading' };
  const stageSaid = asShown(index, record, readings, found.stageValue);
  if (!found.place) return { kind: 'no-sop', heading, missed, pack, reason: { why: 'stage-not-in-pack', stage: stageSaid.value } };
  if (!progress || !mine || progress.record !== heading.key || progress.pack !== id) return { kind: 'loading' };
  const { ticks, debts, approvals, asked } = progress;
  const facts = factsOf(index, record, readings, { now, timeZone, roles: mine }, progress);
  const drawn = outlook(index, found.place, record, facts, ticks);
  if (drawn.sops.length === 0) {
    const { pipeline, stage } = found.place;
    const reason: NoSop =
      index.sopsOf(pipeline.id, stage.id).length > 0
        ? { why: 'not-for-this-rep', stage: stage.title }
        : { why: 'stage-without-sop', stage: stage.title, pipeline: pipeline.title };
    return { kind: 'no-sop', heading, missed, pack, reason };
  }
  const { roles, glossary, disqualificationCodes } = index.pack;
  return {
    kind: 'sop',
    heading,
    outlook: drawn,
    debts,
    missed,
    pack,
    stageSaid,
    tickedFrom: tickedFrom(drawn, index),
    tasks: tasksOf(drawn, { index, record, name, facts, ticks, approvals, asked }),
    dues: duesOf(drawn, index, facts),
    handbook: { roles, glossary, disqualificationCodes },
  };
}

/** The stage field that said the stage, and its value as the CRM shows it. */
function asShown(index: PackIndex, record: RecordRef, readings: readonly Reading[], value: string): SopModel['stageSaid'] {
  const fields = stageFieldsOf(index, record).map(({ stage }) => stage);
  const saying = readings.filter((reading) => fields.includes(reading.field) && String(reading.value) === value);
  const labelled = saying.find(({ label }) => label) ?? saying[0];
  return { field: labelled?.field ?? fields[0] ?? '', value: labelled?.label ?? value };
}

/** The labels of the fields that ticked a step, by step id: "Next step and Amount". A step that is its own task shows by itself what ticked it. */
function tickedFrom(drawn: Outlook, index: PackIndex): SopModel['tickedFrom'] {
  const auto = topSteps(drawn)
    .flatMap((view): StepView[] => [view, ...view.steps])
    .filter(({ auto, step }) => auto && step.doneWhen !== undefined);
  return Object.fromEntries(
    auto.map(({ step }) => {
      const fields = [...askedBy(step.doneWhen)].flatMap(({ kind, id }) =>
        kind === 'field' ? [index.fieldById.get(id)?.label ?? id] : [],
      );
      return [step.id, new Intl.ListFormat('en').format(new Set(fields)) || 'the record'];
    }),
  );
}

function tasksOf(drawn: Outlook, context: TaskContext): SopModel['tasks'] {
  return Object.fromEntries(
    topSteps(drawn).flatMap(({ step }) => {
      const task = taskOf(step, context);
      return task ? [[step.id, task] as const] : [];
    }),
  );
}

/** A step that is done, or does not apply, is due no more. */
function duesOf(drawn: Outlook, index: PackIndex, facts: Facts): SopModel['dues'] {
  const open = topSteps(drawn).filter(({ state }) => state === 'open');
  return Object.fromEntries(
    open.flatMap(({ step }) => {
      const due = dueOf(step, index, facts);
      return due ? [[step.id, due] as const] : [];
    }),
  );
}

function topSteps({ sops }: Outlook): StepView[] {
  return sops.flatMap(({ phases }) => phases).flatMap(({ steps }) => steps);
}
