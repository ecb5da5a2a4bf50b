/** How well the page in view can be read: what was looked for, by which way it was found, and which requests went by. No values, no ids. */
import type { RecordRef, View, Watch } from '../crm/adapter';
import type { Passed } from '../gate/channel';
import type { Health, TabState } from '../messages/protocol';

const HIDDEN = '…';
/** What could be somebody's: numbers, ids in letters and digits, and whatever had to be written with percent signs. */
const TELLING = /^\d+$|\d{5}|%|@|^(?=.*\d)\w{15}(\w{3})?$/;

/** The path, and the names of what is asked for, without anything that tells of a record or of a person. */
function bare(url: string): string {
  const [path = '', query] = url
    .replace(/^\w+:\/\/[^/?#]*/, '')
    .replace(/#.*/, '')
    .split('?');
  const shown = (part: string): string => (TELLING.test(part) ? HIDDEN : part);
  const keys = query?.split('&').map((pair) => `${shown(pair.split('=')[0] ?? '')}=${HIDDEN}`);
  return path.split('/').map(shown).join('/') + (keys ? `?${keys.join('&')}` : '');
}

/** The kind of record and of org, not which: `….lightning.force.com`. */
function kindOf<T extends Pick<RecordRef, 'org'>>(ref: T): T {
  return { ...ref, org: ref.org.replace(/^[^.]+/, HIDDEN), ...('id' in ref && { id: HIDDEN }) };
}

/** Much of what is posted only asks; by its address it can be told, where it can. */
function kindOfRequest({ kind, url }: Passed): Passed['kind'] {
  return kind === 'write' && /[./](get|search|find|query|post\w+ByName)/i.test(url) ? 'read' : kind;
}

function kindOfView(view: View): View {
  if (view.kind === 'record') return { ...view, record: kindOf(view.record) };
  return view.kind === 'list' ? kindOf(view) : view;
}

export function healthOf({ view, readings }: TabState, watch: Watch, requests: readonly Passed[]): Health {
  return {
    page: bare(location.pathname),
    view: kindOfView(view),
    fields: [...new Set([...watch.stageFields, ...watch.fields])].map((field) => {
      const [newest] = readings.filter((reading) => reading.field === field).sort((a, b) => b.at - a.at);
      return { field, by: newest ? (newest.by ?? newest.source) : null, at: newest?.at ?? null };
    }),
    requests: requests.map((request) => ({ ...request, kind: kindOfRequest(request), url: bare(request.url) })),
  };
}
