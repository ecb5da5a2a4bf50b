import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { ended, opened, thrownBy } from '../harness/watch-xhr';

export default {
  name: 'XMLHttpRequest: a second send() while the first is held throws, and so does a new header',
  watcher: 'allows',
  async act(scene) {
    const { xhr, events } = opened(scene, DEAL);
    xhr.send(MOVE);
    const thrown = [() => xhr.send(MOVE), () => xhr.setRequestHeader('x-late', '1')].map(thrownBy);
    await ended(xhr);
    return { thrown, after: thrownBy(() => xhr.send(MOVE)), events };
  },
  sees: NATIVE,
  holds: 1,
} satisfies Behaviour;
