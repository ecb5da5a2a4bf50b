/** What the pack of the inbound cadence holds, in both CRMs. */
import { describe } from 'vitest';
import { starterPack } from './starter-moves';
import { at, done, holds } from './starter-situations';

const { index } = await starterPack('inbound-cadence');
const cadence = {
  ready: ['Open - Not Contacted', 'NEW'],
  working: ['Working - Outbound', 'ATTEMPTED_TO_CONTACT'],
  connected: ['Connected', 'CONNECTED'],
  qualified: ['Closed - Converted', 'OPEN_DEAL'],
  complete: ['Outreach Complete', 'Outreach Complete'],
  no: ['Closed - Not Converted', 'UNQUALIFIED'],
} as const;
const later = { 'nurture-until': '2027-02-23' };

describe('leads', () =>
  holds(index, { salesforce: ['Lead', 'Status'], hubspot: ['contact', 'hs_lead_status'] }, [
    ['no call', cadence.ready, cadence.working, {}, ['warn', 'First call made', 'The outcome of the call is logged']],
    ['a call', cadence.ready, cadence.working, { ticks: done('cad-call-1'), answers: { 'cad-log-1': 'voicemail' } }, ['allow']],
    [
      'a call after ten minutes is told, not held',
      cadence.ready,
      cadence.working,
      { values: { 'assigned-at': at('09:49') }, ticks: done('cad-call-1'), answers: { 'cad-log-1': 'voicemail' } },
      ['allow', 'First call within five minutes'],
    ],
    [
      'e-mails to somebody who opted out',
      cadence.ready,
      cadence.working,
      { values: { 'email-opt-out': true }, ticks: done('cad-call-1'), answers: { 'cad-log-1': 'no-answer' } },
      ['warn', 'The lead may be written to'],
    ],
    ['connected without an answer', cadence.working, cadence.connected, {}, ['warn', 'The lead answered']],
    ['connected', cadence.working, cadence.connected, { answers: { 'cad-outcome': 'connected' } }, ['allow']],
    [
      'given up after three touches',
      cadence.working,
      cadence.complete,
      { values: later, ticks: done('cad-call-1', 'cad-email-1', 'cad-social', 'cad-email-3') },
      ['ask-reason', 'At least four of the five touches are done'],
    ],
    [
      'given up after four',
      cadence.working,
      cadence.complete,
      { values: later, ticks: done('cad-call-1', 'cad-email-1', 'cad-social', 'cad-email-2', 'cad-email-3') },
      ['allow'],
    ],
    [
      'given up without a day to look again',
      cadence.working,
      cadence.complete,
      { values: { 'nurture-until': '2026-11-23' }, ticks: done('cad-call-1', 'cad-email-1', 'cad-social', 'cad-email-2', 'cad-email-3') },
      ['warn', 'A day to look again is set'],
    ],
    ['a no without its reason', cadence.ready, cadence.no, {}, ['ask-reason', 'The reason is noted']],
    [
      'qualified on a meeting in three weeks',
      cadence.connected,
      cadence.qualified,
      { values: { 'next-meeting': '2026-12-14T09:00:00Z' }, answers: { 'cad-pain': 'known' } },
      ['warn', 'A meeting in the next two weeks is booked'],
    ],
    [
      'qualified',
      cadence.connected,
      cadence.qualified,
      { values: { 'next-meeting': '2026-12-01T09:00:00Z' }, answers: { 'cad-pain': 'known' } },
      ['allow'],
    ],
  ]));
