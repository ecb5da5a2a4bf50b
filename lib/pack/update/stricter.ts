/** Whether the guard asks more, or something else, by a criterion than by the one of the same id in the version before. */
import type { Crm, RecordRef } from '../../crm/adapter';
import { asksForCodes } from '../approvers';
import { askedBy } from '../asked';
import { same } from '../compare/same';
import type { OwnedCriterion, PackIndex } from '../index-pack';
import type { Criterion, Sop } from '../schema';
import { severities } from '../schema-criterion';

/** Where a record lives: the same field may be another one in each org. */
export type Home = Pick<RecordRef, 'crm' | 'org' | 'object'>;

/** A side of the comparison: the pack and its criterion. */
interface Side {
  index: PackIndex;
  owned: OwnedCriterion;
}

/** The mildest first. */
const unknowns: readonly Criterion['ifUnknown'][] = ['pass', 'confirm', 'unmet'];

/**
 * True where a record could be held by what is now and not by what was before: raised severity, another condition, another meaning of the fields,
 * events or hours that it looks at, more moves or more records that it counts for. False for what got milder, for tips, and for words.
 */
export function isStricter(was: Side, is: Side, home: Home): boolean {
  const [old, now] = [was.owned.criterion, is.owned.criterion];
  if (now.severity === 'tip') return false;
  return (
    severities.indexOf(now.severity) > severities.indexOf(old.severity) ||
    unknowns.indexOf(now.ifUnknown) > unknowns.indexOf(old.ifUnknown) ||
    !asksTheSame(was, is, home) ||
    isWider(old.to, now.to) ||
    isAimedWider(was.owned.sop, is.owned.sop)
  );
}

/** Whether both look at the same thing in the same way: only then does what a rep confirmed still count. */
export function asksTheSame(was: Side, is: Side, home: Home): boolean {
  return same(was.owned.criterion.when, is.owned.criterion.when) && same(lookedAt(was, home), lookedAt(is, home));
}

/** Whether an SOP is for people or records that it was not for before. */
export function isAimedWider(was: Sop, is: Sop): boolean {
  const moreRecords = was.when !== undefined && !same(was.when, is.when);
  const morePeople = was.roles !== undefined && !(is.roles?.every((role) => was.roles?.includes(role)) ?? false);
  return moreRecords || morePeople;
}

/** A criterion that names its moves counts for a way back and for losing, too: naming any is more than naming none. */
function isWider(was: Criterion['to'], is: Criterion['to']): boolean {
  if (is === undefined) return was !== undefined;
  return is.some((stage) => !was?.includes(stage));
}

/** What a condition depends on beside its own words. Steps and answers are compared by themselves (meaning.ts). */
function lookedAt({ index, owned }: Side, home: Home): unknown {
  const asked = [...askedBy(owned.criterion.when)];
  return asked.map(({ kind, id }) => {
    switch (kind) {
      case 'field':
        return fieldIn(index, id, home);
      case 'event': {
        const at = index.pack.events.find((event) => event.id === id)?.at;
        return at && 'field' in at ? fieldIn(index, at.field, home) : at;
      }
      case 'calendar': {
        // Holidays come every year, and only give more time.
        const calendar = index.pack.calendars.find((one) => one.id === id);
        return calendar && { timeZone: calendar.timeZone, hours: calendar.hours };
      }
      case 'approval':
        return asksForCodes(index.pack);
      case 'step':
      case 'answer':
        return null;
    }
  });
}

function fieldIn(index: PackIndex, id: string, home: Home): unknown {
  const field = index.fieldById.get(id);
  return field && { type: field.type, name: index.objectOf(home)?.nameByField.get(id), values: field.values?.map(valueIn(home.crm)) };
}

const valueIn = (crm: Crm) => (value: { id: string; in?: Partial<Record<Crm, readonly string[]>> }) => ({
  id: value.id,
  in: value.in?.[crm],
});
