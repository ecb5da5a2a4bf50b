/** Names in a pack that lead nowhere, or that two things share. Runs on data of any shape, so that all mistakes show at once. */
import { askedBy } from './asked';
import { type Part, conditionsIn, criteriaIn, listIn, stepsIn } from './parts';
import { child, type Found, mostProblems, type Path, placeInWords, quoted } from './problems';
import { stageKey } from './stage-key';
import { didYouMean } from './suggest';

/** What names lead nowhere, are taken twice or let a step tick itself by another. */
export function referenceProblems(data: unknown): Found[] {
  const pack: Part = { value: data, path: [] };
  const fields = [...listIn(pack, 'fields')];
  const pipelines = [...listIn(pack, 'pipelines')];
  const sops = [...listIn(pack, 'sops')];
  const codes = [...listIn(pack, 'reasonCodes')];
  const steps = sops.flatMap((sop) => [...stepsIn(sop)]);
  const known: Known = {
    field: idsOf(fields),
    pipeline: idsOf(pipelines),
    step: idsOf(steps),
    code: idsOf(codes),
    stages: new Map(),
    hints: { left: mostProblems },
  };
  for (const pipeline of pipelines) known.stages.set(child(pipeline.value, 'id'), idsOf(listIn(pipeline, 'stages')));

  // Criteria are told apart by their SOP and id, steps by their id alone: a checklist is kept per record, not per SOP.
  const groups: Iterable<Part>[] = [fields, pipelines, sops, codes, steps];
  for (const pipeline of pipelines) groups.push(listIn(pipeline, 'stages'));
  for (const sop of sops) groups.push(listIn(sop, 'phases'), criteriaIn(sop));

  return [
    ...groups.flatMap((group) => idsTakenTwice(group, data)),
    ...fields.flatMap(objectsMappedTwice),
    ...pipelines.flatMap(stageValuesMappedTwice),
    ...sops.flatMap((sop) => namesThatLeadNowhere(sop, known)),
    ...steps.flatMap(selfTickProblems),
  ];
}

interface Known {
  field: ReadonlySet<string>;
  pipeline: ReadonlySet<string>;
  step: ReadonlySet<string>;
  code: ReadonlySet<string>;
  /** Stage ids by pipeline id. */
  stages: Map<unknown, ReadonlySet<string>>;
  /** Looking for the nearest name costs time, and a hostile pack could ask for it more often than anyone will read. */
  hints: { left: number };
}

function idsOf(parts: Iterable<Part>): ReadonlySet<string> {
  return new Set([...parts].map(({ value }) => child(value, 'id')).filter((id) => typeof id === 'string'));
}

function idsTakenTwice(parts: Iterable<Part>, data: unknown): Found[] {
  const found: Found[] = [];
  const first = new Map<string, Path>();
  for (const { value, path } of parts) {
    const id = child(value, 'id');
    if (typeof id !== 'string') continue;
    const taken = first.get(id);
    if (taken) found.push({ path: [...path, 'id'], message: `${quoted(id)} is already the id of ${placeInWords(taken, data)}` });
    else first.set(id, path);
  }
  return found;
}

/** A record's object decides which CRM field a pack field means, so two on one object would leave it open. */
function objectsMappedTwice(field: Part): Found[] {
  const found: Found[] = [];
  for (const crm of ['salesforce', 'hubspot']) {
    const seen = new Set<string>();
    for (const { value, path } of listIn({ value: child(field.value, 'in'), path: [...field.path, 'in'] }, crm)) {
      if (typeof value !== 'string') continue;
      const object = value.split('.', 1)[0] ?? '';
      if (seen.has(object)) found.push({ path, message: `${quoted(object)} has a field here already; give one for each object` });
      seen.add(object);
    }
  }
  return found;
}

function stageValuesMappedTwice(pipeline: Part): Found[] {
  const found: Found[] = [];
  for (const crm of ['salesforce', 'hubspot']) {
    const owners = new Map<string, Part>();
    for (const stage of listIn(pipeline, 'stages')) {
      for (const { value, path } of listIn({ value: child(stage.value, 'in'), path: [...stage.path, 'in'] }, crm)) {
        if (typeof value !== 'string') continue;
        const owner = owners.get(stageKey(value)) ?? stage;
        if (owner.path.at(-1) !== stage.path.at(-1)) {
          found.push({ path, message: `${quoted(value)} already means the stage ${quoted(String(child(owner.value, 'id')))}` });
        }
        owners.set(stageKey(value), owner);
      }
    }
  }
  return found;
}

function namesThatLeadNowhere(sop: Part, known: Known): Found[] {
  const found: Found[] = [];
  const refer = (id: unknown, path: Path, to: ReadonlySet<string>, what: string): void => {
    if (typeof id !== 'string' || to.has(id)) return;
    known.hints.left -= 1;
    found.push({ path, message: `${quoted(id)} is not ${what}${known.hints.left >= 0 ? didYouMean(id, to) : ''}` });
  };

  const pipeline = child(sop.value, 'pipeline');
  refer(pipeline, [...sop.path, 'pipeline'], known.pipeline, 'a pipeline of this pack');
  const stages = known.stages.get(pipeline);
  const referStages = (parts: Iterable<Part>): void => {
    if (stages) for (const { value, path } of parts) refer(value, path, stages, `a stage of the pipeline ${quoted(String(pipeline))}`);
  };

  referStages(listIn(sop, 'stages'));
  for (const criterion of criteriaIn(sop)) {
    referStages(listIn(criterion, 'to'));
    for (const { value, path } of listIn(criterion, 'reasonCodes')) refer(value, path, known.code, 'a reason code of this pack');
    const fix = child(criterion.value, 'fix');
    refer(child(fix, 'field'), [...criterion.path, 'fix', 'field'], known.field, 'a field of this pack');
    refer(child(fix, 'step'), [...criterion.path, 'fix', 'step'], known.step, 'a step of this pack');
  }
  for (const condition of conditionsIn(sop)) {
    for (const { kind, id, path } of askedBy(condition.value, condition.path)) refer(id, path, known[kind], `a ${kind} of this pack`);
  }
  return found;
}

/** A step that waits for a step could wait for itself; and one with sub-steps is done when they are. */
function selfTickProblems(step: Part): Found[] {
  const doneWhen = child(step.value, 'doneWhen');
  if (doneWhen === undefined) return [];
  const path = [...step.path, 'doneWhen'];
  const found: Found[] = [...askedBy(doneWhen, path)]
    .filter(({ kind }) => kind === 'step')
    .map((asked) => ({ path: asked.path, message: 'a step cannot tick itself by another step; ask for a field instead' }));
  if (child(step.value, 'steps') !== undefined)
    found.push({ path, message: 'a step with sub-steps is done when they are; give doneWhen to a sub-step' });
  return found;
}
