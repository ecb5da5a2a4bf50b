import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { opened, seenOf } from '../harness/watch-xhr';

export default {
  name: 'XMLHttpRequest: one that is aborted after its release is aborted by the browser itself',
  watcher: 'allows',
  async act(scene) {
    const { xhr, events } = opened(scene, `${DEAL}&delay=500`);
    xhr.send(MOVE);
    await scene.received(1);
    xhr.abort();
    return { events, seen: await seenOf(xhr) };
  },
  sees: NATIVE,
  holds: 1,
} satisfies Behaviour;
