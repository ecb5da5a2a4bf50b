import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { ended, opened, watchUpload } from '../harness/watch-xhr';

export default {
  name: 'XMLHttpRequest: a released request fires the events of its own, those of the upload too',
  watcher: 'allows',
  async act(scene) {
    const { xhr, events } = opened(scene, DEAL);
    watchUpload(xhr, events);
    xhr.send(MOVE);
    await ended(xhr);
    return events;
  },
  sees: NATIVE,
  holds: 1,
} satisfies Behaviour;
