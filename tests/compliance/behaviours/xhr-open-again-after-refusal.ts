import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, EDIT, MOVE } from '../harness/requests';
import { ended, opened, seenOf } from '../harness/watch-xhr';

export default {
  name: 'XMLHttpRequest: one that was refused can be opened and sent again, and shows the new answer',
  watcher: 'refuses',
  async act(scene) {
    const { xhr } = opened(scene, `${DEAL}&status=400`);
    xhr.send(MOVE);
    await ended(xhr);
    xhr.open('POST', DEAL);
    const fresh = await seenOf(xhr);
    xhr.send(EDIT);
    await ended(xhr);
    return { fresh, seen: await seenOf(xhr) };
  },
  sees: NATIVE,
  holds: 1,
  leaves: 1,
  chromiumOnly: 'its address of an answer is not a browser’s',
} satisfies Behaviour;
