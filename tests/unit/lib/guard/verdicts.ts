/** Verdicts for tests of the card and of what is drawn from it: one gap, a budget that was read and is not confirmed. */
import type { WireMove } from '../../../../lib/crm/adapter';
import { cardOf, type Card, type Occasion } from '../../../../lib/guard/card';
import type { Gap, Verdict } from '../../../../lib/guard/judge';

/** 09:05 local time. */
export const SEEN_AT = new Date(2026, 10, 22, 9, 5).getTime();
export const CODES = [
  { id: 'manager', label: 'My manager agreed' },
  { id: 'other', label: 'Something else' },
];

export function gap(change: Partial<Gap> = {}): Gap {
  return {
    sop: 'discovery',
    sopTitle: 'Discovery call',
    criterion: 'budget',
    label: 'Budget is confirmed',
    severity: 'reason',
    result: 'unmet',
    sentence: 'budget confirmed is yes (it is no)',
    why: 'A demo without a budget trains people on a product they cannot buy.',
    reasonCodes: CODES,
    fix: { field: 'budget-confirmed', crmField: 'Budget_Confirmed__c', label: 'Budget confirmed' },
    trace: [
      {
        leaf: { field: 'budget-confirmed', is: 'equal', value: true },
        result: 'false',
        sentence: 'Budget confirmed is yes',
        known: { value: false, source: 'wire', at: SEEN_AT },
      },
    ],
    ...change,
  };
}

/** A gap that nobody can see. */
export function unseen(change: Partial<Gap> = {}): Gap {
  return gap({ criterion: 'buyer', label: 'The buyer is known', result: 'unknown', sentence: 'buyer is filled', trace: [], ...change });
}

export function verdict(kind: Verdict['kind'], gaps: Gap[] = [gap()], change: Partial<Verdict> = {}): Verdict {
  return { kind, gaps, from: 'Discovery', to: 'Demo', fromUnknown: false, ...change };
}

export const allowed = verdict('allow', []);

export function moveOf(id: string): WireMove {
  return {
    record: { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id },
    field: 'StageName',
    to: 'Demo',
    values: {},
  };
}

/** Moves of records `006…0`, `006…1` …, the first of which is called Acme renewal. */
export function occasionOf(verdicts: readonly Verdict[], change: Partial<Occasion> = {}): Occasion {
  const names = ['Acme renewal', 'Globex', 'Initech', 'Hooli', 'Umbrella'];
  return {
    moves: verdicts.map((_, at) => moveOf(`00600000000000${at}AAA`)),
    names: verdicts.map((_, at) => names[at] ?? null),
    splits: verdicts.length > 1,
    ...change,
  };
}

/** The card of `verdicts`; fails where there is none. */
export function cardFor(verdicts: readonly Verdict[], change: Partial<Occasion> = {}): Card {
  const card = cardOf(verdicts, occasionOf(verdicts, change));
  if (!card) throw new Error('There is nothing to show.');
  return card;
}
