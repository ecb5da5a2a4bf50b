/** The one deal pipeline of the practice portal: stages in order, with the ids and names that HubSpot gives a new portal. */

interface Stage {
  stageId: string;
  label: string;
  displayOrder: number;
  /** 1 is won, 0 is lost, everything between is open. */
  probability: number;
}

const stage = (stageId: string, label: string, displayOrder: number, probability: number): Stage => ({
  stageId,
  label,
  displayOrder,
  probability,
});

export const DEAL_PIPELINE = {
  pipelineId: 'default',
  label: 'Sales Pipeline',
  displayOrder: 0,
  stages: [
    stage('appointmentscheduled', 'Appointment Scheduled', 0, 0.2),
    stage('qualifiedtobuy', 'Qualified To Buy', 1, 0.4),
    stage('presentationscheduled', 'Presentation Scheduled', 2, 0.6),
    stage('decisionmakerboughtin', 'Decision Maker Bought-In', 3, 0.8),
    stage('contractsent', 'Contract Sent', 4, 0.9),
    stage('closedwon', 'Closed Won', 5, 1),
    stage('closedlost', 'Closed Lost', 6, 0),
  ],
} as const;
