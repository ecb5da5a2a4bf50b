import type { Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';

export default {
  name: 'XMLHttpRequest: of a synchronous save the watcher hears what it moved, and why it was not held',
  watcher: 'refuses',
  async act({ page, said }) {
    const xhr = new page.XMLHttpRequest();
    xhr.open('POST', DEAL, false);
    xhr.send(MOVE);
    await new Promise((done) => setTimeout(done, 50));
    return said;
  },
  sees: [
    {
      say: 'miss',
      id: null,
      moves: [{ record: { crm: 'hubspot', org: '4242', object: 'deal', id: '7' }, field: 'dealstage', to: 'closedwon', values: {} }],
      why: 'sync',
    },
  ],
  holds: 0,
  leaves: 1,
} satisfies Behaviour;
