/** The starter packs for qualifying, MEDDPICC and BANT: they load, they are whole for both CRMs, and they hold the moves that they say they hold. */
import { describe, expect, it } from 'vitest';
import { contact, deal, filled, lead, opportunity, starterPack, told, verdictOn, type Work } from './starter-moves';

const meddpicc = await starterPack('meddpicc');
const bant = await starterPack('bant');

/** The CRMs' own value for each stage of the pipelines: Salesforce first, then HubSpot. */
const stages = {
  qualification: ['Qualification', 'appointmentscheduled'],
  discovery: ['Needs Analysis', 'qualifiedtobuy'],
  demo: ['Value Proposition', 'presentationscheduled'],
  proposal: ['Proposal/Price Quote', 'decisionmakerboughtin'],
  closing: ['Negotiation/Review', 'contractsent'],
  won: ['Closed Won', 'closedwon'],
  lost: ['Closed Lost', 'closedlost'],
  new: ['Open - Not Contacted', 'NEW'],
  working: ['Working - Contacted', 'CONNECTED'],
  qualified: ['Closed - Converted', 'OPEN_DEAL'],
  'not-qualified': ['Closed - Not Converted', 'UNQUALIFIED'],
} as const;
type StageId = keyof typeof stages;

/** What each CRM's own move is told. */
function bothTold(
  { index }: typeof bant,
  [onSalesforce, onHubSpot]: readonly [typeof lead, typeof contact],
  [from, to]: readonly [StageId, StageId],
  values: Parameters<typeof verdictOn>[2],
  work: Work,
) {
  return [
    told(verdictOn(index, [onSalesforce, stages[from][0], stages[to][0]], values, work)),
    told(verdictOn(index, [onHubSpot, stages[from][1], stages[to][1]], values, work)),
  ];
}

describe.each([meddpicc, bant])('$pack.title', ({ pack, index }) => {
  const open = pack.pipelines.flatMap(({ id, stages: own }) => own.map((stage) => ({ pipeline: id, stage })));

  it('has an SOP for each open stage, with an owner, a day of review and steps', () => {
    for (const { pipeline, stage } of open.filter((one) => one.stage.kind === 'open'))
      expect(index.sopsOf(pipeline, stage.id)).not.toEqual([]);
    for (const { owner, reviewBy, scope, outcome, phases } of pack.sops) {
      expect([owner, reviewBy, scope, outcome].every(Boolean)).toBe(true);
      expect(phases.length).toBeGreaterThan(0);
    }
  });

  it('has every field and stage in both CRMs', () => {
    const places = [...pack.fields, ...open.map(({ stage }) => stage)];
    expect(places.filter((place) => !place.in.salesforce || !place.in.hubspot).map(({ id }) => id)).toEqual([]);
  });

  it('says of every criterion why, and how to mend it; none blocks', () => {
    const criteria = pack.sops.flatMap((sop) => [...sop.entry, ...sop.exit]);
    expect(criteria.filter(({ why, fix, severity }) => !why || !fix || severity === 'block').map(({ id }) => id)).toEqual([]);
  });

  it('uses its templates', () => {
    const sent = pack.sops.flatMap(({ phases }) => phases).flatMap(({ steps }) => steps.map(({ template }) => template));
    expect(pack.templates.map(({ id }) => id).filter((id) => !sent.includes(id))).toEqual([]);
  });
});

describe('MEDDPICC', () => {
  const seven = ['metrics', 'economic-buyer', 'decision-criteria', 'decision-process', 'pain', 'champion', 'competition'];
  const all = filled(...seven, 'paper-process');
  const tested: Work = {
    answers: { 'meddpicc-champion-test': 'introduced', 'meddpicc-buyer-met': true },
    steps: { 'meddpicc-meet-buyer': 'done', 'meddpicc-signed': 'done' },
  };
  const answered = (...ids: string[]): Work => ({ answers: Object.fromEntries(ids.map((id) => [`meddpicc-ask-${id}`, 'known'])) });

  it('asks for each of its eight letters, with good and weak answers, and keeps each in a field', () => {
    const asked = meddpicc.pack.sops
      .flatMap(({ phases }) => phases)
      .flatMap(({ steps }) => steps.filter(({ id }) => id.startsWith('meddpicc-ask-')));
    const letters = [...seven, 'paper-process'].sort();
    expect(asked.map(({ question }) => question?.element).sort()).toEqual(letters);
    expect(asked.every(({ examples, tips, troubleshooting }) => examples?.length === 2 && tips && troubleshooting)).toBe(true);
    expect(letters.filter((id) => !meddpicc.index.fieldById.has(id))).toEqual([]);
  });

  it.each([
    ['three of seven', 'qualification', 'discovery', filled('pain', 'metrics', 'champion'), {}, 'ask-reason', ['four-of-seven']],
    ['four of seven', 'qualification', 'discovery', filled('pain', 'metrics', 'champion', 'competition'), {}, 'allow', []],
    [
      'paper process is not one of the seven',
      'qualification',
      'discovery',
      filled('pain', 'metrics', 'champion', 'paper-process'),
      {},
      'ask-reason',
      ['four-of-seven'],
    ],
    [
      'answers count like fields',
      'qualification',
      'discovery',
      filled('champion', 'metrics'),
      answered('pain', 'competition'),
      'allow',
      [],
    ],
    ['four without the pain', 'qualification', 'discovery', filled(...seven.filter((id) => id !== 'pain')), {}, 'warn', ['pain-first']],
    [
      'from discovery on, answers count no more',
      'discovery',
      'demo',
      {},
      answered(...seven),
      'ask-reason',
      ['pain-and-metrics', 'six-of-eight', 'buyer-named'],
    ],
    ['five of eight', 'discovery', 'demo', filled(...seven.slice(0, 5)), {}, 'warn', ['six-of-eight']],
    ['six of eight', 'discovery', 'demo', filled(...seven.slice(0, 6)), {}, 'allow', []],
    [
      'a proposal without economic buyer',
      'demo',
      'proposal',
      { ...all, 'economic-buyer': null },
      tested,
      'ask-reason',
      ['economic-buyer-known'],
    ],
    [
      'discovery to proposal without economic buyer',
      'discovery',
      'proposal',
      { ...all, 'economic-buyer': null },
      tested,
      'ask-reason',
      ['buyer-named', 'economic-buyer-known'],
    ],
    [
      'a proposal without paper process',
      'demo',
      'proposal',
      { ...all, 'paper-process': null },
      tested,
      'ask-reason',
      ['paper-process-known'],
    ],
    ['a champion nobody tested', 'demo', 'proposal', all, {}, 'ask-reason', ['champion-tested']],
    [
      'a champion who has done nothing yet',
      'demo',
      'proposal',
      all,
      { answers: { 'meddpicc-champion-test': 'nothing' } },
      'ask-reason',
      ['champion-tested'],
    ],
    ['all eight and a tested champion', 'demo', 'proposal', all, tested, 'allow', []],
    [
      'a weak score: no champion, no competition',
      'proposal',
      'closing',
      { ...all, champion: null, 'paper-process': null, 'close-date': '2026-12-20' },
      tested,
      'warn',
      ['health'],
    ],
    [
      '75 points are enough',
      'proposal',
      'closing',
      { ...all, pain: null, metrics: null, competition: null, 'close-date': '2026-12-20' },
      tested,
      'allow',
      [],
    ],
    [
      'a buyer who has not seen it, and whom nobody met',
      'proposal',
      'closing',
      { ...all, competition: null, pain: null, 'close-date': '2026-12-20' },
      { answers: { 'meddpicc-champion-test': 'shared' } },
      'ask-reason',
      ['health', 'buyer-walked-through'],
    ],
    [
      'above $100,000 nobody agreed to the forecast',
      'proposal',
      'closing',
      { ...all, amount: 100_001, 'close-date': '2026-12-20' },
      tested,
      'ask-reason',
      ['forecast-agreed'],
    ],
    [
      'above it with the manager',
      'proposal',
      'closing',
      { ...all, amount: 100_001, 'close-date': '2026-12-20' },
      { ...tested, approvals: { 'meddpicc-review': 'granted' } },
      'allow',
      [],
    ],
    ['a close date half a year away', 'proposal', 'closing', { ...all, 'close-date': '2027-05-20' }, tested, 'warn', ['close-date-soon']],
    ['a win without a signature', 'closing', 'won', all, {}, 'ask-reason', ['contract-signed']],
    ['a win that is signed', 'closing', 'won', all, tested, 'allow', []],
    ['a loss without its reason, and nothing else', 'demo', 'lost', {}, {}, 'ask-reason', ['loss-reason-chosen']],
    ['a step back', 'closing', 'discovery', {}, {}, 'allow', []],
  ] as const)('%s', (_, from, to, values, work, kind, gaps) => {
    const expected = [kind, gaps];
    expect(bothTold(meddpicc, [opportunity, deal], [from, to], values, work)).toEqual([expected, expected]);
  });
});

describe('BANT, on a lead', () => {
  const fits = { fit: 'Strong' };
  const soon = { 'decision-date': '2027-03-01' };

  it.each([
    ['that nobody has called', 'new', 'working', {}, {}, 'warn', ['called']],
    ['that was called', 'new', 'working', {}, { steps: { 'bant-first-call': 'done' } }, 'allow', []],
    ['with two of four', 'working', 'qualified', { ...fits, ...soon, ...filled('need') }, {}, 'ask-reason', ['three-of-four']],
    ['with three of four', 'working', 'qualified', { ...fits, ...soon, ...filled('need', 'authority') }, {}, 'allow', []],
    [
      'answers count like fields',
      'working',
      'qualified',
      { ...fits, ...soon },
      { answers: { 'bant-ask-need': 'A day per order', 'bant-ask-authority': 'shares' } },
      'allow',
      [],
    ],
    [
      'the timeline too',
      'working',
      'qualified',
      { ...fits, ...filled('need') },
      { answers: { 'bant-ask-budget': 'to-be-found', 'bant-ask-timeline': '2027-03-01' } },
      'allow',
      [],
    ],
    [
      'no say and no money are answers, but no yes',
      'working',
      'qualified',
      { ...fits, ...soon, ...filled('need') },
      { answers: { 'bant-ask-authority': 'none', 'bant-ask-budget': 'none' } },
      'ask-reason',
      ['three-of-four'],
    ],
    ['without a need', 'working', 'qualified', { ...fits, ...soon, ...filled('budget', 'authority') }, {}, 'ask-reason', ['need-known']],
    ['that we cannot serve', 'working', 'qualified', { fit: 'Poor', ...soon, ...filled('need', 'authority') }, {}, 'ask-reason', ['fits']],
    [
      'that decides in seven months',
      'working',
      'qualified',
      { ...fits, 'decision-date': '2027-06-25', ...filled('need', 'authority', 'budget') },
      {},
      'warn',
      ['within-six-months'],
    ],
    ['that is closed without its reason', 'new', 'not-qualified', {}, {}, 'ask-reason', ['reason-chosen']],
    ['that is closed with it', 'working', 'not-qualified', { 'disqualification-reason': 'No Need' }, {}, 'allow', []],
  ] as const)('%s', (_, from, to, values, work, kind, gaps) => {
    const expected = [kind, gaps];
    expect(bothTold(bant, [lead, contact], [from, to], values, work)).toEqual([expected, expected]);
  });
});

describe('BANT, on a deal', () => {
  const four = { ...filled('budget', 'authority', 'need'), fit: 'partial', 'decision-date': '2027-03-01' };

  it.each([
    ['two of four', 'qualification', 'discovery', { ...four, budget: null, need: null }, 'ask-reason', ['deal-three-of-four']],
    ['three of four', 'qualification', 'discovery', { ...four, budget: null }, 'allow', []],
    ['a poor fit', 'qualification', 'discovery', { ...four, fit: 'poor' }, 'warn', ['deal-fit']],
    ['a decision date that has passed', 'discovery', 'demo', { ...four, 'decision-date': '2026-11-01' }, 'warn', ['date-ahead']],
    ['a demo needs no budget yet', 'discovery', 'demo', { ...four, budget: null }, 'allow', []],
    ['a proposal does', 'demo', 'proposal', { ...four, budget: null }, 'ask-reason', ['money-and-power']],
    ['past three stages it is asked once', 'discovery', 'closing', { ...four, authority: null }, 'ask-reason', ['money-and-power']],
    ['a win with all of it', 'closing', 'won', four, 'allow', []],
    ['a loss asks for nothing', 'closing', 'lost', {}, 'allow', []],
  ] as const)('%s', (_, from, to, values, kind, gaps) => {
    const expected = [kind, gaps];
    expect(bothTold(bant, [opportunity, deal], [from, to], values, {})).toEqual([expected, expected]);
  });
});
