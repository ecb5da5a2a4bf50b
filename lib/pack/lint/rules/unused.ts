/** What a pack defines and nothing in it works with. */
import { askedBy } from '../../asked';
import type { LintPack, Rule } from '../rule';
import { fieldsUsedIn } from '../used';
import { at, conditionsOf, said, sopsOf, topStepsOf } from '../walk';

export const unused: Rule = {
  id: 'unused',
  about: 'The pack defines a field, template, role, approver, event or calendar that nothing in it works with.',
  *check(lint) {
    const { pack } = lint;
    const used = usedIn(lint);
    const lists: [key: keyof Used, what: string, entries: readonly { id: string; name: string }[]][] = [
      ['fields', 'field', pack.fields.map(({ id, label }) => ({ id, name: label }))],
      ['roles', 'role', pack.roles.map(({ id, title }) => ({ id, name: title }))],
      ['approvers', 'approver', pack.approvers],
      ['templates', 'template', pack.templates.map(({ id, title }) => ({ id, name: title }))],
      ['events', 'event', pack.events.map(({ id, label }) => ({ id, name: label }))],
      ['calendars', 'calendar', pack.calendars.map(({ id, title }) => ({ id, name: title }))],
    ];
    for (const [key, what, entries] of lists) {
      for (const { value, path } of at(entries, [key])) {
        if (used[key].has(value.id)) continue;
        yield {
          level: 'advice',
          path,
          message: `nothing works with the ${what} ${said(value.name)}`,
          fix: 'use it in an SOP, or leave it out',
        };
      }
    }
  },
};

/** By id. */
type Used = Readonly<Record<'fields' | 'roles' | 'approvers' | 'templates' | 'events' | 'calendars', ReadonlySet<string>>>;

function usedIn({ pack, index }: LintPack): Used {
  const sops = sopsOf(pack);
  const steps = sops.flatMap(topStepsOf).map(({ value }) => value);
  const asked = sops.flatMap(conditionsOf).flatMap(({ value }) => [...askedBy(value)]);
  const askedOf = (kind: string) => asked.filter((one) => one.kind === kind).map(({ id }) => id);
  return {
    fields: new Set([
      ...pack.sops.flatMap((sop) => [...fieldsUsedIn(sop, index)]),
      ...pack.events.flatMap((event) => ('field' in event.at ? [event.at.field] : [])),
    ]),
    roles: new Set([
      ...(pack.rollout?.roles ?? []),
      ...pack.sops.flatMap(({ roles }) => roles ?? []),
      ...steps.flatMap(({ roles, approval }) => [...(roles ?? []), ...(approval ? [approval.by] : [])]),
    ]),
    approvers: new Set(steps.flatMap(({ approval }) => (approval ? (approval.approvers ?? pack.approvers.map(({ id }) => id)) : []))),
    templates: new Set(steps.flatMap(({ template }) => template ?? [])),
    events: new Set([...askedOf('event'), ...steps.flatMap(({ due }) => due?.event ?? [])]),
    calendars: new Set([...askedOf('calendar'), ...steps.flatMap(({ due }) => due?.calendar ?? [])]),
  };
}
