import type { Behaviour } from '../harness/behaviour';
import { BATCH, editOf, GRAPHQL, savedBy } from '../harness/requests';

const denied = { data: { updateResponse: { userErrorsExpanded: [{ message: 'no' }] } } };

export default {
  name: 'a refused part is answered in its place, and never leaves',
  watcher: 'asks',
  async act(scene) {
    const answer = scene.page.fetch(GRAPHQL, { method: 'POST', body: BATCH });
    await scene.received(1);
    const hold = scene.said.find((message) => message.say === 'hold');
    const moves = hold?.moves ?? [];
    scene.tell({
      say: 'settle',
      id: 1,
      refuse: { moves, answer: { status: 200, statusText: 'OK', headers: {}, body: JSON.stringify([denied]) } },
    });
    const told: unknown = await (await answer).json();
    return told;
  },
  sees: [savedBy(editOf('6')), denied],
  holds: 1,
  leaves: 1,
  chromiumOnly: 'its Request ignores a body that is given beside it',
} satisfies Behaviour;
