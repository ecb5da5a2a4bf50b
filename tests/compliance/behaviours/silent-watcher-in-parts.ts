import type { Behaviour } from '../harness/behaviour';
import { BATCH, editOf, GRAPHQL, moveOf, savedBy } from '../harness/requests';
import { ended, opened } from '../harness/watch-xhr';

export default {
  name: 'a watcher that says nothing at all does not keep the held part of a batch either',
  watcher: 'is silent',
  async act(scene) {
    const { xhr } = opened(scene, GRAPHQL);
    xhr.send(BATCH);
    await ended(xhr);
    return { answer: JSON.parse(xhr.responseText) as unknown, told: scene.said.map(({ say }) => say) };
  },
  sees: { answer: [savedBy(editOf('6')), savedBy(moveOf('7'))], told: ['hold', 'miss'] },
  holds: 1,
  leaves: 2,
} satisfies Behaviour;
