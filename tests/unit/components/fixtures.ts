/** What the component tests draw: one opportunity in Qualification with a realistic SOP, and the ways to vary it. */
import type { CriterionView, Outlook, SopView, StepView } from '../../../lib/guard/outlook';
import type { Criterion, Pipeline, Sop, Step } from '../../../lib/pack/schema';
import type { CatchUp, Debt, Heading, PackName, RecordModel, SopModel, StageChoice, Update } from '../../../components/panel/model';
import type { HealthModel } from '../../../components/panel/health-card';
import type { PanelEvents } from '../../../components/panel/events';
import type { MissedCheck } from '../../../lib/progress/journal';

/** Sunday 22 November 2026, 10:45 local time. */
export const NOW = new Date(2026, 10, 22, 10, 45).getTime();
const AT = new Date(2026, 10, 22, 10, 42).getTime();

const HEADING: Heading = {
  key: 'salesforce|acme.lightning.force.com|Opportunity|006Hs00001AbCdEIAV',
  name: 'Northwind Traders – 240 seats',
  object: 'Opportunity',
  crm: 'salesforce',
};

export const PACK: PackName = { title: 'Handrail starter pack', version: '1.0.0', publisher: 'Handrail', layer: 'personal', others: [] };

export const PIPELINE: Pipeline = {
  id: 'sales',
  title: 'Sales',
  in: { salesforce: { stageField: 'Opportunity.StageName' } },
  stages: [
    { id: 'prospecting', title: 'Prospecting', kind: 'open', in: {} },
    { id: 'qualification', title: 'Qualification', kind: 'open', in: {} },
    { id: 'needs-analysis', title: 'Needs Analysis', kind: 'open', in: {} },
    { id: 'proposal', title: 'Proposal/Price Quote', kind: 'open', in: {} },
    { id: 'negotiation', title: 'Negotiation/Review', kind: 'open', in: {} },
    { id: 'closed-won', title: 'Closed Won', kind: 'won', in: {} },
    { id: 'closed-lost', title: 'Closed Lost', kind: 'lost', in: {} },
  ],
};

const EMAIL = `Send this within an hour of the call:

\`\`\`
Hi {first name},

thank you for your time today. As I understood it, the decision falls in {month}
and {name} signs. Did I get that right?
\`\`\`

Keep it under **80 words**. See [the tone guide](https://example.com/tone) or [this](javascript:alert(1)). <img src=x onerror=alert(1)>`;

const step = (id: string, title: string, more: Partial<Step> = {}): Step => ({ id, title, required: true, ...more });
const open = (of: Step, steps: StepView[] = []): StepView => ({ step: of, state: 'open', auto: false, steps });
const done = (of: Step): StepView => ({ step: of, state: 'done', auto: false, at: AT, steps: [] });

const RESEARCH = step('research', 'Read their last two announcements and their careers page');
const CALL = step('call', 'Hold the qualification call', {
  detail:
    'Aim for 30 minutes. Listen more than you talk:\n\n1. What made them look now?\n2. What happens if they do nothing?\n3. Who else has to agree?',
  links: [{ label: 'Call script', url: 'https://example.com/script' }],
});
const FOLLOW_UP = step('follow-up', 'Write down the next step with a date', { doneWhen: { field: 'next-step', is: 'filled' } });
const RECAP = step('recap', 'Send the recap email', { detail: EMAIL });
const BUYER = step('buyer', 'Name the people who decide', {
  steps: [
    { id: 'buyer-economic', title: 'Economic buyer', required: true },
    { id: 'buyer-champion', title: 'Champion', required: true },
    { id: 'buyer-blocker', title: 'Someone who may say no', required: false },
  ],
});
const INTRO = step('intro', 'Ask for an introduction on LinkedIn', { required: false });
const NEWS = step('news', 'Set an alert for their name', { required: false });

const criterion = (id: string, label: string, more: Partial<Criterion> = {}): Criterion => ({
  id,
  label,
  when: { field: id, is: 'filled' },
  severity: 'warn',
  ifUnknown: 'confirm',
  ...more,
});

const leaf = (field: string) => ({ field, is: 'filled' }) as const;

const EXIT: CriterionView[] = [
  {
    criterion: criterion('budget', 'Budget is confirmed', {
      severity: 'reason',
      why: 'Deals without a confirmed budget close **three times** less often.',
      fix: { field: 'budget' },
    }),
    result: 'false',
    sentence: 'Budget confirmed is yes (it is no)',
    trace: [
      { leaf: leaf('budget'), result: 'false', sentence: 'Budget confirmed is yes', known: { value: false, source: 'page', at: AT } },
    ],
    crmField: 'Budget_Confirmed__c',
  },
  {
    criterion: criterion('timeline', 'The decision timeline is known', { fix: { field: 'timeline' } }),
    result: 'unknown',
    sentence: 'Decision timeline is filled (it is not on this page)',
    trace: [{ leaf: leaf('timeline'), result: 'unknown', sentence: 'Decision timeline is filled' }],
    crmField: 'Decision_Timeline__c',
  },
  {
    criterion: criterion('recap-sent', 'The recap is sent', {
      severity: 'block',
      when: { step: 'recap', is: 'done' },
      fix: { step: 'recap' },
    }),
    result: 'false',
    sentence: 'Step “Send the recap email” is done (it is open)',
    trace: [{ leaf: { step: 'recap', is: 'done' }, result: 'false', sentence: 'Step “Send the recap email” is done' }],
  },
  {
    criterion: criterion('next-step', 'The next step has a date'),
    result: 'true',
    sentence: 'Next step is filled (it is “Demo on 3 December”)',
    trace: [
      {
        leaf: leaf('next-step'),
        result: 'true',
        sentence: 'Next step is filled',
        known: { value: 'Demo on 3 December', source: 'wire', at: AT },
      },
    ],
    crmField: 'NextStep',
  },
];

const SOP: Sop = {
  id: 'qualify',
  title: 'Qualify the opportunity',
  purpose: 'Find out early whether there is a real problem, money to solve it and somebody who decides.',
  owner: 'Priya Raman, Sales Operations',
  pipeline: 'sales',
  stages: ['qualification'],
  phases: [],
  entry: [],
  exit: [],
};

const parts = (BUYER.steps ?? []).map((part, place): StepView => ({
  step: part,
  state: place === 0 ? 'done' : 'open',
  auto: false,
  steps: [],
}));

const SOP_VIEW: SopView = {
  onlyIf: null,
  sop: {
    ...SOP,
    phases: [
      { id: 'before', title: 'Before the call', steps: [RESEARCH, INTRO] },
      { id: 'during', title: 'During the call', steps: [CALL, BUYER] },
      { id: 'after', title: 'After the call', steps: [RECAP, FOLLOW_UP, NEWS] },
    ],
    exit: EXIT.map((view) => view.criterion),
  },
  phases: [
    { phase: { id: 'before', title: 'Before the call', steps: [RESEARCH, INTRO] }, steps: [done(RESEARCH), done(INTRO)] },
    { phase: { id: 'during', title: 'During the call', steps: [CALL, BUYER] }, steps: [done(CALL), open(BUYER, parts)] },
    {
      phase: { id: 'after', title: 'After the call', steps: [RECAP, FOLLOW_UP, NEWS] },
      steps: [
        open(RECAP),
        { step: FOLLOW_UP, state: 'done', auto: true, steps: [] },
        { step: NEWS, state: 'na', auto: false, reason: 'They are already a customer', at: AT, steps: [] },
      ],
    },
  ],
  exit: EXIT,
};

export const OUTLOOK: Outlook = {
  pipeline: PIPELINE,
  stage: PIPELINE.stages[1] ?? { id: 'qualification', title: 'Qualification', kind: 'open', in: {} },
  position: 1,
  sops: [SOP_VIEW],
  required: { done: 3, total: 5 },
  optional: { done: 1, total: 2 },
};

export const DEBT: Debt = {
  id: 'debt-1',
  label: 'A pain is written down',
  from: 'Prospecting',
  to: 'Qualification',
  reasonLabel: 'Customer asked to go faster',
  note: 'Will ask on Tuesday.',
  openedAt: new Date(2026, 10, 12, 9, 0).getTime(),
  until: new Date(2026, 10, 28, 23, 59).getTime(),
  now: {
    criterion: criterion('pain', 'A pain is written down', { severity: 'reason' }),
    result: 'false',
    sentence: 'Pain is filled (it is empty)',
    trace: [],
    crmField: 'Pain__c',
  },
};

export const MISSED: MissedCheck = { at: AT, why: 'late' };

const BOOK = step('book', 'Book the demo with everybody who decides');

/** Three things were skipped on the way from Prospecting to Qualification, one of them a step of the stage before. */
export const CATCH_UP: CatchUp = {
  id: 'elsewhere-1',
  from: 'Prospecting',
  to: 'Qualification',
  at: AT,
  missed: null,
  asked: [
    {
      sop: 'prospect',
      view: {
        criterion: criterion('booked', 'The demo is booked', {
          severity: 'block',
          when: { step: 'book', is: 'done' },
          fix: { step: 'book' },
        }),
        result: 'false',
        sentence: 'Step “Book the demo with everybody who decides” is done (it is open)',
        trace: [],
      },
      open: true,
      steps: [open(BOOK)],
    },
    {
      sop: 'prospect',
      view: {
        criterion: criterion('need', 'A need is written down', { severity: 'reason', fix: { field: 'need' } }),
        result: 'unknown',
        sentence: 'Need is filled (it is not on this page)',
        trace: [],
        crmField: 'Need__c',
      },
      open: true,
      steps: [],
    },
    {
      sop: 'prospect',
      view: {
        criterion: criterion('source', 'The source is known', { fix: { field: 'source' } }),
        result: 'true',
        sentence: 'Source is filled (it is “Fair”)',
        trace: [],
        crmField: 'LeadSource',
      },
      open: false,
      steps: [],
    },
  ],
  codes: [
    { id: 'faster', label: 'Customer asked to go faster' },
    { id: 'manager', label: 'My manager agreed to it' },
  ],
  context: { tickedFrom: {}, tasks: {}, dues: {}, handbook: { roles: [], glossary: [], disqualificationCodes: [] }, outlook: null },
};

/** What the database holds of a record beside marks and answers: nothing. */
export const NOTHING_KEPT = { placed: undefined, debts: [], asked: {}, confirmations: [], wrongHere: [], begun: undefined, updated: null };

/** Nothing to be said of the record beside its steps. */
export const NO_NEWS: RecordModel = { heading: HEADING, missed: null, catchUp: null, debts: [], stances: {}, update: null };

/** A version that asks for a criterion and a step more, and for one of the steps again. */
export const UPDATE: Update = {
  from: '1.1.0',
  to: '2.0.0',
  stage: 'Qualification',
  kind: 'needs-decision',
  putOff: false,
  changes: ['Qualify: exit criterion ‘Legal agrees’ added', 'Qualify: step ‘Ask legal’ added to phase ‘Call’'],
  again: ['Hold the call'],
  stale: { steps: ['hold'], criteria: [] },
};

export const CHOICES: StageChoice[] = [
  { id: 'sales', title: 'Sales', stages: PIPELINE.stages.map(({ title }) => ({ value: title, title })) },
  {
    id: 'partner',
    title: 'Partner deals',
    crmPipeline: 'Partner',
    stages: [
      { value: 'Prospecting', title: 'Registered' },
      { value: 'Qualification', title: 'Accepted' },
    ],
  },
];

export const HEALTH: HealthModel = {
  told: {
    page: '/lightning/r/Opportunity/…/view',
    view: {
      kind: 'record',
      record: { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '006Hs00001AbCdEIAV' },
    },
    fields: [
      { field: 'StageName', by: 'the path', at: AT },
      { field: 'Amount', by: 'wire', at: AT },
      { field: 'Budget_Confirmed__c', by: null, at: null },
    ],
    requests: [
      { at: AT - 60_000, method: 'POST', url: '/aura?other.getRecord=1', kind: 'read' },
      { at: AT, method: 'POST', url: '/aura?other.saveRecord=1', kind: 'move' },
    ],
  },
  tried: [],
  labels: { Amount: 'Amount', Budget_Confirmed__c: 'Budget confirmed' },
  versions: [
    { name: 'Handrail', version: '0.2.0' },
    { name: 'Rule pack acme', version: '1.2.3' },
  ],
};

export function sopModel(more: Partial<SopModel> = {}): SopModel {
  return {
    kind: 'sop',
    ...NO_NEWS,
    outlook: OUTLOOK,
    pack: PACK,
    stageSaid: { field: 'StageName', value: 'Qualification' },
    tickedFrom: { 'follow-up': 'Next step' },
    tasks: {},
    dues: {},
    handbook: { roles: [], glossary: [], disqualificationCodes: [] },
    byHand: null,
    ...more,
  };
}

export const NO_EVENTS: PanelEvents = {
  onMark: () => {},
  onAnswer: () => {},
  onConfirm: () => {},
  onWrongHere: () => {},
  onWaive: () => {},
  onReason: () => {},
  onDismiss: () => {},
  onTakeUpdate: () => {},
  onPutOffUpdate: () => {},
  onPlace: () => {},
  onHealth: () => {},
  onAskApproval: () => Promise.resolve({ code: 'HRQ1.x', by: '' }),
  onEnterCode: () => Promise.resolve(null),
  onShowField: () => {},
  onRefreshTab: () => {},
  onReloadPanel: () => {},
  onOpenOptions: () => {},
};
