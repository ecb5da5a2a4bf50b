import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { ended, opened, seenOf } from '../harness/watch-xhr';

export default {
  name: 'XMLHttpRequest: a Blob is held, and leaves as it was, with its type',
  watcher: 'allows',
  async act(scene) {
    const { xhr } = opened(scene, DEAL);
    xhr.send(new Blob([MOVE], { type: 'application/json' }));
    await ended(xhr);
    return seenOf(xhr);
  },
  sees: NATIVE,
  holds: 1,
  chromiumOnly: 'its XMLHttpRequest sends a Blob as a text',
} satisfies Behaviour;
