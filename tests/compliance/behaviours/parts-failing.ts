import type { Behaviour } from '../harness/behaviour';
import { BATCH, GRAPHQL } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

export default {
  name: 'where the server fails the innocent part the page hears of that, and the held part is not sent',
  watcher: 'allows',
  act: ({ page }) => settled(page.fetch(`${GRAPHQL}&status=500`, { method: 'POST', body: BATCH })),
  sees: {
    status: 500,
    ok: false,
    redirected: false,
    told: ['application/json', 'a', null],
    text: JSON.stringify([{ saved: (JSON.parse(BATCH) as { variables: unknown }[])[0]?.variables }]),
  },
  holds: 1,
  leaves: 1,
  chromiumOnly: 'its Request ignores a body that is given beside it',
} satisfies Behaviour;
