/** The pipelines of the practice portal: stages in order, with the ids and names that HubSpot gives a new portal. */

import { DEAL, LEAD, STAGE_FIELDS, TICKET } from '../records';

interface Stage {
  stageId: string;
  label: string;
  displayOrder: number;
  /** 1 is won, 0 is lost, everything between is open. */
  probability: number;
}

interface Pipeline {
  pipelineId: string;
  label: string;
  displayOrder: number;
  stages: readonly Stage[];
}

function pipeline(pipelineId: string, label: string, ...stages: [stageId: string, label: string, probability: number][]): Pipeline {
  return {
    pipelineId,
    label,
    displayOrder: 0,
    stages: stages.map(([stageId, name, probability], displayOrder) => ({ stageId, label: name, displayOrder, probability })),
  };
}

/** By object type id: each has one. */
const PIPELINES: Readonly<Record<string, Pipeline>> = {
  [DEAL]: pipeline(
    'default',
    'Sales Pipeline',
    ['appointmentscheduled', 'Appointment Scheduled', 0.2],
    ['qualifiedtobuy', 'Qualified To Buy', 0.4],
    ['presentationscheduled', 'Presentation Scheduled', 0.6],
    ['decisionmakerboughtin', 'Decision Maker Bought-In', 0.8],
    ['contractsent', 'Contract Sent', 0.9],
    ['closedwon', 'Closed Won', 1],
    ['closedlost', 'Closed Lost', 0],
  ),
  [TICKET]: pipeline(
    '0',
    'Support Pipeline',
    ['1', 'New', 0.2],
    ['2', 'Waiting on contact', 0.4],
    ['3', 'Waiting on us', 0.6],
    ['4', 'Closed', 1],
  ),
  [LEAD]: pipeline(
    'lead-pipeline-id',
    'Lead Pipeline',
    ['new-stage-id', 'New', 0.1],
    ['attempting-stage-id', 'Attempting', 0.3],
    ['connected-stage-id', 'Connected', 0.6],
    ['qualified-stage-id', 'Qualified', 1],
    ['unqualified-stage-id', 'Disqualified', 0],
  ),
};

/** Undefined for objects without stages of their own. */
export function pipelineOf(objectTypeId: string): Pipeline | undefined {
  return PIPELINES[objectTypeId];
}

/** The stage of that name as the object writes it, or undefined. */
export function stageOf(objectTypeId: string, property: string, value: string): Stage | undefined {
  if (STAGE_FIELDS[objectTypeId]?.stage !== property) return undefined;
  return pipelineOf(objectTypeId)?.stages.find(({ stageId }) => stageId === value);
}
