import { NATIVE, type Behaviour } from '../harness/behaviour';
import { BATCH, GRAPHQL } from '../harness/requests';
import { ended, opened, watchUpload } from '../harness/watch-xhr';

export default {
  name: 'a part that takes longer than the page’s own time limit times the whole batch out',
  watcher: 'allows',
  async act(scene) {
    const { xhr, events } = opened(scene, `${GRAPHQL}&delay=500`);
    watchUpload(xhr, events);
    xhr.timeout = 100;
    xhr.send(BATCH);
    await ended(xhr);
    // The small body has long left when the limit is reached, which a part that is sent by other means does not tell.
    return events.filter((event) => !event.startsWith('upload'));
  },
  sees: NATIVE,
  holds: 1,
  leaves: 1,
  chromiumOnly: 'its XMLHttpRequest has no time limit',
} satisfies Behaviour;
