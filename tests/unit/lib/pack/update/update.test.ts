/** What an edit of a pack means for a record that is in Discovery: one edit of the base pack for each row. */
import { describe, expect, it } from 'vitest';
import { indexPack } from '../../../../../lib/pack/load';
import type { PackFile } from '../../../../../lib/pack/schema';
import { compareForStage, kindOf, type UpdateKind } from '../../../../../lib/pack/update/compare-for-stage';
import { meansTheSame } from '../../../../../lib/pack/update/meaning';
import { staleBy } from '../../../../../lib/pack/update/stale';
import type { Home } from '../../../../../lib/pack/update/stricter';
import { changesFor } from '../../../../../lib/pack/update/tell';
import { base, edited } from '../compare/versions';

type Edit = (pack: PackFile) => unknown;
type PackStep = PackFile['sops'][number]['phases'][number]['steps'][number];

const before = indexPack(base, [base.language]);
const salesforce: Home = { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity' };
const emea: Home = { crm: 'hubspot', org: '4242', object: 'deal' };

function after(edit: Edit) {
  const pack = edited(edit);
  return indexPack(pack, [pack.language]);
}
const compare = (edit: Edit, home = salesforce, stage = 'new-business/discovery') => compareForStage(before, after(edit), stage, home);
const kind = (edit: Edit, marked: string[] = [], home = salesforce) => kindOf(compare(edit, home), new Set(marked));

const sop = (pack: PackFile, id = 'discovery') => pack.sops.find((one) => one.id === id)!;
const steps = (pack: PackFile) => pack.sops.flatMap(({ phases }) => phases).flatMap((phase) => phase.steps);
const step = (pack: PackFile, id: string) => steps(pack).find((one) => one.id === id)!;
const call = (pack: PackFile) => sop(pack).phases[1]!.steps;
const exit = (pack: PackFile, id = 'budget-confirmed') => sop(pack).exit.find((one) => one.id === id)!;
const offered = (pack: PackFile) => sop(pack, 'offer').entry[0]!;
const field = (pack: PackFile, id: string) => pack.fields.find((one) => one.id === id)!;
const stage = (pack: PackFile, id: string) => pack.pipelines[0]!.stages.find((one) => one.id === id)!;
const more = (change: Partial<PackStep> = {}): PackStep => ({ id: 'legal', title: 'Ask legal', required: true, ...change });
const remove = <T extends { id: string }>(list: T[], id: string) =>
  list.splice(
    list.findIndex((one) => one.id === id),
    1,
  );

describe('a tick on a step still says the same', () => {
  it.each<[what: string, id: string, edit: (step: PackStep) => unknown, same: boolean]>([
    ['when nothing changes', 'send-agenda', () => 0, true],
    ['when its details change', 'prepare', (one) => (one.detail = 'Five minutes.'), true],
    ['when its tips and examples change', 'ask-pain', (one) => ((one.tips = []), (one.examples = ['Another.'])), true],
    ['when its links change', 'price-list', (one) => (one.links = []), true],
    ['when the page to share is elsewhere', 'price-list', (one) => (one.asset = { label: 'Prices', url: 'https://example.org/' }), true],
    ['when it is due at another time', 'send-agenda', (one) => delete one.due, true],
    ['when others do it', 'send-offer', (one) => (one.roles = ['sales-manager']), true],
    ['when it is required now', 'next-call', (one) => (one.required = true), true],
    ['when it is translated', 'next-call', (one) => (one.title = { en: 'Agree on the next call', de: 'Termin finden' } as never), true],
    ['when its fields are in another order', 'fill-deal', (one) => one.fields!.reverse(), true],
    ['when there is one more option', 'ask-who', (one) => one.question!.options!.push({ id: 'nobody', label: 'Nobody' }), true],
    ['when its options are in another order', 'ask-who', (one) => one.question!.options!.reverse(), true],
    ['when a branch leads elsewhere', 'which-way', (one) => delete one.decision![0]!.to, true],
    ['but not when it has another title', 'send-agenda', (one) => (one.title = 'Send the deck'), false],
    ['but not when it ticks itself by something else', 'next-call', (one) => (one.doneWhen = { field: 'amount', is: 'filled' }), false],
    ['but not when it is a question now', 'next-call', (one) => (one.question = { type: 'text' }), false],
    ['but not when it has parts now', 'next-call', (one) => (one.steps = [{ id: 'part', title: 'Part', required: true }]), false],
    ['but not when it asks for another kind of answer', 'ask-pain', (one) => (one.question!.type = 'number'), false],
    ['but not when the answer stands for something else', 'ask-pain', (one) => (one.question!.element = 'need'), false],
    ['but not when an option is gone', 'ask-who', (one) => one.question!.options!.pop(), false],
    ['but not when an option is called otherwise', 'ask-who', (one) => (one.question!.options![0]!.label = 'All of them'), false],
    ['but not when a branch is called otherwise', 'which-way', (one) => (one.decision![0]!.label = 'Later'), false],
    ['but not when it asks for more fields', 'fill-deal', (one) => one.fields!.push('budget'), false],
    ['but not when it is another template', 'send-agenda', (one) => (one.template = 'other'), false],
    ['but not when somebody else approves', 'approve-discount', (one) => (one.approval!.by = 'account-executive'), false],
  ])('%s', (_, id, edit, same) => {
    expect(
      meansTheSame(
        before,
        after((pack) => edit(step(pack, id))),
        id,
      ),
    ).toBe(same);
  });

  const stale = (edit: Edit, marked: string[], confirmed: string[] = []) =>
    staleBy(before, after(edit), { marked: new Set(marked), confirmed: new Set(confirmed) }, salesforce);

  it('but not when an approval needs a code now', () => {
    const codes: Edit = (pack) => pack.approvers.push({ id: 'dana', name: 'Dana', key: 'A'.repeat(43) });
    expect(stale(codes, ['approve-discount', 'send-agenda']).steps).toEqual(['approve-discount']);
  });

  it('where only one version has it: there is nothing to compare', () => {
    expect(stale((pack) => call(pack).push(more()), ['legal', 'nobody-knows']).steps).toEqual([]);
    expect(stale((pack) => remove(call(pack), 'fill-deal'), ['fill-deal']).steps).toEqual([]);
  });

  it('and so does a confirmation, while its criterion asks the same', () => {
    const both = ['discovery budget-confirmed', 'discovery pain-known'];
    expect(stale((pack) => (exit(pack).severity = 'block'), [], both).criteria).toEqual([]);
    const other: Edit = (pack) => (exit(pack).when = { field: 'amount', is: 'filled' });
    expect(stale(other, [], both).criteria).toEqual([{ sop: 'discovery', criterion: 'budget-confirmed' }]);
    expect(stale(other, [], both.slice(1)).criteria).toEqual([]);
  });
});

describe('for a record in Discovery an update', () => {
  const table = (expected: UpdateKind, rows: [what: string, edit: Edit, marked?: string[]][]) => {
    it.each(rows)(`is ${expected} when %s`, (_, edit, marked) => {
      expect(kind(edit, marked)).toBe(expected);
    });
  };

  table('safe', [
    ['nothing changes', () => 0],
    ['words change', (pack) => ((sop(pack).purpose = 'Listen.'), (exit(pack).label = 'Money'), (exit(pack).why = 'So.'))],
    ['steps are in another order', (pack) => call(pack).reverse()],
    ['a template changes', (pack) => (pack.templates[0]!.body = 'Hi')],
    ['an optional step is added', (pack) => call(pack).push(more({ required: false }))],
    ['an optional part is added beside a required one', (pack) => step(pack, 'prepare').steps!.push({ ...more({ required: false }) })],
    ['a step is optional now', (pack) => (step(pack, 'send-agenda').required = false)],
    ['an optional step that nobody has ticked means something else', (pack) => (step(pack, 'next-call').title = 'Say goodbye')],
    ['a step that nobody has ticked is gone', (pack) => remove(call(pack), 'fill-deal')],
    ['a criterion is gone', (pack) => remove(sop(pack).exit, 'budget-confirmed')],
    ['a criterion only tells now', (pack) => (exit(pack).severity = 'tip')],
    ['a tip is added', (pack) => sop(pack).exit.push({ ...exit(pack), id: 'new', severity: 'tip' })],
    ['a tip asks for something else', (pack) => ((exit(pack).severity = 'tip'), (exit(pack).when = { field: 'amount', is: 'filled' }))],
    ['what cannot be seen passes now', (pack) => (exit(pack).ifUnknown = 'pass')],
    ['fewer reasons count', (pack) => delete exit(pack).reasonCodes],
    ['the SOP is for fewer records', (pack) => (sop(pack).when = { field: 'amount', is: 'above', value: 5 })],
    ['the CRM has one more value for the stage', (pack) => stage(pack, 'discovery').in.salesforce!.push('Discovery call')],
    ['holidays are added', (pack) => pack.calendars[0]!.holidays.push('2028-01-01')],
    ['something changes about a later stage only', (pack) => sop(pack, 'offer').exit.push({ ...exit(pack), id: 'new', severity: 'block' })],
    ['another SOP that a branch leads to asks for more', (pack) => sop(pack, 'offer').phases[0]!.steps.push(more())],
  ]);

  table('asks-again', [
    ['a required step is added', (pack) => call(pack).push(more())],
    ['a required part is added', (pack) => step(pack, 'prepare').steps!.push(more())],
    ['a step is required now', (pack) => (step(pack, 'next-call').required = true)],
    ['a required step means something else', (pack) => (step(pack, 'send-agenda').title = 'Send the deck')],
    ['an optional step that is ticked means something else', (pack) => (step(pack, 'next-call').title = 'Say goodbye'), ['next-call']],
    ['the SOP is for more people', (pack) => ((sop(pack).exit = []), delete sop(pack).roles)],
  ]);

  table('needs-decision', [
    ['a criterion is added', (pack) => sop(pack).exit.push({ ...exit(pack), id: 'new' })],
    ['a criterion blocks now', (pack) => (exit(pack).severity = 'block')],
    ['a criterion asks for something else', (pack) => (exit(pack).when = { field: 'amount', is: 'filled' })],
    ['a criterion counts for moves that it did not count for', (pack) => (exit(pack).to = ['lost'])],
    ['what cannot be seen counts as not met', (pack) => (exit(pack).ifUnknown = 'unmet')],
    ['entering the next stage asks for something else', (pack) => (offered(pack).when = { field: 'amount', is: 'filled' })],
    ['losing asks for more', (pack) => (sop(pack, 'losing').entry[0]!.severity = 'block')],
    ['a field of a criterion is another one in the CRM', (pack) => (field(pack, 'budget').in.salesforce = 'Opportunity.Money__c')],
    ['approvals need a code now', (pack) => pack.approvers.push({ id: 'dana', name: 'Dana', key: 'A'.repeat(43) })],
    ['the SOP and its criteria are for more people', (pack) => delete sop(pack).roles],
    ['a step that is ticked is gone', (pack) => remove(call(pack), 'fill-deal'), ['fill-deal']],
    ['the stage is gone', (pack) => remove(pack.pipelines[0]!.stages, 'discovery')],
    ['the pipeline is gone', (pack) => (pack.pipelines[0]!.id = 'other')],
    ['the stage counts as won now', (pack) => (stage(pack, 'discovery').kind = 'won')],
    ['the CRM’s stage means another one now', (pack) => (stage(pack, 'discovery').in.salesforce = ['Needs Analysis'])],
    ['the pack is for other record types', (pack) => (pack.pipelines[0]!.in.salesforce!.recordTypes = ['Renewal'])],
  ]);

  it('is looked at in the record’s own org', () => {
    const moved: Edit = (pack) => (pack.orgs[0]!.stages[0] = { pipeline: 'new-business', stage: 'discovery', in: ['1184201'] });
    expect(kind(moved)).toBe('safe');
    expect(kind(moved, [], emea)).toBe('needs-decision');
  });

  it('is safe both ways where it is', () => {
    const words = after((pack) => (sop(pack).purpose = 'Listen.'));
    expect(kindOf(compareForStage(words, before, 'new-business/discovery', salesforce), new Set())).toBe('safe');
  });
});

describe('what the rep is told of an update', () => {
  const told = (edit: Edit) => {
    const pack = after((one) => {
      sop(one, 'losing').purpose = 'Learn more.';
      exit(one, 'pain-known').why = 'So.';
      field(one, 'amount').label = 'Worth';
      edit(one);
    });
    return changesFor(
      before.pack,
      pack.pack,
      'new-business/discovery',
      compareForStage(before, pack, 'new-business/discovery', salesforce),
    ).map(({ sentence }) => sentence);
  };

  it.each<[what: string, edit: Edit, sentences: string[]]>([
    [
      'a stricter criterion',
      (pack) => (exit(pack).severity = 'block'),
      ['Discovery: exit criterion ‘Budget confirmed’ now blocks the move (before: asks for a reason)'],
    ],
    ['a step that was added', (pack) => call(pack).push(more()), ['Discovery: step ‘Ask legal’ added to phase ‘On the call’']],
    [
      'a step that came with its phase',
      (pack) => sop(pack).phases.push({ id: 'legal', title: 'Legal', steps: [more()] }),
      ['Discovery: phase ‘Legal’ added, with 1 step'],
    ],
    [
      'a step that came with its SOP',
      (pack) =>
        pack.sops.push({ ...structuredClone(sop(pack)), id: 'legal', title: 'Legal', phases: [{ id: 'a', title: 'A', steps: [more()] }] }),
      ['SOP ‘Legal’ added'],
    ],
    [
      'a step with another name',
      (pack) => (step(pack, 'ask-who').title = 'Who signs?'),
      ['Discovery: step ‘Who decides?’ is called ‘Who signs?’ now'],
    ],
    [
      'a field that a criterion looks at',
      (pack) => (field(pack, 'budget').in.salesforce = 'Opportunity.Money__c'),
      ['Field ‘Budget confirmed’: in Salesforce it is now Opportunity.Money__c (before: Opportunity.Budget_Confirmed__c)'],
    ],
    [
      'a stage that means something else',
      (pack) => (stage(pack, 'discovery').in.salesforce = ['Needs Analysis']),
      ['Pipeline ‘New business’: stage ‘Discovery’: in Salesforce it is now Needs Analysis (before: Qualification)'],
    ],
    [
      'an SOP that is for more people',
      (pack) => ((sop(pack).exit = []), (sop(pack).roles = ['account-executive', 'sales-manager'])),
      ['SOP ‘Discovery’ is now for ‘Account executive’ and ‘Sales manager’ (before: ‘Account executive’)'],
    ],
  ])('is %s, and nothing beside it', (_, edit, sentences) => {
    expect(told(edit)).toEqual(sentences);
  });
});
