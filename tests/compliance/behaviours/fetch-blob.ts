import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

export default {
  name: 'fetch: a Blob is held, and leaves as it was, with its type',
  watcher: 'allows',
  act: ({ page }) => settled(page.fetch(DEAL, { method: 'PUT', body: new Blob([MOVE], { type: 'application/json' }) })),
  sees: NATIVE,
  holds: 1,
} satisfies Behaviour;
