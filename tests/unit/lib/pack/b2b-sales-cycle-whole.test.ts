/** The pack that ships in use: it is whole, and it shows the whole format. */
import { describe, expect, it } from 'vitest';
import { askedBy } from '../../../../lib/pack/asked';
import { packSchema } from '../../../../lib/pack/schema';
import { criterion as criterionSchema } from '../../../../lib/pack/schema-criterion';
import { answerTypes, elements, phase as phaseSchema, stepKinds } from '../../../../lib/pack/schema-step';
import { starterPack } from './starter-moves';

const { pack, index } = await starterPack('b2b-sales-cycle');
const steps = pack.sops.flatMap(({ phases }) => phases).flatMap((phase) => phase.steps);
const subSteps = steps.flatMap((step) => step.steps ?? []);
const criteria = pack.sops.flatMap((sop) => [...sop.entry, ...sop.exit]);

describe('it is whole', () => {
  const stages = pack.pipelines.flatMap((pipeline) =>
    pipeline.stages.map((stage) => ({ pipeline, stage, name: `${pipeline.id}/${stage.id}` })),
  );

  it.each(stages)('$name has an SOP with steps and an owner', ({ pipeline, stage }) => {
    const sops = index.sopsOf(pipeline.id, stage.id);
    expect(sops.length).toBeGreaterThan(0);
    for (const sop of sops) {
      expect(sop.owner).toBeTruthy();
      expect(sop.phases.flatMap((phase) => phase.steps).length).toBeGreaterThan(1);
    }
  });

  it.each(stages)('$name is mapped in both CRMs', ({ stage }) => {
    expect(stage.in.salesforce?.length).toBeGreaterThan(0);
    expect(stage.in.hubspot?.length).toBeGreaterThan(0);
  });

  it('every field is mapped in both CRMs', () => {
    expect(pack.fields.filter((field) => !field.in.hubspot || !field.in.salesforce).map(({ id }) => id)).toEqual([]);
  });

  it('every field is asked for, filled, told the time by or merged into a template', () => {
    const conditions = [
      ...criteria.map(({ when }) => when),
      ...pack.sops.map(({ when }) => when),
      ...[...steps, ...subSteps].map(({ doneWhen }) => doneWhen),
      ...steps.flatMap(({ decision }) => decision?.map(({ when }) => when) ?? []),
    ];
    const used = new Set([
      ...conditions.flatMap((when) => [...askedBy(when)].map(({ id }) => id)),
      ...steps.flatMap(({ fields }) => fields ?? []),
      ...pack.events.flatMap(({ at }) => ('field' in at ? [at.field] : [])),
      ...[...JSON.stringify(pack.templates).matchAll(/\{\{([a-z-]+)\}\}/g)].map(([, id]) => id),
    ]);
    expect(pack.fields.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  it('every criterion that holds a move says why, and how to mend it', () => {
    expect(criteria.filter(({ why, fix }) => !why || !fix).map(({ id }) => id)).toEqual([]);
  });

  it('two criteria block, and an approval gets a rep past each', () => {
    expect(criteria.filter(({ severity }) => severity === 'block')).toMatchObject([
      { id: 'approval', fix: { step: 'terms-approved' } },
      { id: 'legal-review', fix: { step: 'legal-approved' } },
    ]);
    expect(Object.keys(index.words.approvals)).toEqual(['terms-approved', 'legal-approved']);
  });

  it('a lead is given up for a reason that its field can hold', () => {
    expect(pack.disqualificationCodes.map(({ id }) => id)).toEqual(
      index.fieldById.get('disqualification-reason')?.values?.map(({ id }) => id),
    );
  });

  it('its links are for the team to replace: they lead nowhere', () => {
    const links = JSON.stringify(pack).match(/https?:[^"]+/g) ?? [];
    expect(links.filter((url) => !url.startsWith('https://www.example.com/'))).toEqual([]);
  });
});

describe('it shows the whole format', () => {
  const used = (parts: readonly object[]): Set<string> => new Set(parts.flatMap((part) => Object.keys(part)));

  it.each([
    // A starter is for every org, every Handrail, every manager and every rep at once, and is in one language.
    { of: 'the pack', shape: packSchema.shape, parts: [pack], without: ['languages', 'minimumExtension', 'rollout', 'orgs', 'approvers'] },
    { of: 'a field', shape: packSchema.shape.fields.element.shape, parts: pack.fields, without: [] },
    { of: 'an SOP', shape: packSchema.shape.sops.element.shape, parts: pack.sops, without: [] },
    { of: 'a step', shape: phaseSchema.shape.steps.element.shape, parts: steps, without: [] },
    { of: 'a criterion', shape: criterionSchema.shape, parts: criteria, without: [] },
  ])('each key of $of', ({ shape, parts, without }) => {
    const filledIn = used(parts.map((part) => Object.fromEntries(Object.entries(part).filter(([, value]) => String(value) !== ''))));
    expect(Object.keys(shape).filter((key) => !filledIn.has(key))).toEqual(without);
  });

  it.each([
    ['kind of step', stepKinds, [...used(steps)]],
    ['kind of answer', answerTypes, steps.map(({ question }) => question?.type)],
    ['element of BANT and MEDDPICC', elements, steps.map(({ question }) => question?.element)],
    ['kind of template', ['email', 'call', 'agenda', 'message', 'document'], pack.templates.map(({ kind }) => kind)],
    ['severity', ['tip', 'warn', 'reason', 'block'], criteria.map(({ severity }) => severity)],
    ['way of a decision', ['step', 'sop'], steps.flatMap(({ decision }) => decision?.flatMap(({ to }) => Object.keys(to ?? {})) ?? [])],
    ['side of a due time', ['before', 'after', 'calendar'], steps.flatMap(({ due }) => Object.keys(due ?? {}))],
  ])('each %s', (_, all: readonly string[], seen: readonly unknown[]) => {
    expect(all.filter((one) => !seen.includes(one))).toEqual([]);
  });

  it('every SOP says who keeps it right, for whom it is, and when it is looked at again', () => {
    const missing = pack.sops.filter(
      ({ scope, outcome, reviewers, reviewBy, roles, tools }) => !(scope && outcome && reviewers && reviewBy && roles && tools),
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('every template is used, and every role, event and calendar of its own', () => {
    const refers = (list: readonly { id: string }[], names: readonly unknown[]) =>
      list.map(({ id }) => id).filter((id) => !names.includes(id));
    const dues = steps.flatMap(({ due }) => due ?? []);
    const clocks = [...JSON.stringify(criteria).matchAll(/"(?:since|until)":"([a-z-]+)"/g)].map(([, id]) => id);
    expect(
      refers(
        pack.templates,
        steps.map(({ template }) => template),
      ),
    ).toEqual([]);
    const roles = [...pack.sops, ...steps].flatMap((part) => part.roles ?? []);
    expect(refers(pack.roles, [...roles, ...steps.map(({ approval }) => approval?.by)])).toEqual([]);
    expect(refers(pack.events, [...dues.map(({ event }) => event), ...clocks])).toEqual([]);
    expect(
      refers(
        pack.calendars,
        dues.map(({ calendar }) => calendar),
      ),
    ).toEqual([]);
  });
});
