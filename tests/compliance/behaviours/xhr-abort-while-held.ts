import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { opened, seenOf } from '../harness/watch-xhr';

export default {
  name: 'XMLHttpRequest: one that is aborted while it is held never leaves, and looks like one that was on its way',
  watcher: 'asks',
  async act(scene) {
    const { xhr, events } = opened(scene, `${DEAL}&delay=500`);
    xhr.send(MOVE);
    await scene.waiting();
    events.push('abort()');
    xhr.abort();
    xhr.abort();
    return { events: events.filter((event) => !event.startsWith('loadstart')), seen: await seenOf(xhr) };
  },
  sees: NATIVE,
  holds: 1,
  leaves: 0,
  chromiumOnly: 'its abort() fires other events than a browser’s',
} satisfies Behaviour;
