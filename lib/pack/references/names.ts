/** Names in a pack that lead nowhere. Answers, approvals and events that conditions ask for are left to lint: a case may bring its own (DESIGN §9). */
import { askedBy } from '../asked';
import { type Part, conditionsIn, criteriaIn, listIn, partOf, stepsIn } from '../parts';
import { child, type Found, type Path, quoted } from '../problems';
import { stageEntered } from '../schema';
import type { Hints } from './hints';

/** What names can lead to, with the word for it in messages. */
const things = {
  field: 'a field',
  pipeline: 'a pipeline',
  sop: 'an SOP',
  step: 'a step',
  role: 'a role',
  approver: 'an approver',
  template: 'a template',
  event: 'an event',
  calendar: 'a calendar',
  code: 'a reason code',
} as const;
type Thing = keyof typeof things;

/** Says what is wrong with one name, if anything is. */
type Refer = (part: Part, to: Thing) => Generator<Found>;
type ReferStage = (part: Part, pipeline: unknown) => Generator<Found>;

export function* nameProblems(pack: Part, sops: readonly Part[], hint: Hints): Generator<Found> {
  const ids = (list: string) => idsOf(listIn(pack, list));
  const known: Readonly<Record<Thing, ReadonlySet<string>>> = {
    field: ids('fields'),
    pipeline: ids('pipelines'),
    sop: idsOf(sops),
    step: idsOf(sops.flatMap((sop) => [...stepsIn(sop)])),
    role: ids('roles'),
    approver: ids('approvers'),
    template: ids('templates'),
    event: ids('events').add(stageEntered),
    calendar: ids('calendars').add('business'),
    code: ids('reasonCodes'),
  };
  const stages = new Map(
    [...listIn(pack, 'pipelines')].map((pipeline) => [child(pipeline.value, 'id'), idsOf(listIn(pipeline, 'stages'))]),
  );

  function* check(id: unknown, path: Path, among: ReadonlySet<string>, what: string): Generator<Found> {
    if (typeof id === 'string' && !among.has(id)) yield { path, message: `${quoted(id)} is not ${what}${hint(id, among)}` };
  }
  const refer: Refer = ({ value, path }, to) => check(value, path, known[to], `${things[to]} of this pack`);
  function* referStage({ value, path }: Part, pipeline: unknown): Generator<Found> {
    const among = stages.get(pipeline);
    if (among) yield* check(value, path, among, `a stage of the pipeline ${quoted(String(pipeline))}`);
  }

  for (const sop of sops) yield* namesInSop(sop, refer, referStage);
  for (const event of listIn(pack, 'events')) yield* namesInEvent(event, pack, refer);
  for (const role of listIn(partOf(pack, 'rollout'), 'roles')) yield* refer(role, 'role');
  for (const org of listIn(pack, 'orgs')) {
    for (const field of listIn(org, 'fields')) yield* refer(partOf(field, 'field'), 'field');
    for (const stage of listIn(org, 'stages')) {
      yield* refer(partOf(stage, 'pipeline'), 'pipeline');
      yield* referStage(partOf(stage, 'stage'), child(stage.value, 'pipeline'));
    }
  }
}

function idsOf(parts: Iterable<Part>): Set<string> {
  return new Set([...parts].map(({ value }) => child(value, 'id')).filter((id) => typeof id === 'string'));
}

function* namesInSop(sop: Part, refer: Refer, referStage: ReferStage): Generator<Found> {
  const pipeline = partOf(sop, 'pipeline');
  yield* refer(pipeline, 'pipeline');
  for (const stage of listIn(sop, 'stages')) yield* referStage(stage, pipeline.value);
  for (const role of listIn(sop, 'roles')) yield* refer(role, 'role');
  for (const criterion of criteriaIn(sop)) {
    for (const stage of listIn(criterion, 'to')) yield* referStage(stage, pipeline.value);
    for (const code of listIn(criterion, 'reasonCodes')) yield* refer(code, 'code');
    yield* refer(partOf(partOf(criterion, 'fix'), 'field'), 'field');
    yield* refer(partOf(partOf(criterion, 'fix'), 'step'), 'step');
  }
  for (const step of stepsIn(sop)) yield* namesInStep(step, refer);
  for (const condition of conditionsIn(sop)) {
    for (const { kind, id, path } of askedBy(condition.value, condition.path))
      if (kind === 'field' || kind === 'step' || kind === 'calendar') yield* refer({ value: id, path }, kind);
  }
}

function* namesInStep(step: Part, refer: Refer): Generator<Found> {
  for (const role of listIn(step, 'roles')) yield* refer(role, 'role');
  for (const field of listIn(step, 'fields')) yield* refer(field, 'field');
  yield* refer(partOf(step, 'template'), 'template');
  yield* refer(partOf(partOf(step, 'approval'), 'by'), 'role');
  for (const approver of listIn(partOf(step, 'approval'), 'approvers')) yield* refer(approver, 'approver');
  yield* refer(partOf(partOf(step, 'due'), 'event'), 'event');
  yield* refer(partOf(partOf(step, 'due'), 'calendar'), 'calendar');
  for (const branch of listIn(step, 'decision')) {
    yield* refer(partOf(partOf(branch, 'to'), 'step'), 'step');
    yield* refer(partOf(partOf(branch, 'to'), 'sop'), 'sop');
  }
}

function* namesInEvent(event: Part, pack: Part, refer: Refer): Generator<Found> {
  const at = partOf(event, 'at');
  const field = partOf(at, 'field');
  yield* refer(field, 'field');
  yield* refer(partOf(at, 'step'), 'step');
  const type =
    typeof field.value === 'string'
      ? child([...listIn(pack, 'fields')].find(({ value }) => child(value, 'id') === field.value)?.value, 'type')
      : undefined;
  if (typeof type === 'string' && type !== 'datetime' && type !== 'date')
    yield {
      path: field.path,
      message: `${quoted(String(field.value))} is of the type ${type}; an event needs a field of the type datetime`,
    };
}
