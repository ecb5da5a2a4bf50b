import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { ended, opened, thrownBy } from '../harness/watch-xhr';

export default {
  name: 'XMLHttpRequest: one that was refused is finished: it takes no header and no second send()',
  watcher: 'refuses',
  async act(scene) {
    const { xhr } = opened(scene, `${DEAL}&status=400`);
    xhr.send(MOVE);
    await ended(xhr);
    return [() => xhr.setRequestHeader('x-late', '1'), () => xhr.send(MOVE), () => xhr.abort()].map(thrownBy);
  },
  sees: NATIVE,
  holds: 1,
  leaves: 0,
} satisfies Behaviour;
