import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

export default {
  name: 'fetch: a save that is aborted after its release is rejected with the reason',
  watcher: 'allows',
  async act(scene) {
    const controller = new scene.page.AbortController();
    const answer = settled(scene.page.fetch(`${DEAL}&delay=500`, { method: 'PUT', body: MOVE, signal: controller.signal }));
    await scene.received(1);
    controller.abort(new Error('left the page'));
    return answer;
  },
  sees: NATIVE,
  holds: 1,
} satisfies Behaviour;
