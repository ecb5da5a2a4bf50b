import type { Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { opened } from '../harness/watch-xhr';

export default {
  name: 'XMLHttpRequest: that a held one was aborted is told, so that nobody is asked about it any more',
  watcher: 'asks',
  async act(scene) {
    const { xhr } = opened(scene, DEAL);
    xhr.send(MOVE);
    await scene.waiting();
    xhr.abort();
    await new Promise((done) => setTimeout(done, 20));
    // Too late: the page has given it up.
    scene.tell({ say: 'settle', id: 1 });
    await new Promise((done) => setTimeout(done, 20));
    return scene.said.at(-1);
  },
  sees: { say: 'drop', id: 1 },
  holds: 1,
  leaves: 0,
} satisfies Behaviour;
