import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

export default {
  name: 'a save that was let go and is sent again at once by the client leaves at once, and nobody is asked twice',
  watcher: 'allows',
  async act({ page }) {
    const first = await settled(page.fetch(DEAL, { method: 'PUT', body: MOVE }));
    return [first, await settled(page.fetch(DEAL, { method: 'PUT', body: MOVE }))];
  },
  sees: NATIVE,
  holds: 1,
} satisfies Behaviour;
