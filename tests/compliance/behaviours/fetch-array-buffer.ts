import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

export default {
  name: 'fetch: an ArrayBuffer is held, and leaves as it was',
  watcher: 'allows',
  act: ({ page }) => settled(page.fetch(DEAL, { method: 'PUT', body: new TextEncoder().encode(MOVE).buffer })),
  sees: NATIVE,
  holds: 1,
} satisfies Behaviour;
