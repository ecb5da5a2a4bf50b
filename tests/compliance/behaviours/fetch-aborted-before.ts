import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

export default {
  name: 'fetch: a save that was aborted before it was sent is rejected with its reason, and nobody is asked',
  watcher: 'allows',
  act: ({ page }) => settled(page.fetch(DEAL, { method: 'PUT', body: MOVE, signal: page.AbortSignal.abort(new Error('changed my mind')) })),
  sees: NATIVE,
  holds: 0,
  chromiumOnly: 'its fetch of an aborted request is answered all the same',
} satisfies Behaviour;
