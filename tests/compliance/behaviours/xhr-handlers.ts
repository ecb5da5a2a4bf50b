import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { ended } from '../harness/watch-xhr';

const HANDLERS = ['onreadystatechange', 'onloadstart', 'onprogress', 'onload', 'onerror', 'onabort', 'ontimeout', 'onloadend'] as const;

export default {
  name: 'XMLHttpRequest: handlers that are properties hear of a refusal like of any answer',
  watcher: 'refuses',
  async act({ page }) {
    const xhr = new page.XMLHttpRequest();
    const heard: string[] = [];
    for (const name of HANDLERS)
      xhr[name] = function (this: unknown, event: Event) {
        heard.push(`${name} ${event.type} ${this === xhr} ${event.target === xhr}`);
      };
    xhr.open('PUT', `${DEAL}&status=400`);
    xhr.send(MOVE);
    await ended(xhr);
    return heard;
  },
  sees: NATIVE,
  holds: 1,
  leaves: 0,
  chromiumOnly: 'its own requests fire other events than a browser’s',
} satisfies Behaviour;
