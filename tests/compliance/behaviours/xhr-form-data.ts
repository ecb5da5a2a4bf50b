import { NATIVE, type Behaviour } from '../harness/behaviour';
import { AURA, AURA_MOVE } from '../harness/requests';
import { ended, opened, seenOf } from '../harness/watch-xhr';

function formOf(fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  form.append('file', new Blob(['a file']), 'a.txt');
  return form;
}

export default {
  name: 'XMLHttpRequest: a form with a file is held, and leaves as it was',
  crm: 'salesforce',
  watcher: 'allows',
  async act(scene) {
    const { xhr } = opened(scene, AURA);
    xhr.send(formOf(AURA_MOVE));
    await ended(xhr);
    return seenOf(xhr);
  },
  sees: NATIVE,
  holds: 1,
  chromiumOnly: 'the boundary between its parts is a new one each time, which only the runner of Chromium evens out',
} satisfies Behaviour;
