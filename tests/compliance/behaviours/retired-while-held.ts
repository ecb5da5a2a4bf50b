import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { ended, opened, seenOf, settled } from '../harness/watch-xhr';

export default {
  name: 'an extension that goes away during a hold lets the save go, and every later one at once',
  watcher: 'asks',
  async act(scene) {
    const { xhr } = opened(scene, DEAL);
    xhr.send(MOVE);
    await scene.waiting();
    const over = ended(xhr);
    scene.tell({ say: 'retire' });
    await Promise.race([over, new Promise((done) => setTimeout(done, 500))]);
    const later = await settled(scene.page.fetch(DEAL, { method: 'PUT', body: MOVE.replace('won', 'lost') }));
    return [await seenOf(xhr), later];
  },
  sees: NATIVE,
  holds: 1,
} satisfies Behaviour;
