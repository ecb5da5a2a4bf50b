import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { ended, opened, seenOf } from '../harness/watch-xhr';

export default {
  name: 'XMLHttpRequest: an ArrayBuffer is held, and leaves as it was',
  watcher: 'allows',
  async act(scene) {
    const { xhr } = opened(scene, DEAL);
    xhr.send(new TextEncoder().encode(MOVE).buffer);
    await ended(xhr);
    return seenOf(xhr);
  },
  sees: NATIVE,
  holds: 1,
} satisfies Behaviour;
