/** What the pack of demo booking holds, in both CRMs. */
import { describe } from 'vitest';
import { starterPack } from './starter-moves';
import { done, filled, holds } from './starter-situations';

const { index } = await starterPack('demo-booking');
const demo = {
  toBook: ['Qualification', 'appointmentscheduled'],
  booked: ['Value Proposition', 'presentationscheduled'],
  held: ['Perception Analysis', 'decisionmakerboughtin'],
  won: ['Closed Won', 'closedwon'],
  lost: ['Closed Lost', 'closedlost'],
} as const;
const four = filled('book-pain', 'book-today', 'book-decider', 'book-date');
const invitation = {
  ...filled('demo-attendees', 'demo-agenda', 'demo-time-zone', 'demo-decision-maker'),
  'demo-at': '2026-12-07T13:00:00Z',
};
const brief = done('book-brief');

describe('deals', () =>
  holds(index, { salesforce: ['Opportunity', 'StageName'], hubspot: ['deal', 'dealstage'] }, [
    ['four answers and a complete invitation', demo.toBook, demo.booked, { values: invitation, answers: four, ticks: brief }, ['allow']],
    [
      'three answers',
      demo.toBook,
      demo.booked,
      { values: invitation, answers: { ...four, 'book-date': null }, ticks: brief },
      ['ask-reason', 'Four of the six questions are answered'],
    ],
    [
      'no decision maker',
      demo.toBook,
      demo.booked,
      { values: { ...invitation, 'demo-decision-maker': null }, answers: four, ticks: brief },
      ['block', 'A decision maker is invited, or the account executive agreed to go without'],
    ],
    [
      'no decision maker, and the account executive agreed',
      demo.toBook,
      demo.booked,
      { values: { ...invitation, 'demo-decision-maker': null }, answers: four, ticks: done('book-brief', 'book-without-decider') },
      ['allow'],
    ],
    [
      'no time zone',
      demo.toBook,
      demo.booked,
      { values: { ...invitation, 'demo-time-zone': ' ' }, answers: four, ticks: brief },
      ['ask-reason', 'Attendees, agenda and time zone are in the invitation'],
    ],
    [
      'a demo in 15 days',
      demo.toBook,
      demo.booked,
      { values: { ...invitation, 'demo-at': '2026-12-08T13:00:00Z' }, answers: four, ticks: brief },
      ['warn', 'The demo is in the next 14 days'],
    ],
    [
      'a no-show that counts as held',
      demo.booked,
      demo.held,
      { ticks: done('book-confirm'), answers: { 'book-outcome': 'no-show' } },
      ['ask-reason', 'The demo took place'],
    ],
    ['held', demo.booked, demo.held, { ticks: done('book-confirm'), answers: { 'book-outcome': 'held' } }, ['allow']],
    [
      'held without a confirmation is told, not held back',
      demo.booked,
      demo.held,
      { answers: { 'book-outcome': 'held' } },
      ['allow', 'It was confirmed the day before'],
    ],
    ['won without a next step', demo.held, demo.won, {}, ['warn', 'There is a next step']],
    ['lost asks for nothing', demo.toBook, demo.lost, {}, ['allow']],
  ]));
