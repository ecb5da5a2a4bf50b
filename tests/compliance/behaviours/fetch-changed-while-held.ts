import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

export default {
  name: 'fetch: what the page changes of its own objects during a hold does not change the save',
  watcher: 'allows',
  async act({ page }) {
    const body = new TextEncoder().encode(MOVE);
    const init = { method: 'PUT', body, headers: { 'x-page': 'first' } };
    const answer = page.fetch(DEAL, init);
    body.fill(0);
    init.headers['x-page'] = 'second';
    init.method = 'DELETE';
    return settled(answer);
  },
  sees: NATIVE,
  holds: 1,
  chromiumOnly: 'it reads what the page passed only when it sends it',
} satisfies Behaviour;
