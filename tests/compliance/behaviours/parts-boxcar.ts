import type { Behaviour } from '../harness/behaviour';
import { AURA } from '../harness/requests';
import { ended, opened } from '../harness/watch-xhr';

const read = { id: '1;a', descriptor: 'aura://RecordUiController/ACTION$getRecordWithFields', params: { recordId: '006000000000001AAA' } };
const save = {
  id: '2;a',
  descriptor: 'aura://RecordUiController/ACTION$updateRecord',
  params: { recordId: '006000000000001AAA', recordInput: { fields: { Id: '006000000000001AAA', StageName: 'Closed Won' } } },
};
const messageOf = (body: string): unknown => JSON.parse(new URLSearchParams(body).get('message') ?? '');

export default {
  name: 'the reads of a boxcar leave at once, and its actions are answered by their ids',
  crm: 'salesforce',
  watcher: 'asks',
  async act(scene) {
    const { xhr } = opened(scene, AURA);
    xhr.send(`message=${encodeURIComponent(JSON.stringify({ actions: [read, save] }))}&aura.token=t`);
    const [first] = await scene.received(1);
    const over = ended(xhr);
    scene.tell({ say: 'settle', id: 1 });
    await over;
    const { actions } = JSON.parse(xhr.responseText) as { actions: { id: string; returnValue: unknown }[] };
    return { first: messageOf(first?.body ?? ''), answers: actions.map(({ id, returnValue }) => [id, returnValue]) };
  },
  sees: {
    first: { actions: [read] },
    answers: [
      ['1;a', '1;a'],
      ['2;a', '2;a'],
    ],
  },
  holds: 1,
  leaves: 2,
} satisfies Behaviour;
