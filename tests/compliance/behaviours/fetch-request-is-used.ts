import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

export default {
  name: 'fetch: a Request is used up at once, and cannot be sent again while it is held',
  watcher: 'allows',
  async act({ page }) {
    const request = new page.Request(new URL(DEAL, page.location.href), { method: 'PUT', body: MOVE });
    const answer = page.fetch(request);
    const used = request.bodyUsed;
    const again = await page.fetch(request).then(
      () => null,
      (error: Error) => error.name,
    );
    return { used, again, answer: await settled(answer) };
  },
  sees: NATIVE,
  holds: 1,
  chromiumOnly: 'its Request is not used up by being sent',
} satisfies Behaviour;
