import type { Behaviour } from '../harness/behaviour';
import { editOf, GRAPHQL, moveOf, savedBy } from '../harness/requests';

const denied = { data: { updateResponse: { userErrorsExpanded: [{ message: 'no' }] } } };

export default {
  name: 'where some moves of a batch are refused the others leave, and every answer is in its place',
  watcher: 'asks',
  async act(scene) {
    const body = JSON.stringify([moveOf('5'), editOf('6'), moveOf('7'), moveOf('8')]);
    const answer = scene.page.fetch(GRAPHQL, { method: 'POST', body });
    await scene.received(1);
    const hold = scene.said.find((message) => message.say === 'hold');
    const moves = hold?.moves.filter(({ record }) => record.id === '7') ?? [];
    scene.tell({
      say: 'settle',
      id: 1,
      refuse: { moves, answer: { status: 200, statusText: 'OK', headers: {}, body: JSON.stringify([denied]) } },
    });
    const told: unknown = await (await answer).json();
    return { splits: hold?.splits, told, sent: (await scene.received(2)).map((one) => JSON.parse(one.body) as unknown) };
  },
  sees: {
    splits: true,
    told: [savedBy(moveOf('5')), savedBy(editOf('6')), denied, savedBy(moveOf('8'))],
    sent: [[editOf('6')], [moveOf('5'), moveOf('8')]],
  },
  holds: 1,
  leaves: 2,
  chromiumOnly: 'its Request ignores a body that is given beside it',
} satisfies Behaviour;
