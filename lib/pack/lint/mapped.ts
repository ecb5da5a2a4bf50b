/** Where a pack's pipelines, stages and fields live in the CRMs. */
import type { Crm } from '../../crm/adapter';
import { crmFieldsIn, splitCrmField } from '../crm-field';
import type { Pack, PackField, Pipeline, Stage } from '../schema';

export const crmNames: Readonly<Record<Crm, string>> = { salesforce: 'Salesforce', hubspot: 'HubSpot' };

/** The CRMs that a pipeline is in, with the object that moves through it. */
export function homesOf({ in: { salesforce, hubspot } }: Pipeline): { crm: Crm; object: string }[] {
  return [
    ...(salesforce ? [{ crm: 'salesforce' as const, object: splitCrmField(salesforce.stageField).object }] : []),
    ...(hubspot ? [{ crm: 'hubspot' as const, object: splitCrmField(hubspot.stageField).object }] : []),
  ];
}

/** Whether a value of the CRM means a stage, in one org at least. */
export function isMapped(pack: Pack, pipeline: Pipeline, stage: Stage, crm: Crm): boolean {
  const special = pack.orgs
    .filter((org) => org.crm === crm)
    .flatMap(({ stages }) => stages.filter((one) => one.pipeline === pipeline.id && one.stage === stage.id));
  return [stage.in[crm], ...special.map((one) => one.in)].some((values) => values !== undefined && values.length > 0);
}

/** The objects of a CRM that have a field, in one org at least. */
export function objectsWith(pack: Pack, field: PackField, crm: Crm): Set<string> {
  const special = pack.orgs.filter((org) => org.crm === crm).flatMap(({ fields }) => fields.filter((one) => one.field === field.id));
  return new Set([field.in[crm], ...special.map((one) => one.in)].flatMap(crmFieldsIn).map(({ object }) => object));
}
