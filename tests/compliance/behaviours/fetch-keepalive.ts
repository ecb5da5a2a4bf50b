import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

export default {
  name: 'fetch: a save that asks to outlive the page is held while the page lives',
  watcher: 'allows',
  act: ({ page }) => settled(page.fetch(DEAL, { method: 'PUT', body: MOVE, keepalive: true })),
  sees: NATIVE,
  holds: 1,
} satisfies Behaviour;
