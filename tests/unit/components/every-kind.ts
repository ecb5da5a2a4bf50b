/** A pack with a step of every kind, and the panel's model of a deal under it: what the tests of tasks draw. */
import type { SopModel } from '../../../components/panel/model';
import { panelModel } from '../../../entrypoints/sidepanel/panel-model';
import type { Progress } from '../../../entrypoints/sidepanel/progress';
import type { Reading, RecordRef, Value } from '../../../lib/crm/adapter';
import { NO_PROGRESS } from '../../../lib/guard/progress';
import { indexPack, parsePack } from '../../../lib/pack/load';
import { recordKey } from '../../../lib/progress/record-key';
import { NOTHING_KEPT, NOW } from './fixtures';

const PACK = await parsePack(`
format: 1
id: every-kind
version: 1.0.0
title: Acme sales
publisher: Acme
language: en
fields:
  - { id: amount, label: Amount, type: currency, in: { salesforce: Opportunity.Amount } }
  - { id: close-date, label: Close date, type: date, in: { salesforce: Opportunity.CloseDate } }
  - { id: next-step, label: Next step, type: text, in: { salesforce: Opportunity.NextStep } }
  - { id: assigned-at, label: Assigned at, type: datetime, in: { salesforce: Opportunity.Assigned_At__c } }
  - { id: segment, label: Segment, type: picklist, in: { salesforce: Opportunity.Segment__c } }
  - { id: lead-source, label: Lead source, type: text, in: { salesforce: Lead.LeadSource } }
pipelines:
  - id: sales
    title: Sales
    in: { salesforce: { stageField: Opportunity.StageName } }
    stages:
      - { id: prospecting, title: Prospecting, kind: open, in: { salesforce: [Prospecting] } }
      - { id: qualification, title: Qualification, kind: open, in: { salesforce: [Qualification] } }
      - { id: proposal, title: Proposal, kind: open, in: { salesforce: [Proposal] } }
roles:
  - { id: ae, title: Account executive, description: Owns the deal from the first call to the signature. }
  - { id: se, title: Sales engineer }
  - { id: manager, title: Sales manager }
events:
  - { id: assigned, label: Deal assigned, at: { field: assigned-at } }
  - { id: demo, label: Hold the demo, at: { step: demo } }
templates:
  - id: recap
    title: Recap after the call
    kind: email
    subject: 'Our call about {{record}}'
    body: |
      Hi [first name],

      thank you for your time today. We are talking about {{amount}} a year, to be decided by {{close-date}}.
      Your next step: {{next-step}}.
sops:
  - id: qualify
    title: Qualify the opportunity
    purpose: Find out early whether there is a real problem, money to solve it and somebody who decides.
    scope: New business. **Renewals** have their own SOP.
    outcome: Both sides know whether to go on.
    owner: Priya Raman
    reviewers: [Sam Okafor, Dana Lind]
    reviewBy: '2026-11-01'
    roles: [ae, se]
    tools: [Gong, LinkedIn]
    tips: [Ask what happens if they do nothing.]
    examples: ['“Our month-end takes nine days; the board wants four.”']
    troubleshooting: [{ problem: Nobody knows the budget, fix: Ask who signed the last purchase of this size. }]
    faq: [{ question: May I skip the call?, answer: Only for inbound renewals. }]
    metrics: [{ label: Calls that end with a next step, target: 80 % }]
    pipeline: sales
    stages: [qualification]
    phases:
      - id: before
        title: Before the call
        steps:
          - { id: reply, title: Answer the request, due: { after: PT5M, event: assigned } }
          - { id: deck, title: Read the account plan, asset: { label: Account plan template, url: 'https://example.com/plan' } }
          - { id: demo, title: Hold the demo, roles: [se], due: { after: PT4H, event: stage-entered } }
      - id: during
        title: During the call
        steps:
          - id: signs
            title: Who signs the contract?
            question: { type: text, element: economic-buyer }
            detail: Ask for the name and the title.
            tips: [Ask who signed the last one.]
            examples: ['Maria Ortiz, VP Finance']
            troubleshooting: [{ problem: They will not say, fix: Ask what happens after they say yes. }]
          - { id: seats, title: How many people will use it?, question: { type: number } }
          - { id: go-live, title: When do they want to go live?, question: { type: date, element: timeline } }
          - { id: budget, title: Is there a budget?, question: { type: yes-no, element: budget } }
          - id: pain
            title: What hurts most?
            question:
              type: choice
              element: pain
              options: [{ id: time, label: It takes too long }, { id: cost, label: It costs too much }, { id: errors, label: Too many mistakes }]
          - id: industry
            title: Which industry are they in?
            question:
              type: choice
              options:
                - { id: retail, label: Retail }
                - { id: health, label: Health care }
                - { id: finance, label: Finance }
                - { id: public, label: Public sector }
                - { id: energy, label: Energy }
                - { id: other, label: Something else }
          - id: people
            title: Who takes part in the decision?
            required: false
            question:
              type: choices
              options: [{ id: it, label: IT }, { id: legal, label: Legal }, { id: finance, label: Finance }]
      - id: after
        title: After the call
        steps:
          - { id: record-it, title: Fill in what you learnt, fields: [amount, close-date, next-step, lead-source] }
          - { id: send, title: Send the recap, template: recap, due: { after: P1D, event: demo } }
          - { id: discount, title: Get the discount approved, approval: { by: manager } }
          - id: route
            title: How do we go on?
            decision:
              - { id: big, label: Enterprise deal, when: { field: amount, is: atLeast, value: 50000 }, to: { sop: enterprise } }
              - { id: small, label: Standard deal, to: { step: send } }
              - { id: later, label: Not now, to: { step: quote } }
  - id: pilot
    title: Offer a pilot
    purpose: For those who have to see it first.
    when: { field: segment, is: filled }
    pipeline: sales
    stages: [qualification]
    phases: [{ id: p, title: Pilot, steps: [{ id: pilot, title: Agree on what counts as success }] }]
  - id: enterprise
    title: Run the enterprise track
    purpose: More people, more time.
    pipeline: sales
    stages: [proposal]
    phases: [{ id: p, title: Plan, steps: [{ id: plan, title: Write the mutual plan }, { id: quote, title: Send the quote }] }]
disqualificationCodes:
  - { id: no-budget, label: No budget, meaning: No money this year and no way to find it. }
  - { id: duplicate, label: Duplicate }
glossary:
  - { term: Champion, meaning: Somebody inside who sells for us when we are not in the room. }
`);

const RECORD: RecordRef = { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '006A' };

const HOUR = 60 * 60_000;
const reading = (field: string, value: Reading['value']): Reading => ({ record: RECORD, field, value, source: 'wire', at: NOW });
const READINGS = [
  reading('StageName', 'Qualification'),
  reading('Amount', 60_000),
  reading('NextStep', ''),
  reading('Assigned_At__c', new Date(NOW - 2 * HOUR - 5 * 60_000).toISOString()),
];

const INDEX = indexPack(PACK);

interface Known {
  answers?: Record<string, Value>;
  ticks?: Progress['ticks'];
  name?: string | null;
}

/** The deal is worth 60,000, has no next step and was assigned two hours and five minutes ago; it came to its stage three hours ago. */
export function everyKind({ answers = {}, ticks = {}, name = 'Northwind Traders – 240 seats' }: Known = {}): SopModel {
  const record = recordKey(RECORD);
  const model = panelModel({
    said: {
      kind: 'told',
      state: { view: { kind: 'record', record: RECORD }, name, readings: READINGS, unread: null, at: NOW },
    },
    packs: undefined,
    index: INDEX,
    flight: { index: INDEX, waiting: null },
    progress: { record, pack: PACK.id, ...NO_PROGRESS, ticks, answers, stageEntered: NOW - 3 * HOUR, ...NOTHING_KEPT },
    moves: { record, missed: null, elsewhere: [] },
    mine: [],
    trouble: null,
    waitedLong: false,
    now: NOW,
    timeZone: 'UTC',
  });
  if (model.kind !== 'sop') throw new Error(model.kind);
  return model;
}
