/** All the packs that come with Handrail: each loads, is whole in both CRMs, and together they show every part of the format. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintText } from '../../../../lib/pack/lint/lint';
import { indexPack, parsePack } from '../../../../lib/pack/load';

const files = readdirSync('public/packs').filter((name) => name.endsWith('.json'));
const packs = await Promise.all(
  files.map(async (file) => {
    const text = readFileSync(`public/packs/${file}`, 'utf8');
    const pack = await parsePack(text);
    return { file, text, pack, index: indexPack(pack) };
  }),
);
const crms = ['salesforce', 'hubspot'] as const;

describe.each(packs)('$file', ({ file, text, pack, index }) => {
  it('is named after its id', () => {
    expect(file).toBe(`${pack.id}.json`);
  });

  it('has nothing that the lint would mend', async () => {
    const { findings } = await lintText(text, { today: '2026-11-23' });
    expect(findings.map(({ rule, place, message }) => `${rule}: ${place}: ${message}`)).toEqual([]);
  });

  it('tells editors its schema, in its first key', () => {
    expect(Object.entries(JSON.parse(text) as object)[0]).toEqual(['$schema', '../pack.schema.json']);
  });

  it.each(crms)('maps every field and every stage in %s', (crm) => {
    const stages = pack.pipelines.flatMap((pipeline) => pipeline.stages);
    expect([...pack.fields, ...stages].filter((part) => !part.in[crm]?.length).map(({ id }) => id)).toEqual([]);
    expect(pack.pipelines.filter((pipeline) => !pipeline.in[crm]).map(({ id }) => id)).toEqual([]);
  });

  it('has an SOP with steps for every open stage', () => {
    const open = index.pack.pipelines.flatMap(({ id, stages }) =>
      stages.filter(({ kind }) => kind === 'open').map((stage) => [id, stage.id] as const),
    );
    const without = open.filter(([pipeline, stage]) => !index.sopsOf(pipeline, stage).some(({ phases }) => phases.length > 0));
    expect(without).toEqual([]);
  });

  it('says of every SOP who keeps it right and until when it holds', () => {
    expect(pack.sops.filter(({ owner, reviewBy }) => !owner || !reviewBy).map(({ id }) => id)).toEqual([]);
  });

  it('says of every criterion why, and where to mend it', () => {
    const criteria = pack.sops.flatMap((sop) => [...sop.entry, ...sop.exit]);
    expect(criteria.filter(({ why, fix }) => !why || !fix).map(({ id }) => id)).toEqual([]);
  });

  it('leads nowhere but to example addresses that the team replaces', () => {
    const links = text.match(/https?:\/\/[^\s"')]+/g) ?? [];
    expect(links.filter((link) => !/^https:\/\/(www\.)?example\.com\//.test(link))).toEqual([]);
  });
});

describe('side by side', () => {
  /** A rep's ticks and answers are kept by step id, so that a step of one pack must not be taken for another's. */
  it.each([
    ['packs', packs.map(({ pack }) => pack.id)],
    ['SOPs', packs.flatMap(({ index }) => [...index.sopById.keys()])],
    ['steps', packs.flatMap(({ index }) => [...index.stepById.keys()])],
    ['templates', packs.flatMap(({ index }) => [...index.templateById.keys()])],
  ])('no two %s have the same id', (_, ids) => {
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });
});

describe('together they show', () => {
  /** `sops.phases.steps.due.after` for a key that is there, and `sops.exit.severity=block` for a value. */
  function* shown(value: unknown, path: string): Generator<string> {
    if (Array.isArray(value)) for (const entry of value as unknown[]) yield* shown(entry, path);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value) as [string, unknown][]) yield* shown(inner, path === '' ? key : `${path}.${key}`);
    else yield `${path}=${String(value)}`;
    yield path;
  }
  const all = new Set(packs.flatMap(({ text }) => [...shown(JSON.parse(text), '')]));
  const under = (path: string, names: string): string[] => names.split(' ').map((name) => `${path}${name}`);
  const step = 'sops.phases.steps';

  it.each([
    ...under('', 'owner languages description changes roles.description glossary events.at.field events.at.step'),
    ...under('', 'calendars.hours.monday calendars.holidays reasonCodes.meaning disqualificationCodes.meaning'),
    ...under('fields.', 'values.in.salesforce values.in.hubspot'),
    ...under('fields.type=', 'text number currency percent date datetime boolean picklist multi-picklist reference'),
    ...under('pipelines.in.', 'salesforce.recordTypes hubspot.pipelineField hubspot.pipelines'),
    ...under('pipelines.stages.kind=', 'open won lost'),
    ...under('sops.', 'purpose scope outcome owner reviewers reviewBy roles tools when entry exit'),
    ...under('sops.', 'tips examples troubleshooting faq metrics.target'),
    ...under(`${step}.`, 'detail required=false doneWhen roles due.after due.before due.calendar due.event=stage-entered'),
    ...under(`${step}.`, 'fields template asset approval links tips examples troubleshooting steps.doneWhen'),
    ...under(`${step}.question.type=`, 'text number date yes-no choice choices'),
    ...under(
      `${step}.question.element=`,
      'metrics economic-buyer decision-criteria decision-process paper-process pain champion competition',
    ),
    ...under(`${step}.question.element=`, 'budget authority need timeline'),
    ...under(`${step}.decision.`, 'when to.step to.sop'),
    ...under(
      'sops.exit.',
      'severity=tip severity=warn severity=reason severity=block why fix.field fix.step fix.url ifUnknown to reasonCodes',
    ),
    ...under('sops.exit.when.', 'elapsed calendar step answer approval=asset-claims any all atLeast field'),
    ...under('templates.kind=', 'email call agenda message document'),
    'templates.subject',
    'title.de',
  ])('%s', (part) => {
    expect(all).toContain(part);
  });
});
