import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

export default {
  name: 'of the same save sent twice at once the rep is asked once, and both go',
  watcher: 'allows',
  act: async ({ page }) => {
    const both = [1, 2].map(() => settled(page.fetch(DEAL, { method: 'PUT', body: MOVE })));
    return Promise.all(both);
  },
  sees: NATIVE,
  holds: 1,
} satisfies Behaviour;
