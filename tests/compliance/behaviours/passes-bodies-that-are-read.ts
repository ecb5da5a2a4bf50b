import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, EDIT } from '../harness/requests';
import { ended, opened, seenOf, settled } from '../harness/watch-xhr';

export default {
  name: 'what has to be read to know that it is no move leaves as it was',
  watcher: 'refuses',
  async act(scene) {
    const { page, said } = scene;
    const { xhr, events } = opened(scene, DEAL, 'PUT');
    xhr.send(new Blob([EDIT], { type: 'application/json' }));
    await ended(xhr);
    const request = new page.Request(new URL(DEAL, page.location.href), { method: 'PUT', body: EDIT });
    return [await seenOf(xhr), events, await settled(page.fetch(request)), request.bodyUsed, said];
  },
  sees: NATIVE,
  holds: 0,
  chromiumOnly: 'its XMLHttpRequest sends a Blob as a text',
} satisfies Behaviour;
