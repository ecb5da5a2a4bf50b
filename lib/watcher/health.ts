/** How well the page in view can be read: what was looked for, by which way it was found, and which requests went by. No values. */
import type { Watch } from '../crm/adapter';
import type { Passed } from '../gate/channel';
import type { Health, TabState } from '../messages/protocol';

/** Long numbers, ids and anything behind a `?` that is not an Aura action's name would tell of a customer. */
const TELLING = /[?&](?!([a-z]+[-.])+\w+=\d)[^&]*|\w*\d{5,}\w*/gi;

export function healthOf({ view, readings }: TabState, watch: Watch, requests: readonly Passed[]): Health {
  return {
    page: location.pathname.replace(TELLING, '…'),
    view,
    fields: [...watch.stageFields, ...watch.fields].map((field) => {
      const reading = readings.findLast((one) => one.field === field);
      return { field, by: reading ? (reading.by ?? reading.source) : null, at: reading?.at ?? null };
    }),
    requests: requests.map((request) => ({ ...request, url: request.url.replace(TELLING, '…') })),
  };
}
