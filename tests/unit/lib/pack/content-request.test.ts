/** What the pack of content requests holds, in both CRMs: at deals, and at the requests themselves. */
import { describe } from 'vitest';
import { starterPack } from './starter-moves';
import { done, filled, holds } from './starter-situations';

const { index } = await starterPack('content-request');
const assets = {
  learn: ['Qualification', 'qualifiedtobuy'],
  compare: ['Value Proposition', 'presentationscheduled'],
  decide: ['Proposal/Price Quote', 'contractsent'],
} as const;

describe('deals', () =>
  holds(index, { salesforce: ['Opportunity', 'StageName'], hubspot: ['deal', 'dealstage'] }, [
    ['nothing shared is only a tip', assets.learn, assets.compare, {}, ['allow', 'They have something to read']],
    [
      'no case study',
      assets.compare,
      assets.decide,
      { values: { industry: 'software', segment: 'mid' } },
      ['warn', 'They have seen a case study'],
    ],
    [
      'a case study by the field',
      assets.compare,
      assets.decide,
      { values: { industry: 'software', segment: 'mid', 'materials-shared': ['case-study'] } },
      ['allow'],
    ],
    [
      'a bank without the security paper',
      assets.compare,
      assets.decide,
      { values: { industry: 'finance' }, ticks: done('asset-case') },
      ['warn', 'They have the security paper'],
    ],
    [
      'the same for an enterprise',
      assets.compare,
      assets.decide,
      { values: { industry: 'software', segment: 'enterprise' }, ticks: done('asset-case') },
      ['warn', 'They have the security paper'],
    ],
    [
      'a bank with it',
      assets.compare,
      assets.decide,
      { values: { industry: 'finance' }, ticks: done('asset-case', 'asset-security') },
      ['allow'],
    ],
  ]));

const request = {
  asked: ['New', 'New'],
  work: ['Working', 'In work'],
  review: ['On Hold', 'In review'],
  delivered: ['Closed', 'Closed'],
  declined: ['Declined', 'Declined'],
} as const;
const wanted = { ...filled('request-for', 'request-question'), 'request-format': 'one-pager', 'request-needed-by': '2026-12-11' };

describe('requests', () =>
  holds(index, { salesforce: ['Case', 'Status'], hubspot: ['ticket', 'hs_pipeline_stage'] }, [
    [
      'a request without its date',
      request.asked,
      request.work,
      { values: { ...wanted, 'request-needed-by': null } },
      ['ask-reason', 'Reader, question, format and date are given'],
    ],
    ['a complete request', request.asked, request.work, { values: wanted }, ['allow']],
    [
      'asked last Wednesday, answered today',
      request.asked,
      request.work,
      { values: { ...wanted, 'requested-at': '2026-11-18T10:00:00Z' }, ticks: done('asset-answered') },
      ['allow', 'Answered within two working days'],
    ],
    [
      'asked last Thursday, answered today, the weekend not counted',
      request.asked,
      request.work,
      { values: { ...wanted, 'requested-at': '2026-11-19T10:00:00Z' }, ticks: done('asset-answered') },
      ['allow'],
    ],
    ['a draft that nobody asked about', request.work, request.review, {}, ['warn', 'The rep who asked has read the draft']],
    [
      'delivered without approval and link',
      request.review,
      request.delivered,
      {},
      ['block', 'Claims and names are approved', 'The link to the piece is on the request'],
    ],
    ['delivered', request.review, request.delivered, { values: filled('asset-link'), ticks: done('asset-claims') }, ['allow']],
    ['declined in silence', request.asked, request.declined, {}, ['ask-reason', 'The rep has an answer']],
  ]));
