import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

export default {
  name: 'fetch: a refusal comes as an answer of the server’s',
  watcher: 'refuses',
  act: ({ page }) => settled(page.fetch(`${DEAL}&status=400`, { method: 'PUT', body: MOVE })),
  sees: NATIVE,
  holds: 1,
  leaves: 0,
} satisfies Behaviour;
