import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { ended, opened, seenOf } from '../harness/watch-xhr';

export default {
  name: 'XMLHttpRequest: headers that were set, some of them twice, leave with a released save',
  watcher: 'allows',
  async act(scene) {
    const { xhr } = opened(scene, DEAL, 'PUT');
    xhr.setRequestHeader('Content-Type', 'application/json');
    xhr.setRequestHeader('X-HubSpot-CSRF-hubspotapi', 'token');
    xhr.setRequestHeader('x-twice', 'a');
    xhr.setRequestHeader('X-Twice', 'b');
    xhr.send(MOVE);
    await ended(xhr);
    return seenOf(xhr);
  },
  sees: NATIVE,
  holds: 1,
} satisfies Behaviour;
