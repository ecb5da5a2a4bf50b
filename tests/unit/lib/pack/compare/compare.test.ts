/** What a manager reads about an edit: one edit of the base pack, and the sentences about it. */
import { describe, expect, it } from 'vitest';
import { comparePacks } from '../../../../../lib/pack/compare/compare';
import type { PackFile } from '../../../../../lib/pack/schema';
import { base, edited, sentences } from './versions';

function at<T>(list: readonly T[] | undefined, position: number): T {
  const entry = list?.[position];
  if (entry === undefined) throw new Error(`nothing at ${position}`);
  return entry;
}

const discovery = (pack: PackFile) => at(pack.sops, 0);
const offer = (pack: PackFile) => at(pack.sops, 1);
const budget = (pack: PackFile) => at(discovery(pack).exit, 0);
const beforeTheCall = (pack: PackFile) => at(discovery(pack).phases, 0);
const onTheCall = (pack: PackFile) => at(discovery(pack).phases, 1);
const agenda = (pack: PackFile) => at(beforeTheCall(pack).steps, 0);

type Row = [what: string, edit: (pack: PackFile) => void, sentences: string[]];

function table(rows: Row[]): void {
  it.each(rows)('%s', (_, edit, expected) => {
    expect(sentences(edit)).toEqual(expected);
  });
}

describe('a criterion', () => {
  table([
    [
      'gets stricter',
      (pack) => (budget(pack).severity = 'block'),
      ['Discovery: exit criterion ‘Budget confirmed’ now blocks the move (before: asks for a reason)'],
    ],
    [
      'asks for something else',
      (pack) => (budget(pack).when = { field: 'amount', is: 'filled' }),
      ['Discovery: exit criterion ‘Budget confirmed’ now holds when Amount is filled (before: when Budget confirmed is yes)'],
    ],
    [
      'asks for the same in a sentence that is too long to show it',
      (pack) => (budget(pack).when = { all: [{ field: 'budget', is: 'equal', value: true }] }),
      ['Discovery: exit criterion ‘Budget confirmed’ still holds when Budget confirmed is yes, but is written differently'],
    ],
    ['gets another name', (pack) => (budget(pack).label = 'Money'), ['Discovery: exit criterion ‘Budget confirmed’ is called ‘Money’ now']],
    [
      'lets pass what cannot be seen',
      (pack) => (budget(pack).ifUnknown = 'pass'),
      ['Discovery: exit criterion ‘Budget confirmed’ now lets the move pass when it cannot be seen (before: asks the rep)'],
    ],
    [
      'counts for some moves only',
      (pack) => (budget(pack).to = ['offer', 'won']),
      ['Discovery: exit criterion ‘Budget confirmed’ now counts for moves to ‘Offer’ and ‘Won’ (before: any stage)'],
    ],
    [
      'takes every reason',
      (pack) => delete budget(pack).reasonCodes,
      ['Discovery: exit criterion ‘Budget confirmed’ now takes the reasons of the whole list (before: ‘Budget comes with the new year’)'],
    ],
    [
      'is mended elsewhere',
      (pack) => (budget(pack).fix = { step: 'fill-deal' }),
      ['Discovery: exit criterion ‘Budget confirmed’ is now mended by step ‘Fill in the deal’ (before: field ‘Budget confirmed’)'],
    ],
    [
      'is new',
      (pack) =>
        discovery(pack).exit.push({
          id: 'date',
          label: 'Date set',
          when: { field: 'close-date', is: 'filled' },
          severity: 'warn',
          ifUnknown: 'confirm',
        }),
      ['Discovery: exit criterion ‘Date set’ added: Close date is filled; it warns'],
    ],
    ['goes', (pack) => discovery(pack).exit.shift(), ['Discovery: exit criterion ‘Budget confirmed’ removed']],
    [
      'is asked for on the way in now',
      (pack) => discovery(pack).entry.push(...discovery(pack).exit.splice(0, 1)),
      ['Discovery: entry criterion ‘Budget confirmed’ is an entry criterion now (before: exit criterion)'],
    ],
    ['comes later', (pack) => discovery(pack).exit.reverse(), ['Discovery: exit criterion ‘Pain known’ moved before ‘Budget confirmed’']],
  ]);
});

describe('a step', () => {
  table([
    ['is optional now', (pack) => (agenda(pack).required = false), ['Discovery: step ‘Send the agenda’ is optional now']],
    [
      'is required now',
      (pack) => (at(offer(pack).phases[0]?.steps, 0).required = true),
      ['Offer: step ‘Discount above 15 %’ is required now'],
    ],
    [
      'moves within its phase',
      (pack) => {
        const { steps } = onTheCall(pack);
        steps.unshift(...steps.splice(2, 1));
      },
      ['Discovery: step ‘Fill in the deal’ moved before ‘What hurts most today?’'],
    ],
    [
      'moves to the end',
      (pack) => {
        const { steps } = onTheCall(pack);
        steps.push(...steps.splice(0, 1));
      },
      ['Discovery: step ‘What hurts most today?’ moved to the end'],
    ],
    [
      'moves to another phase',
      (pack) => onTheCall(pack).steps.push(...beforeTheCall(pack).steps.splice(0, 1)),
      ['Discovery: step ‘Send the agenda’ moved to phase ‘On the call’'],
    ],
    [
      'moves to another SOP',
      (pack) => at(offer(pack).phases, 0).steps.push(...beforeTheCall(pack).steps.splice(0, 1)),
      ['Offer: step ‘Send the agenda’ moved to phase ‘Write it’ of ‘Offer’'],
    ],
    [
      'is no part of another any more',
      (pack) => onTheCall(pack).steps.push(at(at(beforeTheCall(pack).steps, 1).steps?.splice(0, 1), 0)),
      ['Discovery: step ‘Read their news’ moved to phase ‘On the call’'],
    ],
    [
      'ticks itself',
      (pack) => (agenda(pack).doneWhen = { field: 'amount', is: 'filled' }),
      ['Discovery: step ‘Send the agenda’ now ticks itself when Amount is filled (before: never)'],
    ],
    [
      'is due at another time',
      (pack) => (agenda(pack).due = { after: 'P1D', event: 'stage-entered' }),
      [
        'Discovery: step ‘Send the agenda’ is now due 1 day after ‘stage entered’ (before: 2 hours after ‘Deal assigned’ by the calendar ‘Office hours, Berlin’)',
      ],
    ],
    [
      'is for other roles',
      (pack) => (agenda(pack).roles = ['sales-manager']),
      ['Discovery: step ‘Send the agenda’ is now for ‘Sales manager’ (before: the roles of its SOP)'],
    ],
    [
      'asks for other fields',
      (pack) => (at(onTheCall(pack).steps, 2).fields = ['amount', 'segment']),
      ['Discovery: step ‘Fill in the deal’ now asks for ‘Amount’ and ‘Segment’ (before: ‘Amount’ and ‘Close date’)'],
    ],
    [
      'becomes a question of another kind',
      (pack) => (at(onTheCall(pack).steps, 0).question = { type: 'number' }),
      [
        'Discovery: step ‘What hurts most today?’ now wants a number (before: text)',
        'Discovery: step ‘What hurts most today?’ now stands for nothing in MEDDPICC or BANT (before: pain)',
      ],
    ],
    [
      'offers other choices',
      (pack) => {
        const options = at(onTheCall(pack).steps, 1).question?.options;
        options?.splice(1, 1, { id: 'nobody', label: 'Nobody' });
        at(options, 0).label = 'We met them';
      },
      [
        'Discovery: step ‘Who decides?’: option ‘We know them’ is called ‘We met them’ now',
        'Discovery: step ‘Who decides?’: option ‘Nobody’ added',
        'Discovery: step ‘Who decides?’: option ‘Not known yet’ removed',
      ],
    ],
    [
      'branches elsewhere',
      (pack) => delete at(at(onTheCall(pack).steps, 3).decision, 0).to,
      ['Discovery: step ‘How do we go on?’: branch ‘With an offer’ now leads to the next step (before: SOP ‘Offer’)'],
    ],
    [
      'is approved by somebody else',
      (pack) => (at(at(offer(pack).phases, 0).steps, 0).approval = { by: 'account-executive' }),
      ['Offer: step ‘Discount above 15 %’ is now approved by ‘Account executive’ (before: ‘Sales manager’)'],
    ],
    [
      'gets a short explanation',
      (pack) => (agenda(pack).detail = 'A day before.'),
      ['Discovery: step ‘Send the agenda’: the detail is now ‘A day before.’'],
    ],
    [
      'gets a long explanation',
      (pack) => (agenda(pack).detail = 'A day before the call. '.repeat(5)),
      ['Discovery: step ‘Send the agenda’: the detail added'],
    ],
    [
      'is new',
      (pack) => onTheCall(pack).steps.push({ id: 'sum-up', title: 'Sum up', required: true }),
      ['Discovery: step ‘Sum up’ added to phase ‘On the call’'],
    ],
    ['goes, its parts with it', (pack) => beforeTheCall(pack).steps.pop(), ['Discovery: step ‘Prepare the call’ removed']],
  ]);
});

describe('an SOP and its phases', () => {
  table([
    ['another title', (pack) => (discovery(pack).title = 'First talk'), ['SOP ‘Discovery’ is called ‘First talk’ now']],
    [
      'other stages',
      (pack) => discovery(pack).stages.push('offer'),
      ['SOP ‘Discovery’ now applies in ‘Discovery’ and ‘Offer’ (before: ‘Discovery’)'],
    ],
    ['for everybody', (pack) => delete discovery(pack).roles, ['SOP ‘Discovery’ is now for everybody (before: ‘Account executive’)']],
    ['for every record', (pack) => delete offer(pack).when, ['SOP ‘Offer’ now applies to every record (before: when Amount is above 0)']],
    [
      'another owner',
      (pack) => (discovery(pack).owner = 'Tom Baker'),
      ['SOP ‘Discovery’: the owner is now ‘Tom Baker’ (before: ‘Priya Raman’)'],
    ],
    [
      'phases in another order',
      (pack) => discovery(pack).phases.reverse(),
      ['Discovery: phase ‘On the call’ moved before ‘Before the call’'],
    ],
    [
      'a phase more, told without each of its steps',
      (pack) => discovery(pack).phases.push({ id: 'after', title: 'After', steps: [{ id: 'sum-up', title: 'Sum up', required: true }] }),
      ['Discovery: phase ‘After’ added, with 1 step'],
    ],
    ['one SOP less, told without its parts', (pack) => pack.sops.pop(), ['SOP ‘Closing as lost’ removed']],
    [
      'SOPs in another order',
      (pack) => pack.sops.reverse(),
      ['SOP ‘Closing as lost’ moved before ‘Offer’', 'SOP ‘Offer’ moved before ‘Discovery’'],
    ],
  ]);
});

describe('the rest of the pack', () => {
  table([
    ['the pack itself', (pack) => (pack.version = '1.3.0'), ['The pack: the version is now ‘1.3.0’ (before: ‘1.2.0’)']],
    [
      'a field that lives elsewhere',
      (pack) => (at(pack.fields, 1).in.salesforce = 'Opportunity.Budget__c'),
      ['Field ‘Budget confirmed’: in Salesforce it is now Opportunity.Budget__c (before: Opportunity.Budget_Confirmed__c)'],
    ],
    [
      'a field that is not in one CRM any more',
      (pack) => delete at(pack.fields, 1).in.hubspot,
      ['Field ‘Budget confirmed’: in HubSpot it is now nothing (before: deal.budget_confirmed)'],
    ],
    ['fields in another order', (pack) => pack.fields.reverse(), []],
    ['a picklist’s value', (pack) => at(pack.fields, 4).values?.pop(), ['Field ‘Segment’: value ‘Mid-market’ removed']],
    [
      'a stage’s kind',
      (pack) => (at(at(pack.pipelines, 0).stages, 1).kind = 'won'),
      ['Pipeline ‘New business’: stage ‘Offer’ now counts as won (before: open)'],
    ],
    [
      'stages in another order',
      (pack) => at(pack.pipelines, 0).stages.push(...at(pack.pipelines, 0).stages.splice(2, 1)),
      ['Pipeline ‘New business’: stage ‘Lost’ moved before ‘Won’'],
    ],
    [
      'what one org has elsewhere',
      (pack) => (at(at(pack.orgs, 0).fields, 0).in = 'deal.amount'),
      ['Org ‘Portal of the EMEA team’: field ‘Amount’: in this org it is now deal.amount (before: deal.amount_in_home_currency)'],
    ],
    ['a role', (pack) => pack.roles.push({ id: 'engineer', title: 'Sales engineer' }), ['Role ‘Sales engineer’ added']],
    [
      'a template',
      (pack) => (at(pack.templates, 0).body = 'Hi,\n\nsee you then.'),
      ['Template ‘Agenda of the first call’: the body changed'],
    ],
    [
      'an event',
      (pack) => (at(pack.events, 0).at = { step: 'send-agenda' }),
      ['Event ‘Deal assigned’ now happens when ‘Send the agenda’ is ticked (before: at the time in ‘Assigned at’)'],
    ],
    [
      'a calendar',
      (pack) => delete at(pack.calendars, 0).hours.friday,
      ['Calendar ‘Office hours, Berlin’: Friday is now free (before: 09:00-15:00)'],
    ],
    [
      'reason codes in another order',
      (pack) => pack.reasonCodes.reverse(),
      ['Reason code ‘My manager agreed’ moved before ‘Budget comes with the new year’'],
    ],
    [
      'a word of the glossary',
      (pack) => (at(pack.glossary, 0).meaning = 'Cost of delay.'),
      ['Term ‘Pain’: the meaning is now ‘Cost of delay.’ (before: ‘What it costs the customer to leave things as they are.’)'],
    ],
  ]);
});

describe('texts in other languages', () => {
  table([
    [
      'are told by their language',
      (pack) => (agenda(pack).title = { en: 'Send the agenda', de: 'Tagesordnung senden' } as never),
      ['Discovery: translation (de) of step ‘Send the agenda’ changed: title'],
    ],
    [
      'a translation more is told too',
      (pack) => {
        pack.languages.push('fr');
        at(pack.fields, 0).label = { en: 'Amount', de: 'Betrag', fr: 'Montant' } as never;
      },
      ['The pack is now also given in ‘de’ and ‘fr’ (before: ‘de’)', 'Translation (fr) of field ‘Amount’ changed: label'],
    ],
    ['a plain text says the same as one in the pack’s own language', (pack) => (pack.title = { en: 'New business' } as never), []],
    [
      'another language for plain texts renames nothing',
      (pack) => (pack.language = 'en-GB'),
      ['The pack: the language is now ‘en-GB’ (before: ‘en’)'],
    ],
  ]);
});

describe('who approves by a code', () => {
  const dana = { id: 'dana', name: 'Dana Lind', key: 'cfRq50QhjB7ku01QV9FwgYPnAk9QkCiKHf4execRofo' };
  const sam = { id: 'sam', name: 'Sam Okafor', key: '3VWeJjHCJuUxiB2rB2O6aIiZjUZ5nzcCGmW4_ZL79yU' };
  const before = edited((pack) => pack.approvers.push(dana));
  const discount = (pack: PackFile) => at(at(offer(pack).phases, 0).steps, 0);
  const told = (was: PackFile, is: PackFile) => comparePacks(was, is).map(({ sentence }) => sentence);
  const after = (edit: (pack: PackFile) => void): PackFile => {
    const copy = structuredClone(before);
    edit(copy);
    return copy;
  };

  it('the first of them, and the last that goes, change what a tick means', () => {
    expect(told(base, before)).toEqual(['Approver ‘Dana Lind’ added: every approval needs a code now, a tick is not enough']);
    expect(told(before, base)).toEqual(['Approver ‘Dana Lind’ removed: approvals need no code any more, a tick is enough']);
  });

  it.each<Row>([
    ['another joins', (pack) => pack.approvers.push(sam), ['Approver ‘Sam Okafor’ added']],
    [
      'gets a new key',
      (pack) => (at(pack.approvers, 0).key = sam.key),
      [
        'Approver ‘Dana Lind’: the key is now ‘3VWeJjHCJuUxiB2rB2O6aIiZjUZ5nzcCGmW4_ZL79yU’ (before: ‘cfRq50QhjB7ku01QV9FwgYPnAk9QkCiKHf4execRofo’)',
      ],
    ],
    ['gets another name', (pack) => (at(pack.approvers, 0).name = 'Dana L.'), ['Approver ‘Dana Lind’ is called ‘Dana L.’ now']],
    [
      'is the only one for a step',
      (pack) => (discount(pack).approval = { by: 'sales-manager', approvers: ['dana'] }),
      ['Offer: step ‘Discount above 15 %’ now takes the codes of ‘Dana Lind’ (before: every approver)'],
    ],
    [
      'is the only one for a step that somebody else answers for',
      (pack) => (discount(pack).approval = { by: 'account-executive', approvers: ['dana'] }),
      [
        'Offer: step ‘Discount above 15 %’ is now approved by ‘Account executive’ (before: ‘Sales manager’)',
        'Offer: step ‘Discount above 15 %’ now takes the codes of ‘Dana Lind’ (before: every approver)',
      ],
    ],
  ])('%s', (_, edit, expected) => {
    expect(told(before, after(edit))).toEqual(expected);
  });
});

describe('what a change tells besides its sentence', () => {
  it('what kind it is, what it is about, and where', () => {
    expect(
      comparePacks(
        base,
        edited((pack) => (budget(pack).severity = 'warn')),
      ),
    ).toMatchObject([{ kind: 'changed', about: 'criterion', id: 'budget-confirmed', sop: 'discovery', place: 'Discovery' }]);
    expect(
      comparePacks(
        base,
        edited((pack) => pack.fields.pop()),
      ),
    ).toMatchObject([{ kind: 'removed', about: 'field', id: 'loss-reason', place: 'Fields' }]);
  });

  it('changes of one place stand together, in the pack’s order', () => {
    const changes = comparePacks(
      base,
      edited((pack) => {
        discovery(pack).exit.shift();
        offer(pack).title = 'Proposal';
        agenda(pack).required = false;
        pack.version = '2.0.0';
      }),
    );
    expect(changes.map(({ place }) => place)).toEqual(['Pack', 'Discovery', 'Discovery', 'Proposal']);
  });
});
