import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

export default {
  name: 'fetch: a time limit that the page set by a signal is kept during a hold',
  watcher: 'asks',
  async act({ page }) {
    const answer = settled(page.fetch(`${DEAL}&delay=500`, { method: 'PUT', body: MOVE, signal: page.AbortSignal.timeout(150) }));
    return String(await answer).split(':')[0];
  },
  sees: NATIVE,
  holds: 1,
  leaves: 0,
  chromiumOnly: 'its fetch knows no time limit',
} satisfies Behaviour;
