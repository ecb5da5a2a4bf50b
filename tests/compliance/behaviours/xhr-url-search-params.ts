import { NATIVE, type Behaviour } from '../harness/behaviour';
import { AURA, AURA_MOVE } from '../harness/requests';
import { ended, opened, seenOf } from '../harness/watch-xhr';

export default {
  name: 'XMLHttpRequest: URLSearchParams are held, and leave as they were',
  crm: 'salesforce',
  watcher: 'allows',
  async act(scene) {
    const { xhr } = opened(scene, AURA);
    xhr.send(new URLSearchParams(AURA_MOVE));
    await ended(xhr);
    return seenOf(xhr);
  },
  sees: NATIVE,
  holds: 1,
} satisfies Behaviour;
