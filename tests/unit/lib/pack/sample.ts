/** A small pack for tests: three open stages, a won and a lost one, on both CRMs. Plain data, so that a test may spoil any part of it. */

export function samplePack() {
  return {
    format: 1,
    id: 'sample',
    version: '1.0.0',
    title: 'Sample',
    publisher: 'Acme',
    language: 'en',
    fields: [
      { id: 'amount', label: 'Amount', type: 'currency', in: { salesforce: 'Opportunity.Amount', hubspot: 'deal.amount' } },
      {
        id: 'budget',
        label: 'Budget',
        type: 'text',
        in: { salesforce: ['Opportunity.Budget__c', 'Lead.Budget__c'], hubspot: 'deal.budget' },
      },
      { id: 'reason', label: 'Loss reason', type: 'picklist', in: { salesforce: 'Opportunity.Loss_Reason__c', hubspot: 'deal.loss' } },
    ],
    pipelines: [
      {
        id: 'sales',
        title: 'Sales',
        in: {
          salesforce: { stageField: 'Opportunity.StageName' },
          hubspot: { stageField: 'deal.dealstage', pipelineField: 'deal.pipeline', pipelines: ['default'] },
        },
        stages: [
          {
            id: 'talk',
            title: 'Talk',
            kind: 'open',
            in: { salesforce: ['Prospecting', 'Qualification'], hubspot: ['appointmentscheduled'] },
          },
          { id: 'show', title: 'Show', kind: 'open', in: { salesforce: ['Needs Analysis'], hubspot: ['presentationscheduled'] } },
          { id: 'offer', title: 'Offer', kind: 'open', in: { salesforce: ['Proposal/Price Quote'], hubspot: ['contractsent'] } },
          { id: 'won', title: 'Won', kind: 'won', in: { salesforce: ['Closed Won'], hubspot: ['closedwon'] } },
          { id: 'lost', title: 'Lost', kind: 'lost', in: { salesforce: ['Closed Lost'], hubspot: ['closedlost'] } },
        ],
      },
    ],
    sops: [
      {
        id: 'talking',
        title: 'Discovery call',
        purpose: 'Find out what they need.',
        pipeline: 'sales',
        stages: ['talk'],
        phases: [
          {
            id: 'on-the-call',
            title: 'On the call',
            steps: [
              { id: 'ask-budget', title: 'Ask for the budget', doneWhen: { field: 'budget', is: 'filled' } },
              { id: 'ask-people', title: 'Ask who decides', steps: [{ id: 'ask-buyer', title: 'Who pays' }] },
            ],
          },
        ],
        exit: [
          {
            id: 'budget-known',
            label: 'Budget known',
            when: { field: 'budget', is: 'filled' },
            severity: 'reason',
            fix: { field: 'budget' },
            reasonCodes: ['other'],
          },
        ],
      },
    ],
    reasonCodes: [
      { id: 'told', label: 'My manager knows' },
      { id: 'other', label: 'Something else' },
    ],
  };
}

/** The pack as a file, with one part of it replaced: `spoilt(['sops', 0, 'pipeline'], 'nope')`. `undefined` takes the part out. */
export function spoilt(path: readonly (string | number)[], value: unknown): string {
  const pack: unknown = samplePack();
  let here: unknown = pack;
  for (const part of path.slice(0, -1)) here = typeof here === 'object' && here !== null ? Reflect.get(here, part) : undefined;
  const last = path.at(-1);
  if (typeof here !== 'object' || here === null || last === undefined) throw new Error(`no such place: ${path.join('.')}`);
  Reflect.set(here, last, value);
  return JSON.stringify(pack);
}
