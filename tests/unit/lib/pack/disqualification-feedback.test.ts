/** What the pack of disqualification feedback holds, in both CRMs: at leads, and at deals. */
import { describe } from 'vitest';
import type { Value } from '../../../../lib/crm/adapter';
import { starterPack } from './starter-moves';
import { done, filled, holds } from './starter-situations';

const { index } = await starterPack('disqualification-feedback');
const dqLead = {
  working: ['Working - Contacted', 'attempting-stage-id'],
  out: ['Closed - Not Converted', 'unqualified-stage-id'],
} as const;
const dqDeal = {
  late: ['Negotiation/Review', 'contractsent'],
  early: ['Prospecting', 'appointmentscheduled'],
  lost: ['Closed Lost', 'closedlost'],
} as const;
const coded = 'A disqualification code is chosen';
const wake = 'For timing and budget: a day to ask again, within a year';
const because = (code: string): Record<string, Value> => ({
  'disqualification-code': code,
  ...filled('disqualification-detail', 'would-have-to-change'),
});

describe('leads', () =>
  holds(index, { salesforce: ['Lead', 'Status'], hubspot: ['lead', 'hs_pipeline_stage'] }, [
    ['a lead without a code', dqLead.working, dqLead.out, { values: filled('disqualification-detail') }, ['block', coded]],
    [
      'a lead without a line',
      dqLead.working,
      dqLead.out,
      { values: { 'disqualification-code': 'd-no-need' } },
      ['warn', 'One line says what happened'],
    ],
    ['a lead with both', dqLead.working, dqLead.out, { values: because('d-no-need') }, ['allow']],
    ['not now, without a day', dqLead.working, dqLead.out, { values: because('d-timing') }, ['ask-reason', wake]],
    [
      'not now, and a day in three months',
      dqLead.working,
      dqLead.out,
      { values: { ...because('d-timing'), 'nurture-until': '2027-02-23' } },
      ['allow'],
    ],
    [
      'not now, and a day in two years',
      dqLead.working,
      dqLead.out,
      { values: { ...because('d-no-budget'), 'nurture-until': '2028-11-23' } },
      ['ask-reason', wake],
    ],
    ['on the way there nothing is asked', ['New', 'new-stage-id'], dqLead.working, {}, ['allow']],
  ]));

describe('deals', () =>
  holds(index, { salesforce: ['Opportunity', 'StageName'], hubspot: ['deal', 'dealstage'] }, [
    [
      'a deal without a code',
      dqDeal.early,
      dqDeal.lost,
      { values: filled('disqualification-detail', 'would-have-to-change') },
      ['block', coded],
    ],
    [
      'what would have to change is only a tip',
      dqDeal.early,
      dqDeal.lost,
      { values: { ...because('d-no-need'), 'would-have-to-change': null } },
      ['allow', 'It says what would have to change'],
    ],
    [
      'a competitor without a name',
      dqDeal.late,
      dqDeal.lost,
      { values: because('d-competitor') },
      ['ask-reason', 'Lost to a competitor: the competitor is named'],
    ],
    ['a competitor with a name', dqDeal.late, dqDeal.lost, { values: { ...because('d-competitor'), competitor: 'Other Inc.' } }, ['allow']],
    [
      'above $50,000',
      dqDeal.late,
      dqDeal.lost,
      { values: { ...because('d-no-decision'), amount: 50_001 } },
      ['ask-reason', 'Above $50,000: the manager has looked at it'],
    ],
    [
      'above $50,000, and the manager looked',
      dqDeal.late,
      dqDeal.lost,
      { values: { ...because('d-no-decision'), amount: 50_001 }, ticks: done('dq-deal-manager') },
      ['allow'],
    ],
    ['exactly $50,000', dqDeal.late, dqDeal.lost, { values: { ...because('d-no-decision'), amount: 50_000 } }, ['allow']],
  ]));
