/** The starter pack: it loads, it is whole, and it holds the moves that it says it holds. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Facts, KnownValue } from '../../../../lib/criteria/facts';
import type { RecordRef } from '../../../../lib/crm/adapter';
import { judge } from '../../../../lib/guard/judge';
import { askedBy } from '../../../../lib/pack/asked';
import { indexPack, parsePack, placeOf, watchOf } from '../../../../lib/pack/load';

const pack = await parsePack(readFileSync('public/packs/essentials.json', 'utf8'));
const index = indexPack(pack);
const opportunity: RecordRef = { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '006000000000001AAA' };
const lead: RecordRef = { ...opportunity, object: 'Lead', id: '00Q000000000001AAA' };
const deal: RecordRef = { crm: 'hubspot', org: '4242', object: 'deal', id: '1' };
const contact: RecordRef = { ...deal, object: 'contact' };

const meddicc = ['metrics', 'economic-buyer', 'decision-criteria', 'decision-process', 'pain', 'champion', 'competition'];

describe('it is whole', () => {
  const stages = pack.pipelines.flatMap((pipeline) =>
    pipeline.stages.map((stage) => ({ pipeline, stage, name: `${pipeline.id}/${stage.id}` })),
  );

  it.each(stages)('$name has an SOP with steps and an owner', ({ pipeline, stage }) => {
    const sops = index.sopsOf(pipeline.id, stage.id);
    expect(sops.length).toBeGreaterThan(0);
    for (const sop of sops) {
      expect(sop.owner).toBeTruthy();
      expect(sop.phases.flatMap(({ steps }) => steps).length).toBeGreaterThan(1);
    }
  });

  it.each(stages)('$name is mapped in both CRMs', ({ stage }) => {
    expect(stage.in.salesforce?.length).toBeGreaterThan(0);
    expect(stage.in.hubspot?.length).toBeGreaterThan(0);
  });

  it('every field of a deal is mapped in both CRMs; HubSpot contacts have none for qualifying a lead', () => {
    const onlySalesforce = pack.fields.filter((field) => !field.in.hubspot).map(({ id }) => id);
    expect(onlySalesforce).toEqual(['lead-need', 'lead-authority', 'lead-budget', 'disqualification-reason']);
    expect(pack.fields.every((field) => field.in.salesforce)).toBe(true);
  });

  it('every field is asked for', () => {
    const asked = new Set(
      pack.sops.flatMap((sop) => [...sop.entry, ...sop.exit]).flatMap(({ when }) => [...askedBy(when)].map(({ id }) => id)),
    );
    const ticking = pack.sops
      .flatMap((sop) => sop.phases)
      .flatMap(({ steps }) => steps)
      .flatMap((step) => [...askedBy(step.doneWhen)].map(({ id }) => id));
    expect(pack.fields.map(({ id }) => id).filter((id) => !asked.has(id) && !ticking.includes(id))).toEqual([]);
  });

  it('every criterion that holds a move says why, and how to mend it', () => {
    const criteria = pack.sops.flatMap((sop) => [...sop.entry, ...sop.exit]);
    expect(criteria.filter(({ why, fix }) => !why || !fix).map(({ id }) => id)).toEqual([]);
  });

  it('exactly one criterion blocks, and a rep can get past it by a step', () => {
    const blocks = pack.sops.flatMap((sop) => [...sop.entry, ...sop.exit]).filter(({ severity }) => severity === 'block');
    expect(blocks).toMatchObject([{ id: 'approval', fix: { step: 'terms-approved' } }]);
  });

  it('it has no links, so that it leads nobody away', () => {
    expect(JSON.stringify(pack)).not.toMatch(/https?:/);
  });
});

describe('the CRMs’ own stages', () => {
  it.each([
    ...['Prospecting', 'Qualification'].map((value) => [opportunity, value, 'qualification'] as const),
    [opportunity, 'Needs Analysis', 'discovery'],
    ...['Value Proposition', 'Id. Decision Makers', 'Perception Analysis'].map((value) => [opportunity, value, 'demo'] as const),
    [opportunity, 'Proposal/Price Quote', 'proposal'],
    [opportunity, 'Negotiation/Review', 'closing'],
    [opportunity, 'Closed Won', 'won'],
    [opportunity, 'Closed Lost', 'lost'],
    ...['appointmentscheduled', 'Appointment Scheduled'].map((value) => [deal, value, 'qualification'] as const),
    ...['qualifiedtobuy', 'Qualified To Buy'].map((value) => [deal, value, 'discovery'] as const),
    ...['presentationscheduled', 'Presentation Scheduled'].map((value) => [deal, value, 'demo'] as const),
    ...['decisionmakerboughtin', 'Decision Maker Bought-In'].map((value) => [deal, value, 'proposal'] as const),
    ...['contractsent', 'Contract Sent'].map((value) => [deal, value, 'closing'] as const),
    [deal, 'closedwon', 'won'],
    [deal, 'closedlost', 'lost'],
    [lead, 'Open - Not Contacted', 'new'],
    [lead, 'Working - Contacted', 'working'],
    [lead, 'Closed - Converted', 'qualified'],
    [lead, 'Closed - Not Converted', 'not-qualified'],
    ...['NEW', 'OPEN'].map((value) => [contact, value, 'new'] as const),
    ...['IN_PROGRESS', 'ATTEMPTED_TO_CONTACT', 'CONNECTED'].map((value) => [contact, value, 'working'] as const),
    [contact, 'UNQUALIFIED', 'not-qualified'],
  ] as const)('%o: %s is %s', (record, value, stage) => {
    expect(placeOf(index, record, value)?.stage.id).toBe(stage);
  });

  it('are watched', () => {
    expect(watchOf(index, 'salesforce').stageFields).toEqual(['Status', 'StageName']);
    expect(watchOf(index, 'hubspot').stageFields).toEqual(['hs_lead_status', 'dealstage']);
    expect(watchOf(index, 'hubspot').fields).toContain('pipeline');
  });
});

describe('it holds', () => {
  const now = Date.UTC(2026, 10, 22);
  const known = (value: KnownValue['value']): KnownValue => ({ value, source: 'wire', at: now });
  /** A deal of which everything is known, and everything empty but what is given. */
  const facts = (values: Record<string, KnownValue['value']>, steps: Facts['steps'] = {}): Facts => ({
    readings: Object.fromEntries(pack.fields.map(({ id }) => [id, known(values[id] ?? null)])),
    steps,
    answers: {},
    approvals: {},
    events: {},
    now,
    timeZone: 'UTC',
  });
  const filled = (...ids: string[]): Record<string, string> => Object.fromEntries(ids.map((id) => [id, 'known']));
  const shown = { 'demo-held': 'done', 'proposal-walkthrough': 'done', 'contract-signed': 'done' } as const;
  const ready = {
    ...filled(...meddicc, 'decision-timeline', 'next-step'),
    'budget-confirmed': true,
    amount: 40_000,
    discount: 10,
    'close-date': '2026-12-20',
  };

  it.each([
    [
      'three of seven MEDDICC elements',
      'Qualification',
      'Needs Analysis',
      { amount: 1, ...filled(...meddicc.slice(0, 3)) },
      {},
      'ask-reason',
      ['meddicc-four-of-seven'],
    ],
    ['four of them pass', 'Qualification', 'Needs Analysis', { amount: 1, ...filled(...meddicc.slice(3)) }, {}, 'allow', []],
    ['no amount is only a tip', 'Qualification', 'Needs Analysis', filled(...meddicc), {}, 'allow', ['amount-estimated']],
    [
      'a demo without budget, decider and date',
      'Needs Analysis',
      'Value Proposition',
      filled('pain'),
      {},
      'ask-reason',
      ['budget', 'authority', 'timeline'],
    ],
    [
      'a demo that skips discovery asks for both stages at once',
      'Prospecting',
      'Value Proposition',
      { amount: 1, ...filled('pain') },
      {},
      'ask-reason',
      ['meddicc-four-of-seven', 'budget', 'authority', 'timeline'],
    ],
    ['a demo with all three', 'Needs Analysis', 'Value Proposition', ready, {}, 'allow', []],
    [
      'a discount above 15 % without approval',
      'Proposal/Price Quote',
      'Negotiation/Review',
      { ...ready, discount: 16 },
      shown,
      'block',
      ['approval'],
    ],
    [
      'the same once the manager approved',
      'Proposal/Price Quote',
      'Negotiation/Review',
      { ...ready, discount: 16 },
      { ...shown, 'terms-approved': 'done' },
      'allow',
      [],
    ],
    [
      'an amount above $50,000 without approval',
      'Proposal/Price Quote',
      'Negotiation/Review',
      { ...ready, amount: 50_001 },
      shown,
      'block',
      ['approval'],
    ],
    [
      'exactly 15 % and $50,000 need none',
      'Proposal/Price Quote',
      'Negotiation/Review',
      { ...ready, discount: 15, amount: 50_000 },
      shown,
      'allow',
      [],
    ],
    ['no discount at all needs none', 'Proposal/Price Quote', 'Negotiation/Review', { ...ready, discount: null }, shown, 'allow', []],
    [
      'a close date in the past',
      'Proposal/Price Quote',
      'Negotiation/Review',
      { ...ready, 'close-date': '2026-11-01' },
      shown,
      'warn',
      ['close-date-soon'],
    ],
    ['a win without a signature', 'Negotiation/Review', 'Closed Won', ready, {}, 'ask-reason', ['signed']],
    ['a win that is ready', 'Negotiation/Review', 'Closed Won', ready, shown, 'allow', []],
    ['a loss without its reason, and nothing else', 'Prospecting', 'Closed Lost', {}, {}, 'ask-reason', ['loss-reason']],
    ['a loss with its reason', 'Prospecting', 'Closed Lost', { 'loss-reason': 'Price' }, {}, 'allow', []],
    ['a step back asks for nothing', 'Negotiation/Review', 'Needs Analysis', {}, {}, 'allow', []],
    ['a move within the demo stage asks for nothing', 'Value Proposition', 'Perception Analysis', {}, {}, 'allow', []],
  ] as const)('%s', (_, from, to, values, steps, kind, criteria) => {
    const verdict = judge({ record: opportunity, field: 'StageName', from, to }, index, facts(values, steps));
    expect([verdict.kind, verdict.gaps.map(({ criterion }) => criterion)]).toEqual([kind, criteria]);
  });

  it('a HubSpot deal in the same way', () => {
    const verdict = judge(
      { record: deal, field: 'dealstage', from: 'qualifiedtobuy', to: 'presentationscheduled', pipeline: 'default' },
      index,
      facts(filled('pain')),
    );
    expect(verdict.gaps.map(({ fix }) => fix && 'crmField' in fix && fix.crmField)).toEqual([
      'budget_confirmed',
      'economic_buyer',
      'decision_timeline',
    ]);
  });

  it.each([
    [
      'a lead with two answers',
      lead,
      'Working - Contacted',
      'Closed - Converted',
      { email: 'a', ...filled('lead-need', 'lead-budget') },
      ['lead-answers'],
    ],
    [
      'a lead with three',
      lead,
      'Working - Contacted',
      'Closed - Converted',
      { email: 'a', ...filled('lead-need', 'lead-budget', 'decision-timeline') },
      [],
    ],
    ['a lead that is dropped without a reason', lead, 'Open - Not Contacted', 'Closed - Not Converted', {}, ['lead-reason']],
    ['a lead that nobody has called', lead, 'Open - Not Contacted', 'Working - Contacted', {}, ['first-call']],
  ])('%s', (_, record, from, to, values, criteria) => {
    const verdict = judge({ record, field: 'Status', from, to }, index, facts(values));
    expect(verdict.gaps.map(({ criterion }) => criterion)).toEqual(criteria);
  });
});
