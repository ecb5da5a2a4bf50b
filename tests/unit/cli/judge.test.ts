/** `handrail judge`: the case of the docs with one thing changed, and what the guard says then. */
import { describe, expect, it } from 'vitest';
import { z } from '../../../lib/zod';
import { handrail, teamPack } from './world';

const talk = { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '006000000000001AAA' };
const toOffer = { ...talk, from: 'Qualification', to: 'Proposal/Price Quote' };
const met = {
  move: toOffer,
  readings: { amount: 48000, budget: true, discount: 10 },
  answers: { 'ask-pain': 'Corrections' },
  now: '2026-11-22T09:00:00Z',
};

const shown = z.object({
  verdict: z.string(),
  gaps: z.array(z.object({ criterion: z.string(), result: z.string(), sentence: z.string() })),
});

async function judged(given: object, pack = teamPack): Promise<{ verdict: string; gaps: string[]; notes: string }> {
  const { status, out, err } = await handrail(['judge', 'p', 'c'], { p: pack, c: JSON.stringify(given) });
  expect(status, err).toBe(0);
  const { verdict, gaps } = shown.parse(JSON.parse(out));
  return { verdict, gaps: gaps.map(({ criterion, result }) => `${criterion} ${result}`), notes: err };
}

describe('the verdict', () => {
  it.each<[string, object, string, string[]]>([
    ['everything is met', met, 'allow', []],
    [
      'a reading that is not there cannot be seen',
      { ...met, readings: { amount: 1, discount: 10 } },
      'ask-reason',
      ['budget-confirmed unknown'],
    ],
    ['null is seen to be empty', { ...met, readings: { ...met.readings, budget: null } }, 'ask-reason', ['budget-confirmed unmet']],
    ['so is blank text', { ...met, readings: { ...met.readings, budget: '' } }, 'ask-reason', ['budget-confirmed unmet']],
    ['a question without an answer', { ...met, answers: {} }, 'warn', ['pain-known unmet']],
    ['the discount is too high', { ...met, readings: { ...met.readings, discount: 20 } }, 'block', ['discount-approved unmet']],
    ['but approved', { ...met, readings: { ...met.readings, discount: 20 }, approvals: { 'approve-discount': 'granted' } }, 'allow', []],
    [
      'a ticked approval step is a granted approval',
      { ...met, readings: { ...met.readings, discount: 20 }, steps: { 'approve-discount': 'done' } },
      'allow',
      [],
    ],
    [
      'and a refused one is none',
      { ...met, readings: { ...met.readings, discount: 20 }, approvals: { 'approve-discount': 'refused' } },
      'block',
      ['discount-approved unmet'],
    ],
    [
      'a new record: what the stage asks for on entering',
      { ...met, move: { ...toOffer, from: null }, readings: { amount: 1, discount: 20 } },
      'block',
      ['discount-approved unmet'],
    ],
    [
      'lost: its own entry criteria',
      { ...met, move: { ...toOffer, to: 'Closed Lost' }, readings: { 'loss-reason': null } },
      'ask-reason',
      ['loss-reason-known unmet'],
    ],
    [
      'numbers may be text, as HubSpot sends them',
      {
        ...met,
        move: {
          crm: 'hubspot',
          org: '77',
          object: 'deal',
          id: '1',
          pipeline: 'default',
          from: 'appointmentscheduled',
          to: 'contractsent',
        },
        readings: { amount: '1', budget: 'true', discount: '20' },
      },
      'block',
      ['discount-approved unmet'],
    ],
    [
      'an org has values of its own',
      {
        ...met,
        move: { crm: 'hubspot', org: '4242', object: 'deal', id: '1', from: 'appointmentscheduled', to: '1184201' },
        readings: { amount: '1', budget: 'true', discount: '20' },
      },
      'block',
      ['discount-approved unmet'],
    ],
  ])('%s', async (_, given, verdict, gaps) => {
    expect(await judged(given)).toMatchObject({ verdict, gaps });
  });

  it('a step that the case does not name is worked out from its doneWhen; one that it names is as named', async () => {
    const pack = teamPack.replace('when: { answer: ask-pain, is: filled }', 'when: { step: fill-deal, is: done }');
    const readings = { ...met.readings, 'close-date': '2026-12-01' };
    expect((await judged({ ...met, readings }, pack)).gaps).toEqual([]);
    expect((await judged({ ...met, readings: { ...readings, 'close-date': null } }, pack)).gaps).toEqual(['pain-known unmet']);
    expect((await judged({ ...met, readings, steps: { 'fill-deal': 'open' } }, pack)).gaps).toEqual(['pain-known unmet']);
    expect((await judged({ ...met, steps: { 'fill-deal': 'na' } }, pack)).gaps).toEqual([]);
  });

  it('a step with parts is as the case says', async () => {
    const pack = teamPack.replace('when: { answer: ask-pain, is: filled }', 'when: { step: prepare, is: done }');
    expect((await judged(met, pack)).gaps).toEqual(['pain-known unmet']);
    expect((await judged({ ...met, steps: { 'read-news': 'done' } }, pack)).gaps).toEqual([]);
    expect((await judged({ ...met, steps: { prepare: 'done' } }, pack)).gaps).toEqual([]);
  });

  it('only fields that the case lists as changed are changed by this save', async () => {
    const pack = teamPack.replace('when: { answer: ask-pain, is: filled }', 'when: { field: amount, is: changed }');
    expect((await judged(met, pack)).gaps).toEqual(['pain-known unmet']);
    expect((await judged({ ...met, changed: ['amount'] }, pack)).gaps).toEqual([]);
  });

  it('events count as the case gives them, or from the fields that hold their time', async () => {
    const pack = teamPack.replace(
      'when: { answer: ask-pain, is: filled }',
      'when: { elapsed: PT2H, since: assigned, until: stage-entered }',
    );
    const late = { 'stage-entered': '2026-11-22T08:00:00Z' };
    expect((await judged({ ...met, events: { ...late, assigned: '2026-11-22T07:00:00+00:00' } }, pack)).gaps).toEqual([]);
    expect((await judged({ ...met, events: { ...late, assigned: '2026-11-22T05:00:00Z' } }, pack)).gaps).toEqual(['pain-known unmet']);
    expect(
      (await judged({ ...met, events: late, readings: { ...met.readings, 'assigned-at': '2026-11-22T05:00:00Z' } }, pack)).gaps,
    ).toEqual(['pain-known unmet']);
  });

  it('an SOP for other roles asks for nothing', async () => {
    expect((await judged({ ...met, answers: {}, roles: ['account-executive'] })).gaps).toEqual(['pain-known unmet']);
    expect((await judged({ ...met, answers: {}, roles: ['sales-manager'] })).gaps).toEqual([]);
  });

  it('today is that of the time zone of the case', async () => {
    const pack = teamPack.replace('when: { answer: ask-pain, is: filled }', 'when: { field: close-date, is: equal, value: today }');
    const given = { ...met, readings: { ...met.readings, 'close-date': '2026-11-22' }, now: '2026-11-21T23:30:00Z' };
    expect((await judged({ ...given, timeZone: 'Europe/Berlin' }, pack)).gaps).toEqual([]);
    expect((await judged(given, pack)).gaps).toEqual(['pain-known unmet']);
  });
});

describe('what it prints', () => {
  it('is exactly verdict and gaps with their trace, where no person reads it', async () => {
    const { out } = await handrail(['judge', 'p', 'c'], {
      p: teamPack,
      c: JSON.stringify({ ...met, readings: { ...met.readings, budget: null } }),
    });
    expect(JSON.parse(out)).toEqual({
      verdict: 'ask-reason',
      gaps: [
        {
          sop: 'discovery',
          criterion: 'budget-confirmed',
          severity: 'reason',
          result: 'unmet',
          sentence: 'Budget confirmed is yes (it is empty)',
          trace: [
            {
              leaf: { field: 'budget', is: 'equal', value: true },
              result: 'false',
              sentence: 'Budget confirmed is yes',
              known: { value: null, source: 'wire', at: Date.parse(met.now) },
            },
          ],
        },
      ],
    });
  });

  it('is a few lines in a terminal, and JSON there when asked for', async () => {
    const files = { c: JSON.stringify({ ...met, answers: {} }) };
    expect((await handrail(['judge', 'team-pack.yaml', 'c'], files, { isTerminal: true })).out).toBe(
      'Warned: Discovery → Offer\n  ✗ Pain known (Discovery, warns)\n    “What hurts most today?” is answered (not answered yet)\n',
    );
    expect((await handrail(['judge', 'team-pack.yaml', 'c', '--json'], files, { isTerminal: true })).out).toMatch(/^\{/);
  });

  it('says on stderr what makes the case say less than it seems to', async () => {
    expect((await judged({ ...met, readings: { ...met.readings, amount: 'plenty' } })).notes).toBe(
      'c: readings › amount: "plenty" does not fit a field of the type currency, so it counts as not seen\n',
    );
    expect((await judged({ ...met, move: { ...toOffer, to: 'Negotiation' } })).notes).toContain('"Negotiation" is no stage of the pack');
    expect((await judged({ ...met, move: { ...toOffer, from: 'Somewhere' } })).notes).toContain('"Somewhere" is no stage of the pack');
    expect((await judged({ ...met, move: { ...toOffer, object: 'Quote' } })).notes).toContain('the pack has no pipeline for Quote');
    expect((await judged(met)).notes).toBe('');
  });
});

describe('a case that cannot be used is refused with the place', () => {
  it.each<[string, object, string]>([
    ['a key that is not known', { ...met, reading: {} }, 'c: "reading" is not known here; did you mean "readings"?'],
    ['in the move too', { ...met, move: { ...toOffer, form: 'x' } }, 'c: move: "form" is not known here; did you mean "from"?'],
    ['no move', { now: met.now }, 'c: move: is missing'],
    [
      'no stage before',
      { ...met, move: { ...talk, to: 'Closed Won' } },
      'c: move › from: is missing: it must be the CRM’s own stage value, or null for a new record',
    ],
    ['another CRM', { ...met, move: { ...toOffer, crm: 'sap' } }, 'c: move › crm: must be salesforce or hubspot'],
    [
      'a field that the pack does not have',
      { ...met, readings: { budgt: 1 } },
      'c: readings › budgt: "budgt" is not a field of this pack; did you mean "budget"?',
    ],
    ['a name that every object has', { ...met, readings: { 'to-string': 1 } }, 'c: readings › to-string: "to-string" is not a field'],
    [
      'a reading that is no value',
      { ...met, readings: { budget: {} } },
      'c: readings › budget: must be a text, a number, true, false, null or a list of texts',
    ],
    [
      'a step that the pack does not have',
      { ...met, steps: { 'send-agend': 'done' } },
      'c: steps › send-agend: "send-agend" is not a step of this pack; did you mean "send-agenda"?',
    ],
    ['a state that no step has', { ...met, steps: { 'send-agenda': 'ready' } }, 'c: steps › send-agenda: must be done, na or open'],
    [
      'an answer to what is no question',
      { ...met, answers: { 'send-agenda': 'x' } },
      'c: answers › send-agenda: "send-agenda" is not a question or decision of this pack',
    ],
    [
      'an approval that is none',
      { ...met, approvals: { 'send-agenda': 'granted' } },
      'c: approvals › send-agenda: "send-agenda" is not an approval step',
    ],
    [
      'an event without a time',
      { ...met, events: { assigned: '2026-11-22' } },
      'c: events › assigned: must be a time, such as 2026-11-22T09:00:00Z',
    ],
    [
      'an event that the pack does not have',
      { ...met, events: { asigned: met.now } },
      'c: events › asigned: "asigned" is not an event of this pack; did you mean "assigned"?',
    ],
    ['a changed field without its value', { ...met, changed: ['segment'] }, 'c: changed[0]: "segment" is not one of the readings'],
    ['a role that the pack does not have', { ...met, roles: ['boss'] }, 'c: roles[0]: "boss" is not a role of this pack'],
    ['no time', { ...met, now: undefined }, 'c: now: is missing: it must be a time'],
    ['a time zone that does not exist', { ...met, timeZone: 'Mars/Olympus' }, 'c: timeZone: must be a time zone, such as Europe/Berlin'],
    ['a list', [], 'c: must be a group of keys: move, readings'],
  ])('%s', async (_, given, reason) => {
    const { status, out, err } = await handrail(['judge', 'team-pack.yaml', 'c'], { c: JSON.stringify(given) });
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(reason);
  });

  it('a key that leads into an object’s inner workings', async () => {
    const { status, err } = await handrail(['judge', 'team-pack.yaml', 'c'], { c: JSON.stringify(met).replace('"amount"', '"__proto__"') });
    expect([status, err]).toEqual([2, 'c: readings: "__proto__" cannot be used as a key\n']);
  });

  it('text that is neither JSON nor YAML', async () => {
    expect((await handrail(['judge', 'team-pack.yaml', 'c'], { c: '{ "move": ' })).err).toContain('c: is not valid JSON in line 1');
    expect((await handrail(['judge', 'team-pack.yaml', 'c'], { c: '' })).err).toBe('c: the file is empty\n');
  });

  it('YAML is as good as JSON', async () => {
    const yaml = `move: { crm: salesforce, org: acme.lightning.force.com, object: Opportunity, id: '1', from: null, to: Qualification }\nnow: 2026-11-22T09:00:00Z\n`;
    expect((await handrail(['judge', 'team-pack.yaml', 'c'], { c: yaml })).out).toContain('"verdict": "allow"');
  });
});
