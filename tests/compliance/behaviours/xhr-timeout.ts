import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { ended, opened } from '../harness/watch-xhr';

export default {
  name: 'XMLHttpRequest: the page’s own time limit starts when the save leaves: a hold does not use it up',
  watcher: 'asks',
  async act(scene) {
    const { xhr, events } = opened(scene, DEAL);
    xhr.timeout = 200;
    xhr.send(MOVE);
    await scene.waiting();
    await new Promise((done) => setTimeout(done, 300));
    const over = ended(xhr);
    scene.tell({ say: 'settle', id: 1 });
    await Promise.race([over, new Promise((done) => setTimeout(done, 500))]);
    return events;
  },
  sees: NATIVE,
  holds: 1,
} satisfies Behaviour;
