/** From what the tab said, the pack in use and the record's progress to the screen to draw. Pure: the same inputs draw the same screen. */
import type { TabSaid } from '../../components/panel/following';
import type { ByHand, Heading, NoSop, PackName, PanelModel, RecordModel, SopModel, StageChoice } from '../../components/panel/model';
import type { Reading, RecordRef } from '../../lib/crm/adapter';
import { outlook } from '../../lib/guard/outlook';
import type { TaskContext } from '../../lib/guard/task';
import type { TabState } from '../../lib/messages/protocol';
import { stageFieldsOf, stageOptions } from '../../lib/pack/load';
import type { PackIndex } from '../../lib/pack/load';
import { recordKey } from '../../lib/progress/record-key';
import { factsOf, placeOfRecord } from '../../lib/worker/case';
import type { Standing } from '../../lib/worker/case';
import type { PacksInUse } from '../../lib/worker/pack';
import type { Flight } from '../../lib/worker/flight';
import { newsOf } from './news';
import type { Moves } from './news';
import type { Progress } from './progress';
import { contextOf, topSteps } from './step-context';
import { updateOf } from './update-of';

export interface PanelInputs {
  said: TabSaid;
  /** Undefined until they are read. */
  packs: PacksInUse | undefined;
  /** The one of them that speaks for the record. Undefined until it is read; null where there is none. */
  index: PackIndex | null | undefined;
  progress: Progress | undefined;
  /** Which version of it counts for the record. Undefined until it is known. */
  flight: Flight | undefined;
  /** Undefined until they are read. */
  moves: Moves | undefined;
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

function recordModel(record: RecordRef, state: TabState, inputs: PanelInputs): PanelModel {
  const { progress, flight, moves, mine, now, timeZone } = inputs;
  const { name, readings, unread } = state;
  if (inputs.index === undefined) return { kind: 'loading' };
  if (inputs.index === null) return { kind: 'no-pack' };
  const heading: Heading = { key: recordKey(record), name, object: record.object, crm: record.crm };
  // Another record's log or progress may still be there for a moment: it is never drawn.
  if (moves?.record !== heading.key || progress?.record !== heading.key || progress.pack !== inputs.index.pack.id || !mine || !flight)
    return { kind: 'loading' };
  const { index } = flight;
  const { title, version, publisher } = index.pack;
  const { updated } = progress;
  const pack: PackName = { title, version, publisher, ...besides(inputs), ...(updated?.version === version && { since: updated }) };

  const facts = factsOf(index, record, readings, { now, timeZone, roles: mine }, progress);
  const { ticks, approvals, asked } = progress;
  const context: TaskContext = { index, record, name, facts, ticks, approvals, asked };
  const news = (drawn: SopModel['outlook'] | null): RecordModel => ({
    heading,
    ...newsOf({ record, readings, moves, progress, context, outlook: drawn, now }),
    update: updateOf(flight, record, progress),
  });
  const noSop = (reason: NoSop, byHand: ByHand | null = null): PanelModel => ({ kind: 'no-sop', ...news(null), pack, reason, byHand });

  if (stageFieldsOf(index, record).length === 0) return noSop({ why: 'object-not-in-pack' });
  const found = placeOfRecord(index, record, readings, progress.placed);
  if (!found) {
    if (!unread && !inputs.waitedLong) return { kind: 'loading' };
    return { kind: 'unreadable', ...news(null), tried: unread ?? [], choices: choicesOf(index, record) };
  }
  const stageSaid = asShown(index, record, readings, found.stageValue);
  if (!found.place) return noSop({ why: 'stage-not-in-pack', stage: stageSaid.value });
  const { pipeline, stage } = found.place;
  const byHand = byHandOf(index, record, found, pipeline.id);
  const drawn = outlook(index, found.place, record, facts, ticks);
  if (drawn.sops.length === 0) {
    const isForOthers = index.sopsOf(pipeline.id, stage.id).length > 0;
    return noSop(
      isForOthers
        ? { why: 'not-for-this-rep', stage: stage.title }
        : { why: 'stage-without-sop', stage: stage.title, pipeline: pipeline.title },
      byHand,
    );
  }
  return { kind: 'sop', ...news(drawn), ...contextOf(topSteps(drawn), context, drawn), outlook: drawn, pack, stageSaid, byHand };
}

/** Whose rules speak, and the packs in use that do not. */
function besides({ packs, index }: PanelInputs): Pick<PackName, 'layer' | 'others'> {
  const all = packs?.all ?? [];
  const speaks = all.find((one) => one.index === index);
  const others = all.filter((one) => one !== speaks).map(({ index: { pack }, layer }) => ({ title: pack.title, layer }));
  return { layer: speaks?.layer ?? 'personal', others };
}

/** The stage field that said the stage, and its value as the CRM shows it. */
function asShown(index: PackIndex, record: RecordRef, readings: readonly Reading[], value: string): SopModel['stageSaid'] {
  const fields = stageFieldsOf(index, record).map(({ stage }) => stage);
  const saying = readings.filter((reading) => fields.includes(reading.field) && String(reading.value) === value);
  const labelled = saying.find(({ label }) => label) ?? saying[0];
  return { field: labelled?.field ?? fields[0] ?? '', value: labelled?.label ?? value };
}

function byHandOf(index: PackIndex, record: RecordRef, { source, stageValue }: Standing, pipeline: string): ByHand | null {
  return source === 'rep' ? { pipeline, value: stageValue, choices: choicesOf(index, record) } : null;
}

function choicesOf(index: PackIndex, record: RecordRef): StageChoice[] {
  return stageOptions(index, record).map(({ pipeline, crmPipeline, stages }) => ({
    id: pipeline.id,
    title: pipeline.title,
    ...(crmPipeline !== undefined && { crmPipeline }),
    stages: stages.map(({ stage, value }) => ({ value, title: stage.title })),
  }));
}
