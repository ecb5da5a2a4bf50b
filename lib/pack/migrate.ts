/**
 * Packs of older formats, brought up to the one that this Handrail reads. `migrations/NNN-what.ts` brings format N to N + 1; each stands in the
 * list below, and has a before and an after in tests/unit/lib/pack/migrations.
 */
import { child, type Found } from './problems';
import { currentFormat } from './schema';

/** One step from a format to the next. `up` is pure, gets a copy that it may change, and may count on nothing but `format`. */
export interface Migration {
  from: number;
  up(pack: unknown): unknown;
}

/** In order. Empty: format 1 is the first. */
export const migrations: readonly Migration[] = [];

/** The data in the newest format; or `problem`, why it cannot be read. */
type BroughtUp = { data: unknown; problem: null } | { data: null; problem: Found };

/**
 * Brings a pack's data to the newest format. Data that says no format is given back as it is: the schema tells what is missing. `data` itself
 * stays as it was, whatever happens.
 * @param steps the migrations, the oldest first
 */
export function bringUp(data: unknown, steps: readonly Migration[] = migrations, newest = currentFormat): BroughtUp {
  const format = child(data, 'format');
  if (typeof format !== 'number' || !Number.isSafeInteger(format) || format < 1 || format === newest) return { data, problem: null };
  if (format > newest)
    return refused(`was written for a newer Handrail (format ${format}): update the extension, or ask for a pack in format ${newest}`);
  let pack = structuredClone(data);
  for (let from = format; from < newest; from++) {
    const step = steps.find((one) => one.from === from);
    if (!step) return refused(`is of format ${format}, which this Handrail cannot read any more: ask for a pack in format ${newest}`);
    try {
      pack = step.up(pack);
    } catch {
      return refused(`could not be brought from format ${from} to ${from + 1}: ask whoever gave you the pack for one in format ${newest}`);
    }
  }
  return { data: pack, problem: null };
}

function refused(message: string): BroughtUp {
  return { data: null, problem: { path: ['format'], message } };
}
