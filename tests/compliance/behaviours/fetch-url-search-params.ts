import { NATIVE, type Behaviour } from '../harness/behaviour';
import { AURA, AURA_MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

export default {
  name: 'fetch: URLSearchParams are held, and leave as they were',
  crm: 'salesforce',
  watcher: 'allows',
  act: ({ page }) => settled(page.fetch(AURA, { method: 'POST', body: new URLSearchParams(AURA_MOVE) })),
  sees: NATIVE,
  holds: 1,
} satisfies Behaviour;
