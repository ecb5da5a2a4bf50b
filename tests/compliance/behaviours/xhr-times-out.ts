import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { ended, opened, watchUpload } from '../harness/watch-xhr';

export default {
  name: 'XMLHttpRequest: a released save times out as the page asked for',
  watcher: 'allows',
  async act(scene) {
    const { xhr, events } = opened(scene, `${DEAL}&delay=500`);
    watchUpload(xhr, events);
    xhr.timeout = 100;
    xhr.send(MOVE);
    await ended(xhr);
    return events;
  },
  sees: NATIVE,
  holds: 1,
  chromiumOnly: 'its XMLHttpRequest has no time limit',
} satisfies Behaviour;
