import type { Behaviour } from '../harness/behaviour';
import { BATCH, editOf, GRAPHQL, moveOf, savedBy } from '../harness/requests';
import { ended, opened, seenOf } from '../harness/watch-xhr';

export default {
  name: 'the innocent part of a batch leaves at once, and both answers come together when the held part is let go',
  watcher: 'asks',
  async act(scene) {
    const { xhr, events } = opened(scene, GRAPHQL);
    xhr.send(BATCH);
    const before = (await scene.received(1)).map(({ body }) => JSON.parse(body) as unknown);
    const quiet = [...events];
    const over = ended(xhr);
    scene.tell({ say: 'settle', id: 1 });
    await over;
    const after = (await scene.received(2)).map(({ body }) => JSON.parse(body) as unknown);
    return { before, quiet, after, seen: await seenOf(xhr) };
  },
  sees: {
    before: [[editOf('6')]],
    quiet: [],
    after: [[editOf('6')], [moveOf('7')]],
    seen: {
      readyState: 4,
      status: 200,
      responseType: '',
      responseURL: `https://app.hubspot.com${GRAPHQL}`,
      content: JSON.stringify([savedBy(editOf('6')), savedBy(moveOf('7'))]),
      headers: ['application/json', 'a', 'b', null, null],
      lines: ['content-type: application/json', 'x-first: a', 'x-second: b'],
    },
  },
  holds: 1,
  leaves: 2,
} satisfies Behaviour;
