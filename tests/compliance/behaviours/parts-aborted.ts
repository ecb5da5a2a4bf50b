import { NATIVE, type Behaviour } from '../harness/behaviour';
import { BATCH, GRAPHQL } from '../harness/requests';
import { opened, seenOf } from '../harness/watch-xhr';

export default {
  name: 'a batch that is aborted while its innocent part is on its way looks like any that is aborted, and the held part never leaves',
  watcher: 'asks',
  async act(scene) {
    const { xhr, events } = opened(scene, `${GRAPHQL}&delay=500`);
    xhr.send(BATCH);
    await scene.received(1);
    xhr.abort();
    await new Promise((done) => setTimeout(done, 20));
    scene.tell({ say: 'settle', id: 1 });
    await new Promise((done) => setTimeout(done, 20));
    return { events, seen: await seenOf(xhr) };
  },
  sees: NATIVE,
  holds: 1,
  leaves: 1,
  chromiumOnly: 'its abort() fires other events than a browser’s',
} satisfies Behaviour;
