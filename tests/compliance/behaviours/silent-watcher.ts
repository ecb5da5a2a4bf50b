import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { ended, opened, seenOf } from '../harness/watch-xhr';

export default {
  name: 'a watcher that says nothing at all does not keep a save',
  watcher: 'is silent',
  async act(scene) {
    const { xhr, events } = opened(scene, DEAL);
    xhr.send(MOVE);
    await ended(xhr);
    return [await seenOf(xhr), events];
  },
  sees: NATIVE,
  holds: 1,
} satisfies Behaviour;
