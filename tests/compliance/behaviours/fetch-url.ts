import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

export default {
  name: 'fetch: an address that is an URL object is held, and leaves as it was',
  watcher: 'allows',
  act: ({ page }) =>
    settled(page.fetch(new URL(DEAL, page.location.href), { method: 'POST', body: MOVE, credentials: 'omit', referrer: '/other' })),
  sees: NATIVE,
  holds: 1,
} satisfies Behaviour;
