import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';

export default {
  name: 'XMLHttpRequest: a synchronous save cannot be held: it leaves at once, and is told of',
  watcher: 'refuses',
  async act({ page, said }) {
    const xhr = new page.XMLHttpRequest();
    xhr.open('POST', DEAL, false);
    xhr.send(MOVE);
    const { readyState, status, responseText } = xhr;
    await new Promise((done) => setTimeout(done, 50));
    return { readyState, status, responseText, told: said.map(({ say }) => say).filter((say) => say !== 'miss') };
  },
  sees: NATIVE,
  holds: 0,
} satisfies Behaviour;
