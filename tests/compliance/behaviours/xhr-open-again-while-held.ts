import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, EDIT, MOVE } from '../harness/requests';
import { ended, opened, seenOf } from '../harness/watch-xhr';

export default {
  name: 'XMLHttpRequest: one that is opened again while it is held forgets the held save without a word, and sends the new one',
  watcher: 'asks',
  async act(scene) {
    const { xhr, events } = opened(scene, `${DEAL}&delay=500`);
    xhr.setRequestHeader('x-old', '1');
    xhr.send(MOVE);
    await scene.waiting();
    events.length = 0;
    xhr.open('POST', `${DEAL}&second`);
    xhr.setRequestHeader('x-new', '1');
    xhr.send(EDIT);
    await ended(xhr);
    const [last] = (await scene.received(1)).slice(-1);
    return { events, seen: await seenOf(xhr), last };
  },
  sees: NATIVE,
  holds: 1,
  leaves: 1,
} satisfies Behaviour;
