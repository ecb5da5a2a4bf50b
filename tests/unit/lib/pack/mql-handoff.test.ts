/** What the pack of the MQL handoff holds, in both CRMs. */
import { describe, expect, it } from 'vitest';
import { indexPack } from '../../../../lib/pack/load';
import { textsOf } from '../../../../lib/pack/localise';
import { lead, starterPack, verdictOn } from './starter-moves';
import { at, done, filled, holds } from './starter-situations';

const { pack, index } = await starterPack('mql-handoff');
const mql = {
  marketing: ['Nurturing', 'NURTURING'],
  handoff: ['MQL - New Handoff', 'NEW'],
  accepted: ['SQL - Accepted', 'SQL - Accepted'],
  qualified: ['Closed - Converted', 'OPEN_DEAL'],
  returned: ['Rejected: Return to Marketing', 'UNQUALIFIED'],
} as const;
const fit = { employees: 51, seniority: 'vp' };
const accept = { 'mql-decision': 'accept' };
const inTime = { 'assigned-at': at('09:50') };
const late = 'Opened within five minutes';
const bar = 'More than 50 employees and VP or above, or an exception';
const yes = 'The decision is to accept';

describe('leads', () =>
  holds(index, { salesforce: ['Lead', 'Status'], hubspot: ['contact', 'hs_lead_status'] }, [
    [
      '74 points and no owner',
      null,
      mql.handoff,
      { values: { 'lead-score': 74 } },
      ['ask-reason', 'The score is 75 or more', 'The lead has an owner'],
    ],
    ['75 points and an owner', null, mql.handoff, { values: { 'lead-score': 75, owner: '005' } }, ['allow']],
    [
      'handed over without the facts that sales checks',
      mql.marketing,
      mql.handoff,
      { values: { 'lead-score': 90, owner: '005', company: 'Acme' } },
      ['warn', 'Company, role and size are on the lead'],
    ],
    [
      'accepted in time, with a fit',
      mql.handoff,
      mql.accepted,
      { values: { ...fit, ...inTime }, ticks: { 'mql-open': 6 }, answers: accept },
      ['allow'],
    ],
    [
      'opened after six minutes',
      mql.handoff,
      mql.accepted,
      { values: { ...fit, ...inTime }, ticks: { 'mql-open': 4 }, answers: accept },
      ['warn', late],
    ],
    ['never opened', mql.handoff, mql.accepted, { values: { ...fit, ...inTime }, answers: accept }, ['warn', late]],
    [
      'assigned in the night, opened at 08:04',
      mql.handoff,
      mql.accepted,
      { values: { ...fit, 'assigned-at': at('02:00') }, ticks: { 'mql-open': 116 }, answers: accept },
      ['allow'],
    ],
    [
      'assigned in the night, opened at 08:06: the desk opens at 08:00',
      mql.handoff,
      mql.accepted,
      { values: { ...fit, 'assigned-at': at('02:00') }, ticks: { 'mql-open': 114 }, answers: accept },
      ['warn', late],
    ],
    ['an owner, in HubSpot’s own word', mql.handoff, mql.accepted, { values: { ...fit, seniority: 'owner' }, answers: accept }, ['allow']],
    ['50 people are not above 50', mql.handoff, mql.accepted, { values: { ...fit, employees: 50 }, answers: accept }, ['ask-reason', bar]],
    ['a manager is no VP', mql.handoff, mql.accepted, { values: { ...fit, seniority: 'manager' }, answers: accept }, ['ask-reason', bar]],
    [
      'a title says VP where the level is empty',
      mql.handoff,
      mql.accepted,
      { values: { employees: 200, 'job-title': 'VP of Sales' }, answers: accept },
      ['allow'],
    ],
    ['a small company with an exception', mql.handoff, mql.accepted, { values: { employees: 5 }, ticks: done('mql-exception') }, ['allow']],
    ['nobody has decided', mql.handoff, mql.accepted, { values: fit }, ['warn', yes]],
    ['returned without a code', mql.handoff, mql.returned, {}, ['block', 'A disqualification code is chosen', 'One line says why']],
    [
      'returned with one',
      mql.handoff,
      mql.returned,
      { values: { 'disqualification-code': 'd-too-small', ...filled('disqualification-detail') } },
      ['allow'],
    ],
    [
      'an SQL with one answer, and a date that is too far away',
      mql.accepted,
      mql.qualified,
      { ticks: done('mql-call'), answers: { 'mql-need': 'known', 'mql-timeline': 'later' } },
      ['ask-reason', 'Two of need, authority and timeline are known'],
    ],
    [
      'an SQL',
      mql.accepted,
      mql.qualified,
      { ticks: done('mql-call'), answers: { 'mql-need': 'known', 'mql-timeline': 'quarter' } },
      ['allow'],
    ],
  ]));

describe('in German', () => {
  it('every text is there', () => {
    const texts = textsOf(pack).filter(({ text }) => text !== undefined);
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.filter(({ text }) => Object.keys(text as object).join() !== 'en,de')).toEqual([]);
  });

  it('a move is held in German words', () => {
    const verdict = verdictOn(indexPack(pack, ['de-AT']), [lead, 'MQL - New Handoff', 'Rejected: Return to Marketing'], {});
    expect(verdict.gaps.map(({ label }) => label)).toEqual(['Ein Ablehnungscode ist gewählt', 'Eine Zeile sagt, warum']);
    expect(verdict.to).toBe('Zurück ans Marketing');
  });
});
