import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

export default {
  name: 'fetch: a text is held, and leaves as it was',
  watcher: 'allows',
  act: ({ page }) =>
    settled(page.fetch(DEAL, { method: 'PATCH', body: MOVE, headers: { 'content-type': 'application/json', 'x-page': '1' } })),
  sees: NATIVE,
  holds: 1,
} satisfies Behaviour;
