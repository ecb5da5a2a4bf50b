/** What two things of a pack share and only one can have: ids, CRM fields of one object, CRM values of a stage, orgs, terms. */
import { plainText } from '../../criteria/text';
import { type Part, criteriaIn, listIn, partOf, stepsIn } from '../parts';
import { child, type Found, type Path, placeInWords, quoted } from '../problems';
import { stageKey } from '../stage-key';

const crms = ['salesforce', 'hubspot'];

export function* duplicateProblems(pack: Part, sops: readonly Part[]): Generator<Found> {
  const pipelines = [...listIn(pack, 'pipelines')];
  const fields = [...listIn(pack, 'fields')];
  const orgs = [...listIn(pack, 'orgs')];
  const steps = sops.flatMap((sop) => [...stepsIn(sop)]);

  // Criteria are told apart by their SOP and id, steps by their id alone: a checklist is kept per record, not per SOP.
  const groups: Iterable<Part>[] = [fields, pipelines, sops, steps];
  for (const list of ['reasonCodes', 'disqualificationCodes', 'roles', 'approvers', 'templates', 'events', 'calendars'])
    groups.push(listIn(pack, list));
  for (const field of fields) groups.push(listIn(field, 'values'));
  for (const pipeline of pipelines) groups.push(listIn(pipeline, 'stages'));
  for (const sop of sops) groups.push(listIn(sop, 'phases'), criteriaIn(sop));
  for (const step of steps) groups.push(listIn(partOf(step, 'question'), 'options'), listIn(step, 'decision'));
  for (const group of groups) yield* takenTwice(group, idOf, (id, place) => `${id} is already the id of ${place}`, pack.value);

  yield* takenTwice(listIn(pack, 'approvers'), keyed('key'), (key, place) => `${key} is already the key of ${place}`, pack.value);
  yield* takenTwice(orgs, orgOf, (org, place) => `${org} is already in ${place}`, pack.value);
  for (const org of orgs) {
    yield* takenTwice(listIn(org, 'fields'), keyed('field'), (id, place) => `${id} is already in ${place}`, pack.value);
    yield* takenTwice(listIn(org, 'stages'), stageOf, (id, place) => `${id} is already in ${place}`, pack.value);
  }
  yield* takenTwice(listIn(pack, 'glossary'), termOf, (term, place) => `${term} is already explained in ${place}`, pack.value);

  const mappings = fields.flatMap((field) => crms.map((crm) => listIn(partOf(field, 'in'), crm)));
  for (const mapping of [...mappings, ...orgs.flatMap((org) => [...listIn(org, 'fields')].map((special) => listIn(special, 'in')))])
    yield* objectsMappedTwice(mapping);
  for (const pipeline of pipelines) for (const crm of crms) yield* stageValuesMappedTwice(pipeline, crm);
}

/** What a thing is told apart by: `same` is compared, `said` shown, and `key` is where it stands. Null where it has none. */
type Name = { same: string; said: string; key: string } | null;

function keyed(key: string): (value: unknown) => Name {
  return (value) => {
    const id = child(value, key);
    return typeof id === 'string' ? { same: id, said: id, key } : null;
  };
}
const idOf = keyed('id');

function orgOf(value: unknown): Name {
  const [crm, org] = [child(value, 'crm'), child(value, 'org')];
  return typeof crm === 'string' && typeof org === 'string' ? { same: `${crm} ${plainText(org)}`, said: org, key: 'org' } : null;
}

function stageOf(value: unknown): Name {
  const [pipeline, stage] = [child(value, 'pipeline'), child(value, 'stage')];
  return typeof pipeline === 'string' && typeof stage === 'string' ? { same: `${pipeline}/${stage}`, said: stage, key: 'stage' } : null;
}

/** By its words in the language that comes first. */
function termOf(value: unknown): Name {
  const term = child(value, 'term');
  const said: unknown = typeof term === 'object' && term !== null ? Object.values(term)[0] : term;
  return typeof said === 'string' ? { same: plainText(said), said, key: 'term' } : null;
}

function* takenTwice(
  parts: Iterable<Part>,
  nameOf: (value: unknown) => Name,
  say: (said: string, place: string) => string,
  data: unknown,
): Generator<Found> {
  const first = new Map<string, Path>();
  for (const { value, path } of parts) {
    const name = nameOf(value);
    if (!name) continue;
    const taken = first.get(name.same);
    if (taken) yield { path: [...path, name.key], message: say(quoted(name.said), placeInWords(taken, data)) };
    else first.set(name.same, path);
  }
}

/** A record's object decides which CRM field a pack field means, so two on one object would leave it open. */
function* objectsMappedTwice(mapping: Iterable<Part>): Generator<Found> {
  const seen = new Set<string>();
  for (const { value, path } of mapping) {
    if (typeof value !== 'string') continue;
    const object = value.split('.', 1)[0] ?? '';
    if (seen.has(object)) yield { path, message: `${quoted(object)} has a field here already; give one for each object` };
    seen.add(object);
  }
}

function* stageValuesMappedTwice(pipeline: Part, crm: string): Generator<Found> {
  const owners = new Map<string, Part>();
  for (const stage of listIn(pipeline, 'stages')) {
    for (const { value, path } of listIn(partOf(stage, 'in'), crm)) {
      if (typeof value !== 'string') continue;
      const owner = owners.get(stageKey(value)) ?? stage;
      if (owner.path.at(-1) !== stage.path.at(-1))
        yield { path, message: `${quoted(value)} already means the stage ${quoted(String(child(owner.value, 'id')))}` };
      owners.set(stageKey(value), owner);
    }
  }
}
