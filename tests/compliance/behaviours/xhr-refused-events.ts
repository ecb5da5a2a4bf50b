import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { ended, opened, watchUpload } from '../harness/watch-xhr';

export default {
  name: 'XMLHttpRequest: a refusal fires the events of an answer, in their order',
  watcher: 'refuses',
  async act(scene) {
    const { xhr, events } = opened(scene, `${DEAL}&status=400`);
    watchUpload(xhr, events);
    xhr.send(MOVE);
    await ended(xhr);
    return events;
  },
  sees: NATIVE,
  holds: 1,
  leaves: 0,
  chromiumOnly: 'its own requests fire other events than a browser’s',
} satisfies Behaviour;
