import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

export default {
  name: 'fetch: a save that is aborted while it is held is rejected with the reason, and never leaves',
  watcher: 'asks',
  async act(scene) {
    const { page } = scene;
    const controllers = [new page.AbortController(), new page.AbortController()];
    const [first, second] = controllers.map(({ signal }, index) =>
      settled(page.fetch(`${DEAL}&delay=500`, { method: 'PUT', body: MOVE.replace('won', `won${index}`), signal })),
    );
    await scene.waiting(2);
    controllers[0]?.abort(new Error('left the page'));
    controllers[1]?.abort();
    return [await first, String(await second).split(':')[0]];
  },
  sees: NATIVE,
  holds: 2,
  leaves: 0,
  chromiumOnly: 'its own fetch does not reject with the reason',
} satisfies Behaviour;
