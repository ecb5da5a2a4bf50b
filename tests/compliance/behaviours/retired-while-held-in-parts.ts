import type { Behaviour } from '../harness/behaviour';
import { BATCH, editOf, GRAPHQL, moveOf, savedBy } from '../harness/requests';

export default {
  name: 'an extension that goes away while part of a batch is held lets that part go',
  watcher: 'asks',
  async act(scene) {
    const answer = scene.page.fetch(GRAPHQL, { method: 'POST', body: BATCH });
    await scene.received(1);
    scene.tell({ say: 'retire' });
    const told: unknown = await (await answer).json();
    return told;
  },
  sees: [savedBy(editOf('6')), savedBy(moveOf('7'))],
  holds: 1,
  leaves: 2,
  chromiumOnly: 'its Request ignores a body that is given beside it',
} satisfies Behaviour;
