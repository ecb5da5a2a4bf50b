/** A pack that uses every key of the format and every kind of step. Plain data, so that a test may change any part of it. */

const link = () => ({ label: 'The playbook', url: 'https://acme.test/playbook' });
const trouble = () => ({ problem: 'They do not answer', fix: 'Call **again** tomorrow.' });
const filled = { field: 'amount', is: 'filled' };
const criterion = {
  label: 'Amount known',
  when: filled,
  severity: 'reason',
  why: 'The forecast counts it.',
  ifUnknown: 'unmet',
  to: ['show', 'lost'],
  reasonCodes: ['told'],
};
const criteria = (side: string) =>
  [{ field: 'amount' }, { step: 'values' }, { url: 'https://acme.test/page' }].map((fix, at) => ({
    ...criterion,
    id: `${side}-${at}`,
    fix,
  }));
const subStep = () => ({ id: 'look-up', title: 'Look them up', detail: 'Look at their site.', required: false, doneWhen: filled });
const step = (id: string) => ({ id, title: `Step ${id}`, detail: 'How to do it.', required: true });
const hours = ['09:00-12:30', '13:30-17:30'];

export function packOfEveryKey() {
  return {
    $schema: 'https://handrail.example/pack.schema.json',
    format: 1,
    id: 'every-key',
    version: '1.2.3',
    title: 'Every key',
    publisher: 'Acme',
    owner: 'Ann',
    language: 'en',
    languages: ['de'],
    description: 'A pack with everything in it.',
    minimumExtension: '0.1.0',
    rollout: { from: '2026-12-01', groups: ['pilot'], roles: ['rep'] },
    changes: [{ version: '1.2.3', date: '2026-11-22', notes: 'All of it is new.' }],
    fields: [
      { id: 'amount', label: 'Amount', type: 'currency', in: { salesforce: 'Opportunity.Amount', hubspot: 'deal.amount' } },
      { id: 'priced-at', label: 'Priced at', type: 'datetime', in: { salesforce: 'Opportunity.Priced_At__c' } },
      {
        id: 'size',
        label: 'Size',
        type: 'picklist',
        in: { salesforce: ['Opportunity.Size__c'] },
        values: [{ id: 'big', label: 'Big', in: { salesforce: ['Enterprise'], hubspot: ['ent'] } }],
      },
    ],
    pipelines: [
      {
        id: 'sales',
        title: 'Sales',
        in: {
          salesforce: { stageField: 'Opportunity.StageName', recordTypes: ['New business'] },
          hubspot: { stageField: 'deal.dealstage', pipelineField: 'deal.pipeline', pipelines: ['default'] },
        },
        stages: [
          { id: 'talk', title: 'Talk', kind: 'open', in: { salesforce: ['Qualification'], hubspot: ['appointmentscheduled'] } },
          { id: 'show', title: 'Show', kind: 'open', in: { salesforce: ['Needs Analysis'] } },
          { id: 'lost', title: 'Lost', kind: 'lost', in: { salesforce: ['Closed Lost'] } },
        ],
      },
    ],
    orgs: [
      {
        crm: 'hubspot',
        org: '4242',
        title: 'EMEA portal',
        fields: [{ field: 'amount', in: 'deal.amount_eur' }],
        stages: [{ pipeline: 'sales', stage: 'talk', in: ['12345'] }],
      },
    ],
    roles: [{ id: 'rep', title: 'Account executive', description: 'Owns the deal.' }],
    approvers: [{ id: 'dana', name: 'Dana Lind', key: 'gYiuVfaBVtEGIF0TXWJNDyhASONxvGtRY9EcGMv1iTU' }],
    sops: [
      {
        id: 'talking',
        title: 'Discovery call',
        purpose: 'Find out what they need.',
        scope: 'New business only.',
        outcome: 'We know the pain.',
        owner: 'Ann',
        reviewers: ['Bob'],
        reviewBy: '2027-06-30',
        roles: ['rep'],
        tools: ['Call recorder'],
        pipeline: 'sales',
        stages: ['talk'],
        when: filled,
        phases: [
          {
            id: 'call',
            title: 'On the call',
            steps: [
              {
                ...step('prepare'),
                doneWhen: filled,
                roles: ['rep'],
                due: { after: 'PT4H', event: 'stage-entered', calendar: 'office' },
                links: [link()],
                tips: ['Ask **why** twice.'],
                examples: ['“What happens if you do nothing?”'],
                troubleshooting: [trouble()],
              },
              { ...step('parts'), steps: [subStep()], due: { before: 'P1D', event: 'assigned', calendar: 'office' } },
              {
                ...step('timing'),
                question: {
                  type: 'choice',
                  options: [
                    { id: 'now', label: 'Now' },
                    { id: 'later', label: 'Later' },
                  ],
                  element: 'timeline',
                },
              },
              { ...step('values'), fields: ['amount'] },
              { ...step('mail'), template: 'follow-up' },
              { ...step('deck'), asset: link() },
              { ...step('approve'), approval: { by: 'rep', approvers: ['dana'] } },
              {
                ...step('decide'),
                decision: [
                  { id: 'go-on', label: 'Go on', when: filled, to: { step: 'mail' } },
                  { id: 'start-over', label: 'Start over', to: { sop: 'talking' } },
                ],
              },
            ],
          },
        ],
        entry: criteria('entry'),
        exit: criteria('exit'),
        tips: ['Listen more than you talk.'],
        examples: ['A call that went well.'],
        troubleshooting: [trouble()],
        faq: [{ question: 'How long?', answer: 'Half an hour.' }],
        metrics: [{ label: 'Second calls', target: 'Half of the first ones' }],
      },
    ],
    templates: [{ id: 'follow-up', title: 'Follow up', kind: 'email', subject: 'Our call', body: 'Thank you for your time, {{record}}.' }],
    events: [
      { id: 'assigned', label: 'Assigned', at: { step: 'prepare' } },
      { id: 'priced', label: 'Priced', at: { field: 'priced-at' } },
    ],
    calendars: [
      {
        id: 'office',
        title: 'Office hours',
        timeZone: 'Europe/Berlin',
        hours: { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours, saturday: hours, sunday: hours },
        holidays: ['2026-12-25'],
      },
    ],
    reasonCodes: [{ id: 'told', label: 'My manager knows', meaning: 'Somebody was asked.' }],
    disqualificationCodes: [{ id: 'too-small', label: 'Too small', meaning: 'Below ten seats.' }],
    glossary: [{ term: 'ICP', meaning: 'The customers we want.' }],
  };
}

type Place = readonly (string | number)[];

/** The pack as a file, with one part of it replaced. */
export function everyKeyWith(path: Place, value: unknown): string {
  const pack = packOfEveryKey();
  put(pack, path, value);
  return JSON.stringify(pack);
}

/** Puts a value into data, by a path that is there but for its last part. */
export function put(data: unknown, path: Place, value: unknown): void {
  const owner = path.slice(0, -1).reduce<unknown>((here, part) => (isObject(here) ? Reflect.get(here, part) : undefined), data);
  const last = path.at(-1);
  if (!isObject(owner) || last === undefined) throw new Error(`no such place: ${path.join('.')}`);
  Object.defineProperty(owner, last, { value, enumerable: true, configurable: true, writable: true });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
