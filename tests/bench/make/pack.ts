/** A pack as large as packs get: 1,000 SOPs and 20,000 criteria over 50 stages. */
import { parsePack } from '../../../lib/pack/load';
import type { PackFile } from '../../../lib/pack/schema';

export interface Shape {
  stages: number;
  sops: number;
  /** In each SOP: half for entering, half for leaving. */
  criteria: number;
  steps: number;
}

export const BIG: Shape = { stages: 50, sops: 1000, criteria: 20, steps: 6 };

const FIELDS = 40;
/** The stages that the lab's records are in come first, so that the pack can be used there. */
const KNOWN_STAGES = ['Prospecting', 'Qualification', 'Needs Analysis', 'Value Proposition'];
const FIELD_NAMES = [
  'Amount',
  'CloseDate',
  'NextStep',
  'LeadSource',
  'Decision_Timeline__c',
  'Metrics__c',
  'Champion__c',
  'Competition__c',
];

/** Conditions of the kinds that packs hold, in turns. */
function conditionAt(at: number): object {
  const filled = (offset: number): object => ({ field: `field-${(at + offset) % FIELDS}`, is: 'filled' });
  switch (at % 4) {
    case 0:
      return { all: [filled(0), filled(1)] };
    case 1:
      return { atLeast: 2, of: [filled(0), filled(1), filled(2)] };
    default:
      return filled(0);
  }
}

const criterionAt = (at: number): object => ({
  id: `criterion-${at}`,
  label: `Criterion number ${at} is met`,
  when: conditionAt(at),
  severity: 'tip',
  why: 'Deals that skip this one come back from the customer two weeks later.',
  fix: { field: `field-${at % FIELDS}` },
});

const range = <Item>(count: number, at: (index: number) => Item): Item[] => Array.from({ length: count }, (_, index) => at(index));

const sopAt = (at: number, { stages, criteria, steps }: Shape): object => ({
  id: `sop-${at}`,
  title: `Standard procedure ${at}`,
  purpose: 'Make sure that the next meeting is worth having, for both sides.',
  pipeline: 'sales',
  stages: [`stage-${at % stages}`],
  phases: [
    {
      id: `phase-${at}`,
      title: 'Before the call',
      steps: range(steps, (step) => ({
        id: `step-${at}-${step}`,
        title: `Step ${step} of procedure ${at}`,
        detail: 'What a good answer sounds like, and where to write it down.',
        ...(step % 2 === 0 && { doneWhen: conditionAt(at + step) }),
      })),
    },
  ],
  entry: range(criteria / 2, (index) => criterionAt(at * criteria + index)),
  exit: range(criteria / 2, (index) => criterionAt(at * criteria + criteria / 2 + index)),
});

/** The text of a pack file. Every criterion is a tip: a move is judged in full, and goes on. */
export function packText(shape: Shape): string {
  const fieldAt = (at: number): object => ({
    id: `field-${at}`,
    label: `Field ${at}`,
    type: 'text',
    in: { salesforce: `Opportunity.${FIELD_NAMES[at] ?? `Field_${at}__c`}` },
  });
  const stageAt = (at: number): object => ({
    id: `stage-${at}`,
    title: `Stage ${at}`,
    kind: 'open',
    in: { salesforce: [KNOWN_STAGES[at] ?? `Stage ${at}`] },
  });
  return JSON.stringify({
    format: 1,
    id: 'big',
    version: '1.0.0',
    title: 'A big pack',
    publisher: 'Bench',
    language: 'en',
    fields: range(FIELDS, fieldAt),
    pipelines: [
      { id: 'sales', title: 'Sales', in: { salesforce: { stageField: 'Opportunity.StageName' } }, stages: range(shape.stages, stageAt) },
    ],
    sops: range(shape.sops, (at) => sopAt(at, shape)),
  });
}

export async function bigPack(): Promise<PackFile> {
  return parsePack(packText(BIG));
}

/** The same pack with `times` as many SOPs, all the others in a pipeline of their own: larger than a file may be, so made from parsed ones. */
export function grown(pack: PackFile, times: number): PackFile {
  const pipeline = pack.pipelines[0];
  if (!pipeline) throw new Error('The pack has no pipeline.');
  const stages = pipeline.stages.map((stage) => ({ ...stage, in: { salesforce: [`Elsewhere ${stage.id}`] } }));
  const elsewhere = { ...pipeline, id: 'elsewhere', stages };
  const copies = range(times - 1, (copy) =>
    pack.sops.map((sop) => ({
      ...sop,
      id: `${sop.id}-${copy}`,
      pipeline: 'elsewhere',
      phases: sop.phases.map((phase) => ({ ...phase, steps: phase.steps.map((step) => ({ ...step, id: `${step.id}-${copy}` })) })),
    })),
  );
  return { ...pack, pipelines: [...pack.pipelines, elsewhere], sops: [...pack.sops, ...copies.flat()] };
}
