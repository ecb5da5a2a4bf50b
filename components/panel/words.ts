/** The panel's words for counts, objects and sources. */
import type { Crm, Source } from '../../lib/crm/adapter';
import type { Count } from '../../lib/guard/outlook';
import { timeWords } from '../ui/time';
import type { Question } from '../../lib/guard/task';
import type { Pack, Severity } from '../../lib/pack/schema';

const CRM_NAMES: Record<Crm, string> = { salesforce: 'Salesforce', hubspot: 'HubSpot' };

export function crmName(crm: Crm): string {
  return CRM_NAMES[crm];
}

/** `deal` and `Opportunity` as a title: "Deal", "Opportunity". */
export function objectTitle(object: string): string {
  return object.charAt(0).toUpperCase() + object.slice(1).replace(/__c$/, '').replaceAll('_', ' ');
}

/** "3 of 5 required, 1 of 2 optional". Optional steps are left out where there are none. */
export function countWords(required: Count, optional: Count): string {
  const must = required.total > 0 ? [`${required.done} of ${required.total} required`] : [];
  const may = optional.total > 0 ? [`${optional.done} of ${optional.total} optional`] : [];
  return [...must, ...may].join(', ') || 'No steps';
}

/** "1 criterion to make good". */
export function debtWords(count: number): string {
  return count === 1 ? '1 criterion to make good' : `${count} criteria to make good`;
}

/** "read on the page, 10:42". */
export function sourceWords(source: Source, at: number, crm: Crm, now: number): string {
  const time = timeWords(at, now);
  switch (source) {
    case 'page':
      return `read on the page, ${time}`;
    case 'wire':
      return `from ${crmName(crm)}, ${time}`;
    case 'rep':
      return `you confirmed it, ${time}`;
    case 'save':
      return 'in the save that is held';
  }
}

/** Why a check was missed (lib/gate/channel.ts, lib/watcher/guard.ts), to follow a time: "The check took too long". */
export function missedWords(why: string): string {
  switch (why) {
    case 'late':
      return 'The check took too long';
    case 'sync':
      return 'The page would not wait for the check';
    case 'silent':
      return 'Handrail was updated or fell asleep while you decided';
    case 'covered':
      return 'The page kept Handrail’s question out of reach';
    case 'no-answer':
    case 'no-verdict':
      return 'Handrail was asleep or being updated';
    default:
      return 'The check could not be made';
  }
}

const SEVERITY_WORDS: Record<Severity, string> = {
  tip: 'Tip',
  warn: 'Warns before the move',
  reason: 'Asks for a reason',
  block: 'Must be met',
};

export function severityWords(severity: Severity): string {
  return SEVERITY_WORDS[severity];
}

/** `economic-buyer` as people write it: "Economic buyer". */
export function elementWords(element: NonNullable<Question['element']>): string {
  return element.charAt(0).toUpperCase() + element.slice(1).replaceAll('-', ' ');
}

/** The titles of roles, "Account executive and Sales engineer". A role that the pack does not explain stands for itself. */
export function roleTitles(ids: readonly string[], roles: Pack['roles']): string {
  return new Intl.ListFormat('en').format(ids.map((id) => roles.find((role) => role.id === id)?.title ?? id));
}
