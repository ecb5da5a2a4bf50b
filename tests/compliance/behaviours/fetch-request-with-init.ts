import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, EDIT, MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

export default {
  name: 'fetch: what is given beside a Request counts before what is in it',
  watcher: 'allows',
  async act({ page }) {
    const request = new page.Request(new URL(DEAL, page.location.href), { method: 'POST', body: EDIT, headers: { 'x-from': 'request' } });
    const answer = page.fetch(request, { method: 'PUT', body: MOVE, headers: { 'x-from': 'init' } });
    return { answer: await settled(answer), used: request.bodyUsed };
  },
  sees: NATIVE,
  holds: 1,
  chromiumOnly: 'its Request ignores a body that is given beside it',
} satisfies Behaviour;
