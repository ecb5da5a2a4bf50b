/** Working hours that run backwards, or that overlap. */
import { type Part, listIn, partOf } from '../parts';
import { type Found, type Path, quoted } from '../problems';
import { minutesOf } from '../words';

export function* calendarProblems(pack: Part): Generator<Found> {
  for (const calendar of listIn(pack, 'calendars')) {
    const hours = partOf(calendar, 'hours');
    if (typeof hours.value !== 'object' || hours.value === null) continue;
    for (const weekday of Object.keys(hours.value)) yield* spanProblems(listIn(hours, weekday));
  }
}

function* spanProblems(spans: Iterable<{ value: unknown; path: Path }>): Generator<Found> {
  let last: { span: string; to: number } | null = null;
  for (const { value, path } of spans) {
    if (typeof value !== 'string') continue;
    const [from, to] = minutesOf(value);
    if (from >= to) yield { path, message: 'must end later than it begins' };
    else if (last && from < last.to) yield { path, message: `must begin when ${quoted(last.span)} is over, or later` };
    last = { span: value, to };
  }
}
