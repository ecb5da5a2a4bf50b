/** The pack that ships in use: it knows the CRMs' own stages, and holds the moves that it says it holds. */
import { describe, expect, it } from 'vitest';
import { placeOf, watchOf } from '../../../../lib/pack/load';
import { contact, deal, filled, lead, now, opportunity, starterPack, told, verdictOn, type Work } from './starter-moves';

const { index } = await starterPack('b2b-sales-cycle');
const meddicc = ['metrics', 'economic-buyer', 'decision-criteria', 'decision-process', 'pain', 'champion', 'competition'];

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
    ...['Open - Not Contacted', 'New'].map((value) => [lead, value, 'new'] as const),
    ...['Working - Contacted', 'Working - Outbound', 'Nurturing'].map((value) => [lead, value, 'working'] as const),
    ...['Closed - Converted', 'Qualified'].map((value) => [lead, value, 'qualified'] as const),
    ...['Closed - Not Converted', 'Unqualified'].map((value) => [lead, value, 'not-qualified'] as const),
    ...['NEW', 'OPEN'].map((value) => [contact, value, 'new'] as const),
    ...['IN_PROGRESS', 'ATTEMPTED_TO_CONTACT', 'CONNECTED'].map((value) => [contact, value, 'working'] as const),
    ...['OPEN_DEAL', 'Open deal'].map((value) => [contact, value, 'qualified'] as const),
    ...['UNQUALIFIED', 'BAD_TIMING'].map((value) => [contact, value, 'not-qualified'] as const),
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
  const booked: Work = { steps: { 'discovery-next': 'done' } };
  const shown: Work = {
    steps: { 'discovery-next': 'done', 'demo-held': 'done', 'proposal-walkthrough': 'done', 'contract-signed': 'done' },
    answers: { 'proposal-custom-terms': false },
  };
  const customTerms: Work = { ...shown, answers: { 'proposal-custom-terms': true } };
  const ready = {
    ...filled(...meddicc, 'decision-timeline', 'next-step', 'paper-process'),
    'budget-confirmed': true,
    amount: 40_000,
    discount: 10,
    'close-date': '2026-12-20',
  };
  const [Q, D, M, P, C] = ['Qualification', 'Needs Analysis', 'Value Proposition', 'Proposal/Price Quote', 'Negotiation/Review'] as const;

  it.each([
    [
      'three of seven MEDDICC elements',
      Q,
      D,
      { amount: 1, ...filled(...meddicc.slice(0, 3)) },
      {},
      'ask-reason',
      ['meddicc-four-of-seven'],
    ],
    ['four of them pass', Q, D, { amount: 1, ...filled(...meddicc.slice(3)) }, {}, 'allow', []],
    ['no amount is only a tip', Q, D, filled(...meddicc), {}, 'allow', ['amount-estimated']],
    ['a demo without budget, decider and date', D, M, filled('pain'), booked, 'ask-reason', ['budget', 'authority', 'timeline']],
    [
      'a demo that skips discovery asks for both stages at once',
      'Prospecting',
      M,
      { amount: 1, ...filled('pain') },
      booked,
      'ask-reason',
      ['meddicc-four-of-seven', 'budget', 'authority', 'timeline'],
    ],
    ['a demo with all three', D, M, ready, booked, 'allow', []],
    ['a next meeting that was not booked on the call is a tip', D, M, ready, {}, 'allow', ['next-meeting']],
    ['a proposal for what nobody has seen', M, P, ready, {}, 'warn', ['demo-shown']],
    ['a discount above 15 % without approval', P, C, { ...ready, discount: 16 }, shown, 'block', ['approval']],
    [
      'the same once the manager approved',
      P,
      C,
      { ...ready, discount: 16 },
      { ...shown, approvals: { 'terms-approved': 'granted' } },
      'allow',
      [],
    ],
    ['an amount above $50,000 without approval', P, C, { ...ready, amount: 50_001 }, shown, 'block', ['approval']],
    [
      'above $50,000 the paper process is asked for as well',
      P,
      C,
      { ...ready, amount: 50_001, 'paper-process': null },
      { ...shown, approvals: { 'terms-approved': 'granted' } },
      'warn',
      ['paper-process-known'],
    ],
    ['below it is not', P, C, { ...ready, 'paper-process': null }, shown, 'allow', []],
    ['exactly 15 % and $50,000 need none', P, C, { ...ready, discount: 15, amount: 50_000 }, shown, 'allow', []],
    ['no discount at all needs none', P, C, { ...ready, discount: null }, shown, 'allow', []],
    ['custom terms that legal has not cleared', P, C, ready, customTerms, 'block', ['legal-review']],
    ['custom terms that it has', P, C, ready, { ...customTerms, approvals: { 'legal-approved': 'granted' } }, 'allow', []],
    ['nobody asked whether there are custom terms', P, C, ready, { ...shown, answers: {} }, 'warn', ['terms-asked']],
    [
      'a proposal that took two days is a tip',
      P,
      C,
      ready,
      { ...shown, events: { 'proposal-requested': now - 172_800_000, 'proposal-sent': now } },
      'allow',
      ['proposal-in-a-day'],
    ],
    ['a close date in the past', P, C, { ...ready, 'close-date': '2026-11-01' }, shown, 'warn', ['close-date-soon']],
    ['a win without a signature', C, 'Closed Won', ready, {}, 'ask-reason', ['signed']],
    ['a win that is ready', C, 'Closed Won', ready, shown, 'allow', []],
    ['a loss without its reason, and nothing else', 'Prospecting', 'Closed Lost', {}, {}, 'ask-reason', ['loss-reason']],
    ['a loss with its reason', 'Prospecting', 'Closed Lost', { 'loss-reason': 'Price' }, {}, 'allow', []],
    ['a loss to nobody in particular is a tip', D, 'Closed Lost', { 'loss-reason': 'Competitor' }, {}, 'allow', ['lost-to-whom']],
    ['a step back asks for nothing', C, D, {}, {}, 'allow', []],
    ['a move within the demo stage asks for nothing', M, 'Perception Analysis', {}, {}, 'allow', []],
  ] as const)('%s', (_, from, to, values, work, kind, gaps) => {
    expect(told(verdictOn(index, [opportunity, from, to], values, work))).toEqual([kind, gaps]);
  });

  it.each([
    [
      'a demo too early',
      'qualifiedtobuy',
      'presentationscheduled',
      filled('pain'),
      booked,
      ['budget_confirmed', 'economic_buyer', 'decision_timeline'],
    ],
    ['a contract without a close date', 'decisionmakerboughtin', 'contractsent', { ...ready, 'close-date': null }, shown, ['closedate']],
    ['a loss without a reason', 'contractsent', 'closedlost', {}, {}, ['closed_lost_reason']],
  ] as const)('a HubSpot deal in the same way, by its own fields: %s', (_, from, to, values, work, fields) => {
    const { gaps } = verdictOn(index, [deal, from, to], values, work);
    expect(gaps.map(({ fix }) => fix && 'crmField' in fix && fix.crmField)).toEqual(fields);
  });

  const outbound = { 'lead-source': 'Outbound - Plant managers', ...filled('company', 'job-title', 'email', 'research-summary') };
  const researched: Work = { answers: { 'outbound-icp': 'fits', 'outbound-firmographics': 'match' }, steps: { 'outbound-tasks': 'done' } };
  const called: Work = { steps: { 'lead-first-call': 'done' } };
  const two = { email: 'a', ...filled('lead-need', 'lead-budget') };
  it.each([
    ['with two answers', 'working', 'qualified', two, {}, 'ask-reason', ['lead-answers']],
    ['with three', 'working', 'qualified', { ...two, ...filled('decision-timeline') }, {}, 'allow', []],
    ['that is dropped without a reason', 'new', 'not-qualified', {}, {}, 'ask-reason', ['lead-reason']],
    ['that is dropped with one', 'new', 'not-qualified', { 'disqualification-reason': 'icp-mismatch' }, {}, 'allow', []],
    ['that nobody has called', 'new', 'working', { 'lead-source': 'Web' }, {}, 'warn', ['first-call']],
    [
      'that came on Friday evening and was called on Monday morning was called in time',
      'new',
      'working',
      { 'lead-source': 'Web' },
      { ...called, events: { assigned: Date.UTC(2026, 10, 13, 15, 58), 'first-called': Date.UTC(2026, 10, 16, 8, 32) } },
      'allow',
      [],
    ],
    [
      'that was called ten minutes later is a tip',
      'new',
      'working',
      { 'lead-source': 'Web' },
      { ...called, events: { assigned: Date.UTC(2026, 10, 13, 15, 58), 'first-called': Date.UTC(2026, 10, 16, 8, 42) } },
      'allow',
      ['called-in-five-minutes'],
    ],
    ['of our own choice needs research, not a call in five minutes', 'new', 'working', outbound, researched, 'allow', []],
    [
      'of our own choice that nobody looked into',
      'new',
      'working',
      { 'lead-source': 'Outbound - Plant managers' },
      {},
      'ask-reason',
      ['outbound-fit', 'outbound-complete', 'outbound-researched', 'outbound-tasked'],
    ],
    [
      'of our own choice whose firmographics do not match',
      'new',
      'working',
      outbound,
      { ...researched, answers: { 'outbound-icp': 'fits', 'outbound-firmographics': 'firmographic-mismatch' } },
      'ask-reason',
      ['outbound-fit'],
    ],
  ] as const)('a lead %s, in both CRMs', (_, from, to, values, work, kind, gaps) => {
    const stages = {
      new: ['Open - Not Contacted', 'NEW'],
      working: ['Working - Contacted', 'CONNECTED'],
      qualified: ['Closed - Converted', 'OPEN_DEAL'],
      'not-qualified': ['Closed - Not Converted', 'UNQUALIFIED'],
    } as const;
    expect(told(verdictOn(index, [lead, stages[from][0], stages[to][0]], values, work))).toEqual([kind, gaps]);
    expect(told(verdictOn(index, [contact, stages[from][1], stages[to][1]], values, work))).toEqual([kind, gaps]);
  });
});
