import { NATIVE, type Behaviour } from '../harness/behaviour';
import { MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

export default {
  name: 'where the CRM keeps no records, a body that would have to be read is not looked into',
  watcher: 'refuses',
  act: ({ page }) => settled(page.fetch('/api/metrics/v1/frontend', { method: 'POST', body: new TextEncoder().encode(MOVE) })),
  sees: NATIVE,
  holds: 0,
} satisfies Behaviour;
